"""Roles: which party supplies (the contractor's side) and which pays for it, by what the contract has each of them do."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from server.contract.conduct import PERSON, SECRECY_SIGNS, SIGNS, WORD
from server.contract.names import is_company, is_person
from server.contract.role_words import head_weight, is_third, role_weight
from server.contract.signs import FIRST, Sign
from server.contract.ventures import how_joint, is_nda
from server.contract.vocabulary import words
from server.model import Role

_OWNING = {"you": "your", "we": "our", "i": "my"}
_TURNED = {"we": "us", "i": "me"}
_PRONOUNS = frozenset(["you", "your", "we", "our", "us", "me", "my"])
_SHORT_FORMS = tuple(
    (re.compile(short), full)
    for short, full in (
        (r"['’]ll\b", " will"),
        (r"['’]re\b", " are"),
        (r"['’]ve\b", " have"),
        (r"\bwon['’]t\b", "will not"),
        (r"n['’]t\b", " not"),
        ("’", "'"),
    )
)
_BESIDE = "stands beside the two sides"
_SAMPLE = 100_000
_NEAR = 0.12
# evidence that cancels out: a gap that is less than this part of all that was heard tells nothing
_CONFLICT = 0.05
_SURE = 3.0
# first words that unrelated companies share
_COMMON = words(
    "american national first united general international global new north south east west central great royal beijing shanghai "
    "shenzhen hong",
    "london bank university city state county institute advanced applied universal pacific atlantic san los saint the",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A party's role, why, and how sure (0 to 1). lean: how much more speaks for the contractor's side than for the others, told or not."""

    role: Role
    reason: str
    confidence: float
    lean: float = 0.0


@dataclass(slots=True)
class Case:
    """What speaks for a party's being the contractor (above nought) or the client, with the reasons; heard: how much was said at all."""

    score: float = 0.0
    heard: float = 0.0
    why: dict[str, float] = field(default_factory=dict)

    def add(self, reason: str, value: float) -> None:
        if value:
            self.score += value
            self.why[reason] = self.why.get(reason, 0.0) + value


def fold_names(text: str, aliases: Sequence[Sequence[str]]) -> str:
    """The text with every party's names replaced by one private-use character each, their articles taken in; case is kept elsewhere."""
    lookup = {alias.lower(): chr(FIRST + at) for at, names in enumerate(aliases[:16]) for alias in names if alias}
    lookup |= {owning: lookup[pronoun] + "'s" for pronoun, owning in _OWNING.items() if pronoun in lookup}
    lookup |= {turned: lookup[pronoun] for pronoun, turned in _TURNED.items() if pronoun in lookup}
    if not lookup:
        return text
    longest = sorted(lookup, key=lambda alias: (-len(alias), alias))
    pattern = re.compile(rf"\b(?:the\s)?({'|'.join(re.escape(alias) for alias in longest)})(?!\w)", re.IGNORECASE)
    return pattern.sub(lambda match: lookup[match[1].lower()] if _is_use(match[1]) else match[0], text)


def spell_out(folded: str) -> str:
    """Small letters with the short forms of plain English written out: "you'll pay" is "you will pay"."""
    for short, full in _SHORT_FORMS:
        folded = short.sub(full, folded)
    return folded


def _is_use(word: str) -> bool:
    return any(letter.isupper() for letter in word) or word.lower() in _PRONOUNS or not word[0].isalpha()


def judge_roles(text: str, aliases: Sequence[Sequence[str]], mutual: bool) -> tuple[Standing, ...]:
    """Each party's standing, from the words of the whole contract and the parties' names, in the same order.

    mutual: the contract binds both sides alike (a mutual NDA); then nobody is the contractor.
    """
    if mutual:
        return tuple(Standing("other", "is bound like the other side", 0.5) for _ in aliases)
    cases = [Case() for _ in aliases]
    for case, names in zip(cases, aliases, strict=True):
        case.add("is named by its role", WORD * max((head_weight(alias) for alias in names), key=abs, default=0.0))
    _weigh(spell_out(fold_names(text[:_SAMPLE], aliases).lower()), SECRECY_SIGNS if is_nda(text) else SIGNS, cases)
    _weigh_people(aliases, cases)
    heard = sum(case.heard for case in cases)
    _pool(cases, find_kin(aliases))
    scores = [case.score for case in cases]
    if len(scores) < 2:
        gap, middle = (abs(scores[0]) if scores else 0.0), 0.0
    else:
        gap, middle = max(scores) - min(scores), _middle(scores)
    clear, doubt = how_joint(text)
    offsets = [case.score - middle for case in cases]
    if gap < max(clear, _CONFLICT * heard):
        return tuple(Standing("other", doubt, 0.5, offset) for offset in offsets)
    third = [len(cases) > 2 and any(is_third(alias) for alias in names) for names in aliases]
    told = {
        offset > 0
        for case, offset, beside in zip(cases, offsets, third, strict=True)
        if case.why and abs(offset) >= _NEAR * gap and not beside
    }
    standings = tuple(_stand(case, offset, gap, told if len(cases) > 2 else set()) for case, offset in zip(cases, offsets, strict=True))
    if len(told) < 2:
        return standings
    return tuple(Standing("other", _BESIDE, 0.5) if beside else one for one, beside in zip(standings, third, strict=True))


def _middle(scores: Sequence[float]) -> float:
    """Between the sides: halfway for two parties; for more of them nought, where some are above it and some below."""
    if len(scores) > 2 and max(scores) > PERSON and min(scores) < -PERSON:
        return 0.0
    return (max(scores) + min(scores)) / 2


def _weigh(folded: str, signs: Sequence[Sign], cases: Sequence[Case]) -> None:
    """Adds what the parties do in the text; a habit counts by the logarithm of how often it shows."""
    for sign in signs:
        counts: dict[tuple[int, float], int] = {}
        for match in (match for pattern in sign.patterns for match in pattern.finditer(folded)):
            groups = match.groupdict()
            for name, weight in (("one", sign.doer), ("two", sign.other)):
                if groups.get(name) and weight:
                    key = (ord(groups[name]) - FIRST, weight)
                    counts[key] = counts.get(key, 0) + 1
        for (party, weight), count in counts.items():
            if party < len(cases):
                value = weight * math.log2(1 + count)
                cases[party].add(sign.supplies if value > 0 else sign.pays, value)
                cases[party].heard += abs(value)


def _weigh_people(aliases: Sequence[Sequence[str]], cases: Sequence[Case]) -> None:
    """A person dealing with a company is more often the one who works."""
    people = [any(is_person(alias) for alias in names) and not any(is_company(alias) for alias in names) for names in aliases]
    if not all(people):
        for case, person in zip(cases, people, strict=True):
            case.add("is a person dealing with a company", PERSON if person else 0.0)


def find_kin(aliases: Sequence[Sequence[str]]) -> tuple[frozenset[int], ...]:
    """Parties of three or more that stand on one side together: affiliates, whose full names begin with the same word of their own.

    So do those who share a name, which speaks for all of them (the "Sellers"). A party whose name is a role keeps to itself (the guarantor
    of the supplier is no supplier); so do all where all are kin.
    """
    stems: dict[str, set[int]] = {}
    for at, names in enumerate(aliases):
        own = not any(role_weight(alias) is not None and abs(role_weight(alias) or 0.0) < _SURE for alias in names)
        for stem in ({_stem(alias) for alias in names if own} | {alias.lower() for alias in names}) - {""}:
            stems.setdefault(stem, set()).add(at)
    kin = {frozenset(group) for group in stems.values() if 1 < len(group) < len(aliases)}
    return tuple(sorted(kin, key=sorted)) if len(aliases) > 2 else ()


def _stem(alias: str) -> str:
    """The first word of a company's name that could be nobody else's; "" for a role or a word of the language or the map."""
    first = re.split(r"[\s,.]", alias.removeprefix("The ").removeprefix("THE "))[0].lower()
    return first if len(first) > 2 and role_weight(alias) is None and role_weight(first) is None and first not in _COMMON else ""


def _pool(cases: Sequence[Case], kin: Sequence[frozenset[int]]) -> None:
    """What affiliates do is done by their side: each is judged by what all of them do."""
    for group in kin:
        total = sum(cases[at].score for at in group)
        why: dict[str, float] = {}
        for reason, value in (pair for at in sorted(group) for pair in cases[at].why.items()):
            why[reason] = why.get(reason, 0.0) + value
        for at in group:
            cases[at].score, cases[at].why = total, dict(why)


def _stand(case: Case, offset: float, gap: float, told: set[bool]) -> Standing:
    """told: the sides (True: the contractor's) that somebody is surely on; then a party of which little is told is on neither."""
    side = 1 if offset > 0 else -1
    known = case.why and max(side * value for value in case.why.values()) > 0
    reason = max(case.why, key=lambda key: side * case.why[key]) if known else "faces the other side"
    if (offset > 0) in told and (abs(offset) < _NEAR * gap or not case.why):
        return Standing("other", reason, 0.5)
    return Standing("contractor" if offset > 0 else "client", reason, round(1 - math.exp(-gap / 3), 2))
