"""The folded view: a text as patterns see it, with a map back to the text's own offsets.

Curly quotes straight, non-breaking and thin spaces plain, runs of white space one space, soft hyphens and zero-width characters out,
non-breaking hyphens and dashes "-", and the two sides' names one private-use character each.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from server.clauses.patterns import ME, THEM
from server.model import Contract, Party

_SINGLE = "‘’‚‛′`´"
_DOUBLE = "“”„‟″«»"
_SPACES = (
    "\t\n\r\x0b\x0c\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ue000\ue001"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_PLAIN = str.maketrans(
    {**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_SPACES, " "), **dict.fromkeys(_DASHES, "-")}
)
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_PRONOUNS = {
    "we": {"we": "(?i:we)", "us": "[Uu]s", "our": "(?i:our)", "ours": "(?i:ours)"},  # "US" is a country
    "i": {"i": "I", "me": "(?i:me)", "my": "(?i:my)"},
    "you": {"you": "(?i:you)", "your": "(?i:your)", "yours": "(?i:yours)"},
}
_POSSESSIVE = frozenset({"our", "ours", "my", "your", "yours"})
_ALL_PRONOUNS = frozenset(form for forms in _PRONOUNS.values() for form in forms)
_NO_NAMES = frozenset({"party", "parties", "either party", "each party", "both parties", ""})


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. Each piece (folded start, its length, original start, its length) stands where the two differ.

    out: where invisible characters were taken out, in offsets of the text without them.
    """

    text: str
    pieces: tuple[tuple[int, int, int, int], ...] = ()
    out: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text for a stretch of the folded one; both half-open, in code points."""
        first = self._back(start)
        if end <= start:
            first += bisect_left(self.out, first)
            return first, first
        last = self._back(end - 1, ending=True)
        return first + bisect_right(self.out, first), last + bisect_right(self.out, last) + 1

    def folded(self, offset: int) -> int:
        """The folded offset of an original one; inside a folded name, the name's start."""
        if self.out:
            plain, low = offset, 0
            while low < len(self.out) and self.out[low] + low < offset:
                low += 1
            offset = plain - low
        shift = 0
        for at, length, origin, width in self.pieces:
            if origin >= offset:
                break
            if offset < origin + width:
                return at
            shift = at + length - origin - width
        return offset + shift

    def _back(self, offset: int, ending: bool = False) -> int:
        index = bisect_right(self.pieces, (offset, 1 << 60, 0, 0)) - 1
        if index < 0:
            return offset
        at, length, origin, width = self.pieces[index]
        if offset < at + length:
            return origin + width - 1 if ending else origin
        return offset - at - length + origin + width


class Folder:
    """Folds the texts of one contract: knows the names of its two sides."""

    def __init__(self, contract: Contract) -> None:
        me, them = sides(contract)
        self._marks: dict[str, str] = {}
        mains = {party.short[0].lower() for party in (*me, *them) if party.short}
        words = [*self._learn(them, THEM, mains), *self._learn(me, ME, mains)]
        names = "|".join(sorted(set(words), key=lambda word: (-len(word), word)))
        article = r"(?:[Tt]he |THE )?"
        party = rf"(?<![\w-]){article}(?:(?P<name>{names}))(?P<s>(?<=[sS])'(?![\w]))?(?![\w])" if names else r"(?!)"
        self._pattern = re.compile(rf" {{2,}}|{party}" if names else " {2,}")

    def _learn(self, parties: tuple[Party, ...], mark: str, mains: set[str]) -> list[str]:
        """The names of one side as patterns; what each stands for is kept under its plain form.

        mains: every party's main name; it is no one else's second name.
        """
        found: list[str] = []
        for party in parties:
            own = (*party.short[:1], *(name for name in (*party.short[1:], party.name) if name.lower() not in mains))
            for name in own:
                plain = re.sub(r"^[Tt]he ", "", " ".join(name.translate(_PLAIN).split()))
                if plain.lower() not in _NO_NAMES | _ALL_PRONOUNS and len(plain) > 1:
                    found += self._spellings(plain, mark)
            for form, pattern in _pronouns(party).items():
                self._marks.setdefault(form, mark + ("'s" if form in _POSSESSIVE else ""))
                found.append(pattern)
        return found

    def _spellings(self, plain: str, mark: str) -> list[str]:
        self._marks.setdefault(plain.lower(), mark)
        escaped = re.escape(plain).replace(r"\ ", " +")
        upper = re.escape(plain.upper()).replace(r"\ ", " +")
        return [f"(?i:{escaped})"] if plain.islower() else [escaped, upper]

    def fold(self, text: str) -> Folded:
        plain = text.translate(_PLAIN)
        out: list[int] = []
        if _INVISIBLE.search(plain):
            out = [found.start() - number for number, found in enumerate(_INVISIBLE.finditer(plain))]
            plain = _INVISIBLE.sub("", plain)
        pieces: list[tuple[int, int, int, int]] = []
        parts: list[str] = []
        at = length = 0
        for found in self._pattern.finditer(plain):
            start, end = found.span()
            new = self._mark(found)
            parts += [plain[at:start], new]
            length += start - at
            pieces.append((length, len(new), start, end - start))
            length += len(new)
            at = end
        return Folded("".join((*parts, plain[at:])), tuple(pieces), tuple(out))

    def _mark(self, found: re.Match[str]) -> str:
        name = found.groupdict().get("name")
        if name is None:
            return " "
        mark = self._marks[" ".join(name.lower().split())]
        return mark + "'s" if found["s"] else mark


def _pronouns(party: Party) -> dict[str, str]:
    """The pronouns that mean this party, where the contract speaks of "we", "I" or "you"."""
    names = {name.lower() for name in party.short}
    if party.person == 2:
        names.add("you")
    if party.person == 1 and "i" not in names:
        names.add("we")
    return {form: pattern for name in ("we", "i", "you") if name in names for form, pattern in _PRONOUNS[name].items()}


def sides(contract: Contract) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """My side and the other side. Third parties (role "other") belong to neither while there is someone else to be the other side."""
    me = tuple(party for party in contract.parties if party.is_me)
    rest = tuple(party for party in contract.parties if not party.is_me)
    if not me:
        return (), ()
    named = tuple(party for party in rest if party.role != "other")
    return me, named or rest[:1]
