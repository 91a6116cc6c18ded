"""Conduct: what each side of a contract does, said in the ways contracts say it, and which side that puts it on.

In the text that these patterns are matched on every name of a party is one private-use character (`FIRST` + its number).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.contract.vocabulary import words

FIRST = 0xE000
_P = "[\ue000-\ue00f]"
_MODAL = r"(?:shall|will|must|agrees? to|hereby agrees? to|is to|undertakes? to|is required to|is responsible for|may)"
_SUPPLY = (
    r"(?:perform|provide|render|deliver|supply|furnish|carry out|complete|manufacture|develop|design|create|sell|license"
    r"|ship|host|build|prepare"
    r"|produce|performing|providing|delivering|supplying|developing)"
)
_GOODS = (
    r"(?:services?|work|works|deliverables?|products?|goods|software|content|materials|technology|equipment|systems?"
    r"|support|images|translations?|training|consulting|advice|project)"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One habit of speech. doer, other: what it adds to the side of the first and the second party in the match (plus: contractor).

    supplies, pays: what it shows of a party that it puts on the contractor's side, and of one that it puts on the client's.
    """

    supplies: str
    pays: str
    patterns: tuple[re.Pattern[str], ...]
    doer: float
    other: float = 0.0


def _sign(reasons: str, doer: float, other: float, *patterns: str) -> Sign:
    filled = (pattern.replace("P1", f"(?P<one>{_P})").replace("P2", f"(?P<two>{_P})").replace(" ", r"\s") for pattern in patterns)
    supplies, _, pays = reasons.partition(" | ")
    return Sign(supplies, pays, tuple(re.compile(pattern, re.IGNORECASE) for pattern in filled), doer, other)


SIGNS = (
    _sign(
        "performs the services | has the services performed for it",
        1.5,
        -1.0,
        rf"P1 {_MODAL} (?:\w+ly,? |also |at its own \w+ |use \w+ efforts to )?{_SUPPLY}\b(?: to P2)?(?=[^.;]{{0,60}}\b{_GOODS}\b)",
    ),
    _sign(
        "provides what is delivered | receives what is delivered",
        1.5,
        -1.0,
        rf"{_GOODS} (?:\w+ ){{0,3}}?(?:provided|performed|rendered|supplied|delivered|developed|created|manufactured|sold"
        rf"|furnished|licensed)"
        r" (?:\w+ )?by P1(?: (?:to|for) P2)?",
    ),
    _sign(
        "is paid by the other side | pays",
        -1.75,
        1.75,
        r"P1 {MODAL} (?:also |promptly |timely )?(?:pay|compensate|reimburse|remit)(?: to)? (?:P2)?".replace("{MODAL}", _MODAL),
        r"(?:paid|payable|payment|reimbursed|owed|due|made) by P1(?: to P2)?",
    ),
    _sign("is paid | pays", 1.0, -1.5, r"(?:paid|payable|owed|due|payments?|compensation|fees?) to P1(?: by P2)?"),
    _sign(
        "is engaged by the other side | engages the other side",
        -4.0,
        4.0,
        r"P1 (?:hereby )?(?:engages|retains|hires|commissions|employs|has (?:engaged|retained)) P2",
        r"P1 (?:wishes|desires|wants|intends|would like) to (?:engage|retain|hire|appoint|employ) P2",
    ),
    _sign("is engaged | engages", 1.0, 0.0, r"(?:engagement|appointment|services|retention) of P1"),
    _sign(
        "has what the other side wants | wants what the other side supplies",
        -2.0,
        2.0,
        r"P1 (?:wishes|desires|wants|seeks|intends)(?: for P2)? to (?:engage|retain|obtain|purchase|buy|acquire|receive"
        r"|procure|license from)",
        r"P1 (?:wishes|desires|wants) P2 to",
    ),
    _sign(
        "offers to supply | is offered",
        1.0,
        0.0,
        rf"P1 (?:wishes|desires|is willing|agrees|has agreed|is (?:able|qualified"
        rf"|ready)) to {_SUPPLY}(?=[^.;]{{0,80}}\b(?:{_GOODS}|rights?|licen[cs]e)\b)",
        rf"P1 (?:is (?:in the business of|engaged in(?: the business of)?)|provides|offers|is an? (?:\w+ )?(?:provider|supplier"
        rf"|manufacturer) of)"
        rf"(?=[^.;]{{0,80}}\b(?:{_GOODS}|rights?|licen[cs]e)\b)",
    ),
    _sign(
        "sends the invoices | is invoiced",
        2.0,
        0.0,
        rf"P1 {_MODAL} (?:submit|send|issue|provide|render|invoice|bill)(?: to)?(?: P2)?[^.;]{{0,40}}\binvoices?\b",
        r"P1(?:'s)? invoices?\b",
        rf"P1 {_MODAL} invoice\b",
    ),
    _sign(
        "is an independent contractor | has an independent contractor",
        3.0,
        0.0,
        r"P1 (?:is|shall be|will be|acts?|is acting|performs?|are) (?:\w+ ){0,6}?an independent contractors?\b",
    ),
    _sign(
        "assigns its work | takes the work over",
        2.0,
        -2.0,
        r"P1 (?:hereby )?(?:irrevocably )?(?:assigns?|agrees to assign|shall assign|will assign)(?: and \w+)?(?:,? \w+){0,2} to P2",
    ),
    _sign("grants a licence | is granted a licence", 1.0, -1.0, r"P1 (?:hereby )?grants?(?: to)? P2"),
    _sign(
        "sells | buys",
        -1.5,
        0.0,
        rf"P1 {_MODAL} (?:purchase|order|buy|obtain|place orders?)",
        r"purchase[ds]? (?:\w+ ){0,3}?by P1",
        r"P1 (?:hereby )?(?:purchases|orders|buys)",
    ),
    _sign(
        "sells | buys",
        1.5,
        0.0,
        r"(?:purchase[ds]?|bought|ordered|licensed|obtained) (?:\w+ ){0,3}?from P1",
        r"P1 (?:hereby )?(?:sells|supplies|licenses)",
    ),
    _sign("does the work | receives the work", -0.5, 0.0, rf"{_GOODS} (?:\w+ ){{0,2}}?(?:for|to) P1\b(?! from)"),
    _sign(
        "has the other side distribute what it makes | distributes what the other side makes",
        4.0,
        -4.0,
        r"P1 (?:hereby )?appoints? P2 (?:as |to be )?(?:\w+[ -]){0,8}?(?:distributor|reseller|dealer|franchisee|licensee"
        r"|affiliate|representative)",
    ),
    _sign(
        "is appointed by the other side | appoints the other side",
        -3.0,
        3.0,
        r"P1 (?:hereby )?appoints? P2 (?:as |to )(?!.{0,50}(?:distributor|reseller|dealer|franchisee|licensee|affiliate|representative))",
    ),
    _sign("is booked for work | books the work", -3.0, 3.0, r"P1 (?:books?|commissions?|hires?|asks?|contracts?) P2"),
    _sign("has a day rate | pays a day rate", 2.5, 0.0, r"P1's (?:\w+ )?(?:day|daily|hourly|agreed) (?:rates?|fees?)"),
    _sign(
        "makes the work | has the work made",
        2.0,
        -2.0,
        r"P1 (?:makes?|creates?|writes?|produces?|does|do|delivers?|develops?) (?:\w+ ){0,4}?for P2",
    ),
    _sign(
        "works under the other side's instructions | gives the instructions",
        2.0,
        -2.0,
        r"P1 shall (?:report to|follow|comply with the (?:reasonable )?instructions of) P2",
    ),
)
# what a short name says by itself, where it is no plain word for either side
_LEANING_WORDS = {
    -8.0: "distributor reseller franchisee",
    -4.0: "sponsor user council",
    -3.0: "affiliate merchant assignee transferee lessee tenant marketing_affiliate brand authority",
    -2.5: "principal",
    -2.0: "owner",
    -1.5: "company publisher corporation",
    -0.5: "agency university institution",
    1.0: "firm",
    1.5: "operator",
    2.0: "agent",
    3.0: "assignor transferor lessor landlord recipient administrator",
    4.0: "processor manufacturer talent author",
    5.0: "franchisor",
    6.0: "seller",
}
LEANINGS = {word: weight for weight, line in _LEANING_WORDS.items() for word in sorted(words(line))}
WORK = re.compile(rf"\b{_GOODS}\b", re.IGNORECASE)
SHARES = re.compile(r"\b(?:shares|stock|securities|debentures|notes|merger)\b", re.IGNORECASE)
