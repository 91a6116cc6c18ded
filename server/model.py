"""The nouns of the trade, as plain frozen data. A leaf: imports nothing of ours.

One word, one meaning: a Clause is a file of the library; a provision of the contract is a Section.
Offsets are code points of `Paragraph.text`, half-open. Tuples, not lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Story = Literal["body", "cell", "footnote", "endnote", "header", "footer", "textbox"]
ChangeKind = Literal["keep", "delete", "insert"]
FindingKind = Literal["replace", "insert", "amend", "append"]
Severity = Literal["critical", "high", "medium", "low"]
Priority = Literal["must", "should", "nice"]
Rung = Literal["preferred", "fallback", "floor"]
Level = Literal["info", "warning"]
Role = Literal["contractor", "client", "other"]


# ---------------------------------------------------------------- the document as text
@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one paragraph's text: half-open, in code points."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field's shown result inside a paragraph, and its code (`REF _Ref1 \\r \\h`). Its words are never edited."""

    start: int
    end: int
    code: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph of a table stands: counted from 0 over the document's tables, the table's rows, the row's cells."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in the current view: others' insertions in, others' deletions out.

    label: the automatic number as Word shows it ("8.2", "(a)"), "" where there is none; a typed number is part of `text`.
    style: the style's name ("Heading 1"). level: the list level, else the heading level, counted from 0; None for neither.
    lead: how many leading characters look unlike the rest (bold, underlined, capitals by format); all of them for a
    paragraph that looks like a heading as a whole; else 0.
    """

    index: int
    story: Story
    text: str
    label: str = ""
    style: str = ""
    level: int | None = None
    lead: int = 0
    cell: Cell | None = None
    fields: tuple[Field, ...] = ()
    bookmarks: tuple[str, ...] = ()


def _matching_case(model: str, word: str) -> str:
    capital = len(model) > 1 and model[0].isupper()
    return word[:1].upper() + word[1:] if capital else word


# ---------------------------------------------------------------- the contract
@dataclass(frozen=True, slots=True)
class Section:
    """A provision: its label as the document writes it ("8.2", "Article IV", ""), its heading, its paragraphs first..last (inclusive).

    parent: index of the enclosing section in `Contract.sections`, None at the top.
    kind: provision | recitals | definitions | parties | signature | schedule | contents | row (of a cover-page table).
    """

    label: str
    heading: str
    first: int
    last: int
    parent: int | None = None
    kind: str = "provision"


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
class Note:
    """What we were unsure of; never an exception."""

    level: Level
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """Money. currency: ISO 4217 ("USD"), "" unknown; value: as a decimal number without grouping ("12500.00")."""

    span: Span
    value: str
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Percentage:
    """A share. value: the number alone ("1.5")."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date. iso: "2026-03-01", "" for one left blank; of: what it dates, by its defined term ("Effective Date") or ""."""

    span: Span
    iso: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time: number and unit (day | business day | hour | week | month | quarter | year)."""

    span: Span
    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference. kind: section | schedule | document | field.

    label: what it points at as written, without the word ("8.2", "4(b)", "IV", "Exhibit A"). target: index into
    `Contract.sections`, None where it points outside the document or nowhere. outside: it names another document's provision.
    """

    span: Span
    kind: str
    label: str
    target: int | None = None
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that clauses extend. kind: survival | order_of_precedence. items: its members in order, each where it stands."""

    kind: str
    span: Span
    items: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the contract says in numbers and names.

    courts: the courts or seat as written, "" none. fees: hourly | daily | weekly | monthly | fixed | milestone | retainer | commission
    | royalty | subscription | unit, most mentioned first.
    """

    dates: tuple[Date, ...] = ()
    periods: tuple[Period, ...] = ()
    amounts: tuple[Amount, ...] = ()
    percentages: tuple[Percentage, ...] = ()
    references: tuple[Reference, ...] = ()
    lists: tuple[Listing, ...] = ()
    fees: tuple[str, ...] = ()
    courts: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """The drafter's habits, for wording that looks like the rest.

    quotes: curly | straight, apostrophes included. term_look: how terms stand where they are defined: quoted | bold | plain.
    provision: the word for one, as written ("Section", "clause", "Article", "paragraph"). duty: shall | will | must.
    spelling: us | uk. agreement: what the document calls itself in running text ("this Agreement", "these Terms", "this letter").
    """

    quotes: str = "straight"
    term_look: str = "quoted"
    provision: str = "Section"
    duty: str = "shall"
    spelling: str = "us"
    agreement: str = "this Agreement"


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
    facts: Facts = Facts()
    style: Style = Style()
    insertable: bool = True


# ---------------------------------------------------------------- what we found, what we propose
@dataclass(frozen=True, slots=True)
class Law:
    """A fact of law, shown only where its jurisdiction fits. as_of: "2026-05"."""

    text: str
    jurisdiction: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A risk found or a protection missing. `rules[0]` is the leading one.

    id: a hash of (rules, quote, occurrence); for a missing protection of the rule alone, so that ids stay.
    anchor: the words concerned; for a missing protection the (empty) end of the paragraph that the new clause follows.
    """

    id: str
    rules: tuple[str, ...]
    category: str
    kind: FindingKind
    severity: Severity
    priority: Priority
    title: str
    why: str
    source: tuple[str, ...]
    anchor: Span
    quote: str
    law: tuple[Law, ...] = ()
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a word diff. keep and delete: `span` holds `text`; insert: `span` is empty, `text` goes there."""

    kind: ChangeKind
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to change: `old` stands at `span` (checked before writing), `new` is to stand there.

    id: the finding's. changes: how, word by word; empty until the diff is made. comment: for the other side, "" for none.
    An edit with new == "" over a whole paragraph deletes the paragraph, its mark included.
    """

    id: str
    span: Span
    old: str
    new: str
    comment: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """A paragraph to insert. text: with a typed label where the contract types its numbers ("8.3\\tLicence Back. ...").

    label: the number it will show; level: as Paragraph.level. like: the paragraph whose style and numbering it takes.
    lead: how many leading characters take the look of `like`'s lead-in (a bold or underlined heading inside the line).
    """

    text: str
    label: str = ""
    level: int | None = None
    like: int = 0
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Insertion:
    """New paragraphs that follow paragraph `after`. id: the finding's. comment: for the other side, "" for none."""

    id: str
    after: int
    paragraphs: tuple[NewParagraph, ...]
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Our wording for one finding at one rung. note: for the user only, never written into the document.

    edits may lie in several paragraphs; insertions hold whole new paragraphs. parameters: names of those used.
    """

    finding: str
    rung: Rung
    edits: tuple[Edit, ...]
    insertions: tuple[Insertion, ...] = ()
    comment: str = ""
    note: str = ""
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """Everything one reading of a contract yields. proposals: of every finding, every rung it has."""

    contract: Contract
    findings: tuple[Finding, ...]
    proposals: tuple[Proposal, ...]
    notes: tuple[Note, ...]


# ---------------------------------------------------------------- what was written, and its proof
@dataclass(frozen=True, slots=True)
class Signature:
    """Who marks, and when. date is aware and in UTC, passed in: nothing here reads a clock."""

    author: str
    date: datetime
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """A finding that was not applied. reason: overlaps | excluded | anchor_lost | field_result | locked_control | unsupported."""

    finding: str
    reason: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved of a marked document; `differences` says in words what was not."""

    rejects_to_original: bool
    accepts_to_intended: bool
    untouched_parts: bool
    differences: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        return self.rejects_to_original and self.accepts_to_intended and self.untouched_parts
