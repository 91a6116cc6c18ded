"""Roles: which party supplies (the contractor's side) and which pays for it, by what the contract has each of them do."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from server.contract.names import is_company, is_person, role_word
from server.model import Role

FIRST = 0xE000
_P = "[\ue000-\ue00f]"
_MODAL = r"(?:shall|will|must|agrees? to|hereby agrees? to|is to|undertakes? to|is required to|is responsible for|may)"
_SUPPLY = (
    r"(?:perform|provide|render|deliver|supply|furnish|carry out|complete|manufacture|develop|design|create|sell|license|ship|host|build|prepare"
    r"|produce|performing|providing|delivering|supplying|developing)"
)
_GOODS = r"(?:services?|work|works|deliverables?|products?|goods|software|content|materials|images|translations?|training|consulting|advice|project)"


@dataclass(frozen=True, slots=True)
class _Sign:
    """One habit of speech. doer, other: what it adds to the side of the first and the second party in the match (plus: contractor).

    supplies, pays: what it shows of a party that it puts on the contractor's side, and of one that it puts on the client's.
    """

    supplies: str
    pays: str
    patterns: tuple[re.Pattern[str], ...]
    doer: float
    other: float = 0.0


def _sign(reasons: str, doer: float, other: float, *patterns: str) -> _Sign:
    filled = (pattern.replace("P1", f"(?P<one>{_P})").replace("P2", f"(?P<two>{_P})").replace(" ", r"\s") for pattern in patterns)
    supplies, _, pays = reasons.partition(" | ")
    return _Sign(supplies, pays, tuple(re.compile(pattern, re.IGNORECASE) for pattern in filled), doer, other)


_SIGNS = (
    _sign(
        "performs the services | has the services performed for it", 1.5, -1.0,
        rf"P1 {_MODAL} (?:\w+ly,? |also |at its own \w+ |use \w+ efforts to )?{_SUPPLY}\b(?: to P2)?(?=[^.;]{{0,60}}\b{_GOODS}\b)",
    ),
    _sign(
        "provides what is delivered | receives what is delivered", 1.5, -1.0,
        rf"{_GOODS} (?:\w+ ){{0,3}}?(?:provided|performed|rendered|supplied|delivered|developed|created|manufactured|sold|furnished|licensed)"
        r" (?:\w+ )?by P1(?: (?:to|for) P2)?",
    ),
    _sign(
        "is paid by the other side | pays", -1.75, 1.75,
        r"P1 {MODAL} (?:also |promptly |timely )?(?:pay|compensate|reimburse|remit)(?: to)? (?:P2)?".replace("{MODAL}", _MODAL),
        r"(?:paid|payable|payment|reimbursed|owed|due|made) by P1(?: to P2)?",
    ),
    _sign("is paid | pays", 1.0, -1.5, r"(?:paid|payable|owed|due|payments?|compensation|fees?) to P1(?: by P2)?"),
    _sign(
        "is engaged by the other side | engages the other side", -4.0, 4.0,
        r"P1 (?:hereby )?(?:engages|retains|hires|commissions|employs|has (?:engaged|retained)) P2",
        r"P1 (?:wishes|desires|wants|intends|would like) to (?:engage|retain|hire|appoint|employ) P2",
    ),
    _sign("is engaged | engages", 1.0, 0.0, r"(?:engagement|appointment|services|retention) of P1"),
    _sign(
        "has what the other side wants | wants what the other side supplies", -2.0, 2.0,
        r"P1 (?:wishes|desires|wants|seeks|intends)(?: for P2)? to (?:engage|retain|obtain|purchase|buy|acquire|receive|procure|license from)",
        r"P1 (?:wishes|desires|wants) P2 to",
    ),
    _sign(
        "offers to supply | is offered", 1.0, 0.0,
        rf"P1 (?:wishes|desires|is willing|agrees|has agreed|is (?:able|qualified|ready)) to {_SUPPLY}(?=[^.;]{{0,80}}\b(?:{_GOODS}|rights?|licen[cs]e)\b)",
        rf"P1 (?:is (?:in the business of|engaged in(?: the business of)?)|provides|offers|is an? (?:\w+ )?(?:provider|supplier|manufacturer) of)"
        rf"(?=[^.;]{{0,80}}\b(?:{_GOODS}|rights?|licen[cs]e)\b)",
    ),
    _sign(
        "sends the invoices | is invoiced", 2.0, 0.0,
        rf"P1 {_MODAL} (?:submit|send|issue|provide|render|invoice|bill)(?: to)?(?: P2)?[^.;]{{0,40}}\binvoices?\b",
        r"P1(?:'s)? invoices?\b",
        rf"P1 {_MODAL} invoice\b",
    ),
    _sign("is an independent contractor | has an independent contractor", 3.0, 0.0, r"P1 (?:is|shall be|will be|acts?|is acting|performs?|are) (?:\w+ ){0,6}?an independent contractors?\b"),
    _sign(
        "assigns its work | takes the work over", 2.0, -2.0,
        r"P1 (?:hereby )?(?:irrevocably )?(?:assigns?|agrees to assign|shall assign|will assign)(?: and \w+)?(?:,? \w+){0,2} to P2",
    ),
    _sign("grants a licence | is granted a licence", 1.0, -1.0, r"P1 (?:hereby )?grants?(?: to)? P2"),
    _sign(
        "sells | buys", -1.5, 0.0,
        rf"P1 {_MODAL} (?:purchase|order|buy|obtain|place orders?)",
        r"purchase[ds]? (?:\w+ ){0,3}?by P1",
        r"P1 (?:hereby )?(?:purchases|orders|buys)",
    ),
    _sign("sells | buys", 1.5, 0.0, r"(?:purchase[ds]?|bought|ordered|licensed|obtained) (?:\w+ ){0,3}?from P1", r"P1 (?:hereby )?(?:sells|supplies|licenses)"),
    _sign("does the work | receives the work", -0.5, 0.0, rf"{_GOODS} (?:\w+ ){{0,2}}?(?:for|to) P1\b(?! from)"),
    _sign(
        "has the other side distribute what it makes | distributes what the other side makes", 4.0, -4.0,
        r"P1 (?:hereby )?appoints? P2 (?:as |to be )?(?:\w+[ -]){0,8}?(?:distributor|reseller|dealer|franchisee|licensee|affiliate|representative)",
    ),
    _sign(
        "is appointed by the other side | appoints the other side", -3.0, 3.0,
        r"P1 (?:hereby )?appoints? P2 (?:as |to )(?!.{0,50}(?:distributor|reseller|dealer|franchisee|licensee|affiliate|representative))",
    ),
    _sign("works under the other side's instructions | gives the instructions", 2.0, -2.0, r"P1 shall (?:report to|follow|comply with the (?:reasonable )?instructions of) P2"),
)  # fmt: skip
_LEAN = {
    "distributor": -4.0, "reseller": -4.0, "franchisee": -4.0, "franchisor": 5.0, "affiliate": -3.0, "agent": 2.0, "sponsor": -4.0, "merchant": -3.0,
    "assignee": -3.0, "assignor": 3.0, "transferor": 3.0, "transferee": -3.0, "agency": -0.5, "lessor": 3.0, "lessee": -3.0, "landlord": 3.0, "tenant": -3.0,
    "marketing affiliate": -3.0, "company": -1.5, "firm": 1.0, "user": -4.0, "publisher": -1.5, "owner": -2.0, "recipient": 3.0, "university": -0.5,
    "operator": 1.5, "processor": 4.0, "agent developer": 4.0, "principal": -2.5, "sponsoring": -2.0, "corporation": -1.5, "manufacturer": 4.0, "founder": 1.0,
    "administrator": 3.0, "talent": 4.0, "institution": -0.5, "author": 4.0, "seller": 6.0, "brand": -3.0, "council": -4.0, "authority": -3.0,
}  # fmt: skip
_STRONG = 6.0
_CLEAR = 2.0


@dataclass(frozen=True, slots=True)
class Standing:
    """A party's role, why, and how sure (0 to 1)."""

    role: Role
    reason: str
    confidence: float


def fold_names(text: str, aliases: Sequence[Sequence[str]]) -> str:
    """The text with every party's names replaced by one private-use character each, their articles taken in; case is kept elsewhere."""
    lookup = {alias.lower(): chr(FIRST + at) for at, names in enumerate(aliases[:16]) for alias in names if alias}
    if not lookup:
        return text
    longest = sorted(lookup, key=lambda alias: (-len(alias), alias))
    pattern = re.compile(rf"\b(?:the\s)?({'|'.join(re.escape(alias) for alias in longest)})(?!\w)", re.IGNORECASE)
    return pattern.sub(lambda match: lookup[match[1].lower()] if _is_use(match[1]) else match[0], text)


def _is_use(word: str) -> bool:
    return word[0].isupper() or word.lower() in ("you", "we", "us") or not word[0].isalpha()


def judge_roles(text: str, aliases: Sequence[Sequence[str]], mutual: bool) -> tuple[Standing, ...]:
    """Each party's standing, from the words of the whole contract and the parties' names, in the same order.

    mutual: the contract binds both sides alike (a mutual NDA); then only names that say a role count.
    """
    priors = [max((_prior(alias) for alias in names), key=abs, default=0.0) for names in aliases]
    scores, reasons = list(priors), [{"is named by its role": prior} if prior else {} for prior in priors]
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
    if word in _LEAN:
        return _LEAN[word]
    return {"contractor": _STRONG, "client": -_STRONG}.get(role_word(alias), 0.0)


def _weigh(folded: str, scores: list[float], reasons: list[dict[str, float]]) -> None:
    for sign in _SIGNS:
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
    reason = max(why, key=lambda key: side * why[key]) if why and max(side * value for value in why.values()) > 0 else "faces the other side"
    if gap < _CLEAR or (parties > 2 and abs(offset) < 0.2 * gap):
        return Standing("other", "neither side clearly supplies or pays" if gap < _CLEAR else reason, 0.5)
    confidence = round(1 - math.exp(-gap / 5), 2)
    return Standing("contractor" if offset > 0 else "client", reason, confidence)
