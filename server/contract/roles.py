"""Roles: which party supplies (the contractor's side) and which pays for it, by what the contract has each of them do."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from server.contract.conduct import FIRST, LEANINGS, SHARES, SIGNS, WORK
from server.contract.names import is_company, is_person, role_word
from server.model import Role

_OWNING = {"you": "your", "we": "our", "i": "my"}
_TURNED = {"we": "us", "i": "me"}
_PRONOUNS = frozenset(["you", "your", "we", "our", "us", "me", "my"])
_SAMPLE = 100_000
_STRONG = 6.0
_CLEAR = 1.2


@dataclass(frozen=True, slots=True)
class Standing:
    """A party's role, why, and how sure (0 to 1)."""

    role: Role
    reason: str
    confidence: float


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


def _is_use(word: str) -> bool:
    return any(letter.isupper() for letter in word) or word.lower() in _PRONOUNS or not word[0].isalpha()


def judge_roles(text: str, aliases: Sequence[Sequence[str]], mutual: bool) -> tuple[Standing, ...]:
    """Each party's standing, from the words of the whole contract and the parties' names, in the same order.

    mutual: the contract binds both sides alike (a mutual NDA); then only names that say a role count.
    """
    priors = [max((_prior(alias) for alias in names), key=abs, default=0.0) for names in aliases]
    scores, reasons = list(priors), [{"is named by its role": prior} if prior else {} for prior in priors]
    text = text[:_SAMPLE]
    work, shares = len(WORK.findall(text)), len(SHARES.findall(text))
    if shares > 2 * work and max(map(abs, priors), default=0.0) < _STRONG:
        return tuple(Standing("other", "the contract is about securities, not work", 0.5) for _ in aliases)
    if not mutual:
        _weigh(fold_names(text, aliases), scores, reasons)
        _weigh_people(aliases, scores, reasons)
    middle = (max(scores) + min(scores)) / 2 if scores else 0.0
    gap = max(scores) - min(scores) if len(scores) > 1 else (abs(scores[0]) if scores else 0.0)
    if len(scores) == 1:
        middle = 0.0
    return tuple(_stand(score - middle, gap, why, len(scores)) for score, why in zip(scores, reasons, strict=True))


def _prior(alias: str) -> float:
    word = alias.lower().removeprefix("the ")
    if word in LEANINGS:
        return LEANINGS[word]
    return {"contractor": _STRONG, "client": -_STRONG}.get(role_word(alias), 0.0)


def _weigh(folded: str, scores: list[float], reasons: list[dict[str, float]]) -> None:
    for sign in SIGNS:
        counts: dict[tuple[int, float], int] = {}
        for match in (match for pattern in sign.patterns for match in pattern.finditer(folded)):
            groups = match.groupdict()
            for name, weight in (("one", sign.doer), ("two", sign.other)):
                if groups.get(name) and weight:
                    key = (ord(groups[name]) - FIRST, weight)
                    counts[key] = counts.get(key, 0) + 1
        for (party, weight), count in counts.items():
            if party < len(scores):
                value = weight * math.log2(1 + count)
                scores[party] += value
                reason = sign.supplies if value > 0 else sign.pays
                reasons[party][reason] = reasons[party].get(reason, 0.0) + value


def _weigh_people(aliases: Sequence[Sequence[str]], scores: list[float], reasons: list[dict[str, float]]) -> None:
    """A person dealing with a company is more often the one who works."""
    people = [any(is_person(alias) for alias in names) and not any(is_company(alias) for alias in names) for names in aliases]
    if any(people) and not all(people):
        for at, person in enumerate(people):
            if person:
                scores[at] += 1.5
                reasons[at]["is a person dealing with a company"] = 1.5


def _stand(offset: float, gap: float, why: dict[str, float], parties: int) -> Standing:
    side = 1 if offset > 0 else -1
    reason = (
        max(why, key=lambda key: side * why[key]) if why and max(side * value for value in why.values()) > 0 else "faces the other side"
    )
    if gap < _CLEAR or (parties > 2 and abs(offset) < 0.2 * gap):
        return Standing("other", "neither side clearly supplies or pays" if gap < _CLEAR else reason, 0.5)
    confidence = round(1 - math.exp(-gap / 5), 2)
    return Standing("contractor" if offset > 0 else "client", reason, confidence)
