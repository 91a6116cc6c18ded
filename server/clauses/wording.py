"""Our wording in the contract's own words: names, terms, quotes, shall or will, section or clause, US or UK spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field

from server.clauses.articles import sounded
from server.clauses.folding import sides
from server.clauses.naming import Named, Piece, name_sides
from server.clauses.placeholders import Placeholder, split_wording
from server.clauses.spelling import spell
from server.errors import WordingError
from server.model import Contract, Party

KEPT = 0xE100  # private-use characters that stand for the words filled in, while the wording around them is adapted
_FILLED = f"{chr(KEPT)}-{chr(KEPT + 99)}"
_ENDS = re.compile(r"(?:^|[.!?:]\s+)[\"“(]?$")
_PLAINLY = {"agreement": "the contract", "annex": "the annex"}
_UNNAMED = {
    "me": Party("you", ("you",), "contractor", person=2, plural=True),
    "them": Party("the other side", ("other side",), "client", article="the"),
}
# In a comment, which speaks to the other side.
_SPOKEN = {"me": Party("side", ("side",), "contractor", article="our"), "them": Party("side", ("side",), "client", article="your")}


@dataclass(frozen=True, slots=True)
class Gaps:
    """What fills the placeholders that depend on the place and the choice. sections, annex: labels, of each chosen rule's section and of
    the annex that comes with the words.

    opens: whether the words begin a sentence. leads, follows: the document's own words before and after them.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    opens: bool = True
    leads: str = ""
    follows: str = ""
    annex: str = ""


class Writer:
    """Writes wordings for one contract. values: the parameters' words. defined: terms that the chosen wordings define."""

    def __init__(self, contract: Contract, values: Mapping[str, str], defined: Iterable[str] = ()) -> None:
        self._contract = contract
        self._values = values
        me, them = sides(contract)
        self._sides = {"me": me[0] if me else None, "them": them[0] if them else None}
        self._terms = {name.lower(): name for name in (*defined, *(term.name for term in contract.terms))}

    def write(self, wording: str, gaps: Gaps) -> str:
        """The wording as it will stand in the document. Raises WordingError where a placeholder cannot be filled.

        gaps.opens: whether the words begin a sentence (then they begin with a capital). The document's own words stay as they are.
        """
        kept: list[str] = []
        text = ""
        last: Piece = ""
        for piece in name_sides(split_wording(wording), self._sides, "" if gaps.opens else gaps.leads or " ", gaps.follows):
            if isinstance(piece, str):
                text += self._with_duty(piece, isinstance(last, Named) and last.is_side)
            else:
                filled = self._quoted(piece.text) if isinstance(piece, Named) else self._fill(piece, gaps)
                text = sounded(text, filled)
                if _ENDS.search(text) and (text or gaps.opens) and not (isinstance(piece, Named) and piece.is_name):
                    filled = filled[:1].upper() + filled[1:]
                text += chr(KEPT + len(kept)) if filled else ""
                kept += [filled] if filled else []
            last = piece
        if gaps.opens:
            text = text[:1].upper() + text[1:]
        text = self._look(re.sub(rf"(?:one|[{_FILLED}]) times the\b", lambda found: _once(found.group(), kept), text), kept)
        return re.sub(rf"[{_FILLED}]", lambda found: kept[ord(found.group()) - KEPT], text)

    def remark(self, comment: str, gaps: Gaps) -> str:
        """A comment for the other side: as `write`, but a side that the contract does not name is "our side" or "your side"."""
        writer = copy(self)
        writer._sides = {side: party or _SPOKEN[side] for side, party in self._sides.items()}
        return writer.write(comment, gaps)

    def defines(self, term: str) -> bool:
        """Whether the contract, or a chosen wording, defines the term."""
        return term.lower() in self._terms

    def explain(self, text: str) -> str:
        """A text for the reader rather than the document (`why`, a note): placeholders that cannot be filled become plain words."""
        sides = {side: party or _UNNAMED[side] for side, party in self._sides.items()}
        out = ""
        for piece in name_sides(split_wording(text), sides):
            if isinstance(piece, str):
                out += piece
                continue
            words = piece.text if isinstance(piece, Named) else self._known(piece) or _PLAINLY.get(piece.kind, piece.options[-1])
            opens = _ENDS.search(out) and not (isinstance(piece, Named) and piece.is_name)
            out = sounded(out, words)
            out += words[:1].upper() + words[1:] if opens else words
        return out[:1].upper() + out[1:]

    def _fill(self, gap: Placeholder, gaps: Gaps) -> str:
        found = self._known(gap) or (gaps.annex or None if gap.kind == "annex" else None)
        if found is None:
            found = {"section": gaps.sections, "words": gaps.words}.get(gap.kind, {}).get(gap.value)
        if found is None:
            raise WordingError(
                f"Nothing fills {{{gap.kind}:{gap.value}}} in a wording.", "Set the parameter, or choose the rule it names as well."
            )
        return found

    def _known(self, gap: Placeholder) -> str | None:
        if gap.kind == "agreement":
            return self._contract.style.agreement
        if gap.kind == "term":
            return self._term(gap.options)
        return self._values.get(gap.value) if gap.kind == "param" else None

    def _quoted(self, text: str) -> str:
        return curl(text) if self._contract.style.quotes == "curly" else text

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
                if form[:1].isupper() and form.lower() in self._terms:
                    return self._terms[form.lower()]
        used = next((option for option in options[:-1] if option[:1].isupper() and self._is_used(option)), None)
        return used or options[-1]

    def _is_used(self, term: str) -> bool:
        """Whether the contract uses the words like a term it defines elsewhere: capitalised inside a sentence."""
        use = re.compile(rf"[a-z,] {re.escape(term)}\b")
        return any(use.search(paragraph.text) for paragraph in self._contract.paragraphs)

    def _look(self, text: str, kept: Sequence[str]) -> str:
        style = self._contract.style
        text = re.sub(rf"\bSections? (?=([{_FILLED}]))", lambda found: _unworded(found, kept), text)
        word = style.provision or "Section"
        text = re.sub(rf"\bSections\b(?= [\d({_FILLED}A-Z])", f"{word}s", text)
        text = re.sub(rf"\bSection\b(?= [\d({_FILLED}A-Z])|(?<=\bthis )Section\b", word, text)
        text = spell(text, style.spelling)
        return curl(text) if style.quotes == "curly" else text


def _once(words: str, kept: list[str]) -> str:
    """ "One times the fees" is "the fees"."""
    number = kept[ord(words[0]) - KEPT] if KEPT <= ord(words[0]) < KEPT + 100 else "one"
    return "the" if number == "one" else words


def _unworded(found: re.Match[str], kept: Sequence[str]) -> str:
    """No "Section" before a label with a word of its own ("Article VI")."""
    return "" if re.match(r"(?:Article|Part|article|part)\b", kept[ord(found[1]) - KEPT]) else found.group()


def curl(text: str) -> str:
    """Straight quotes and apostrophes made typographic."""
    text = re.sub(r'(^|[\s(\[\u2014])"', "\\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[“])'", "\\1‘", text).replace("'", "’")
