"""Our wording in the contract's own words: names, terms, quotes, shall or will, section or clause, US or UK spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from server.clauses.folding import sides
from server.clauses.placeholders import Placeholder, split_wording
from server.clauses.spelling import spell
from server.errors import WordingError
from server.model import Contract, Party

_SUBJECT = re.compile(
    r"\s*(?:hereby |also |each |both )?(?:shall|will|must|may|can|could|would|should|has|have|had|is|are|was|were|does|do|did|agrees?|and \w+ (?:shall|may))\b"
)
_ENDS = re.compile(r"(?:^|[.!?:]\s+)[\"“(]?$")
_VERB = Placeholder("verb", "|")


@dataclass(frozen=True, slots=True)
class Gaps:
    """What fills the placeholders that depend on the place and the choice. sections: the label of each chosen rule's section."""

    words: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    opens: bool = True


class Writer:
    """Writes wordings for one contract. values: the parameters' words."""

    def __init__(self, contract: Contract, values: Mapping[str, str]) -> None:
        self._contract = contract
        self._values = values
        me, them = sides(contract)
        self._sides = {"me": me[0] if me else None, "them": them[0] if them else None}
        self._terms = {term.name.lower(): term.name for term in contract.terms}

    def write(self, wording: str, gaps: Gaps) -> str:
        """The wording as it will stand in the document. Raises WordingError where a placeholder cannot be filled.

        gaps.opens: whether the words begin a sentence (then they begin with a capital).
        """
        pieces = split_wording(wording)
        text = ""
        for number, piece in enumerate(pieces):
            following = pieces[number + 1 :]
            filled = self._fill(piece, following, gaps) if isinstance(piece, Placeholder) else self._plain(piece, pieces[:number])
            opening = _ENDS.search(text) if text or gaps.opens else None
            text += filled[:1].upper() + filled[1:] if opening and isinstance(piece, Placeholder) or (opening and not text) else filled
        return self._look(re.sub(r"\bone times the\b", "the", text))

    def explain(self, text: str) -> str:
        """A text for the reader rather than the document (`why`, a note): placeholders that cannot be filled become plain words."""
        known = {"me": "you", "them": "the other side", "agreement": "the contract"}
        out = ""
        for piece in split_wording(text):
            if isinstance(piece, str):
                out += piece
            elif piece.kind in self._sides:
                party = self._sides[piece.kind]
                out += party.subject if party else known[piece.kind]
            else:
                out += self._known(piece) or known.get(piece.kind, piece.options[-1])
        return out[:1].upper() + out[1:]

    def _fill(self, gap: Placeholder, following: tuple[str | Placeholder, ...], gaps: Gaps) -> str:
        if gap.kind in self._sides:
            return self._name(gap.kind, following)
        found = self._known(gap)
        if found is None:
            found = {"section": gaps.sections, "words": gaps.words}.get(gap.kind, {}).get(gap.value)
        if found is None:
            raise WordingError(f"Nothing fills {{{gap.kind}:{gap.value}}} in a wording.", "Set the parameter, or choose the rule it names as well.")
        return found

    def _known(self, gap: Placeholder) -> str | None:
        if gap.kind == "agreement":
            return self._contract.style.agreement
        if gap.kind == "term":
            return self._term(gap.options)
        if gap.kind == "verb":
            return gap.options[1] if self._speaks_plural() else gap.options[0]
        return self._values.get(gap.value) if gap.kind == "param" else None

    def _name(self, side: str, following: tuple[str | Placeholder, ...]) -> str:
        party = self._sides[side]
        if party is None:
            raise WordingError("The contract does not say who the parties are.", "Name your side with --me.")
        self._last: Party | None = party
        after = following[0] if following else ""
        if isinstance(after, str) and after.startswith("'s"):
            return party.possessive
        is_subject = isinstance(after, Placeholder) and after.kind == "verb" or isinstance(after, str) and _SUBJECT.match(after)
        return party.subject if is_subject else party.object

    def _speaks_plural(self) -> bool:
        party = getattr(self, "_last", None)
        return party is not None and (party.plural or party.person != 3)

    def _plain(self, piece: str, before: tuple[str | Placeholder, ...]) -> str:
        last = before[-1] if before else None
        named = isinstance(last, Placeholder) and last.kind in self._sides
        return piece[2:] if named and piece.startswith("'s") else self._with_duty(piece, named)

    def _with_duty(self, piece: str, named: bool) -> str:
        duty = self._contract.style.duty
        if duty == "must":
            piece = re.sub(r"^ shall\b", " must", piece) if named else piece
            return re.sub(r"\bshall\b", "will", piece)
        return re.sub(r"\bshall\b", duty, piece)

    def _term(self, options: tuple[str, ...]) -> str:
        """The first alternative that is a term of this contract, as the contract writes it; else the last one, in plain words."""
        for option in options:
            for form in (option, f"{option}s", option.removesuffix("s")):
                if form.lower() in self._terms and form[:1].isupper():
                    return self._terms[form.lower()]
        return options[-1]

    def _look(self, text: str) -> str:
        style = self._contract.style
        word = style.provision or "Section"
        text = re.sub(r"\bSections\b(?= [\d(A-Z])", f"{word}s", text)
        text = re.sub(r"\bSection\b(?= [\d(A-Z])|(?<=\bthis )Section\b", word, text)
        text = spell(text, style.spelling)
        return curl(text) if style.quotes == "curly" else text


def curl(text: str) -> str:
    """Straight quotes and apostrophes made typographic."""
    text = re.sub(r'(^|[\s(\[\u2014])"', "\\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[“])'", "\\1‘", text).replace("'", "’")
