"""The document read as a contract. A provision of it is a Section; a Clause is a file of the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from server.model.document import Note, Paragraph, Span
from server.model.facts import Facts, Style

Role = Literal["contractor", "client", "other"]


@dataclass(frozen=True, slots=True)
class Section:
    """A provision: its label as the document writes it ("8.2", "Article IV", ""), its heading, its paragraphs first..last (inclusive).

    parent: index of the enclosing section in `Contract.sections`, None at the top.
    kind: provision | recitals | definitions | parties | signature | schedule | contents | row (of a cover-page table).
    start: where it begins in paragraph `first`; more than 0 only where several provisions share one paragraph.
    """

    label: str
    heading: str
    first: int
    last: int
    parent: int | None = None
    kind: str = "provision"
    start: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term and where its meaning stands.

    defined: here | elsewhere ("has the meaning given in the MSA") | nowhere (used like a term, never defined; `meaning` is its first use).
    """

    name: str
    meaning: Span
    defined: str = "here"


@dataclass(frozen=True, slots=True)
class Party:
    """A party: full name, every short name the contract gives it (the one used most first), and its role.

    article: "the" where running text says "the Consultant", "" for "Consultant", "you", "Acme".
    person: 3, or 1 and 2 where the contract says "we" and "you". plural: whether the verb after it is ("we are", "the Sellers are").
    reason, confidence (0 to 1): why it has this role, and how sure that is.
    """

    name: str
    short: tuple[str, ...]
    role: Role
    is_me: bool = False
    article: str = ""
    person: int = 3
    plural: bool = False
    reason: str = ""
    confidence: float = 1.0

    @property
    def subject(self) -> str:
        """As the subject inside a sentence: "the Consultant", "you", "I"."""
        name = self.short[0] if self.short else self.name
        return f"{self.article} {name}".strip()

    @property
    def object(self) -> str:
        """After a verb or a preposition: "the Consultant", "you", "us", "me"."""
        return _matching_case(self.subject, {"we": "us", "i": "me"}.get(self.subject.lower(), self.subject))

    @property
    def possessive(self) -> str:
        """Before a noun: "the Consultant's" (a straight apostrophe), "your", "our", "my", "the Sellers'"."""
        pronoun = {"you": "your", "we": "our", "i": "my"}.get(self.subject.lower())
        if pronoun:
            return _matching_case(self.subject, pronoun)
        return self.subject + ("'" if self.plural and self.subject.endswith("s") else "'s")


def _matching_case(model: str, word: str) -> str:
    capital = len(model) > 1 and model[0].isupper()
    return word[:1].upper() + word[1:] if capital else word


@dataclass(frozen=True, slots=True)
class Topic:
    """What a stretch of a paragraph is about. score: 0 to 1; flag: the product's own yes or no."""

    name: str
    paragraph: int
    score: float
    start: int = 0
    end: int = 0
    flag: bool = True


@dataclass(frozen=True, slots=True)
class Contract:
    """The document read as a contract.

    sentences: of every paragraph, in order, the sentences' spans. lead_ins: of every paragraph, the index of the paragraph that it
    continues ("Consultant shall:"), None for one that stands alone. title: as written. insertable: False where the document is
    no contract or not in English, and nothing should be proposed to be added.

    kind: msa | sow | nda | consulting | license | letter | terms | addendum | dpa | order_form | other.
    language: ISO 639-1 code ("en"), "" unknown. jurisdiction: the governing law as written, "" none.
    """

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...] = ()
    terms: tuple[Term, ...] = ()
    parties: tuple[Party, ...] = ()
    topics: tuple[Topic, ...] = ()
    notes: tuple[Note, ...] = ()
    kind: str = "other"
    language: str = "en"
    jurisdiction: str = ""
    title: str = ""
    sentences: tuple[tuple[Span, ...], ...] = ()
    lead_ins: tuple[int | None, ...] = ()
    facts: Facts = Facts()  # noqa: RUF009  (frozen)
    style: Style = Style()  # noqa: RUF009  (frozen)
    insertable: bool = True
