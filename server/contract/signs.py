"""Signs: habits of speech that tell the side that works from the side that pays, and how their patterns are written.

In the text that the patterns are matched on every name of a party is one private-use character (`FIRST` + its number), the rest is in
small letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

FIRST = 0xE000
_P = "[\ue000-\ue00f]"
PARTS = {
    "MODAL": r"(?:shall|will|must|agrees? to|hereby agrees? to|is to|undertakes? to|is required to|is responsible for|may)",
    "SUPPLY": r"(?:perform|provide|render|deliver|supply|furnish|carry out|complete|manufacture|develop|design|create|sell|license"
    r"|ship|host|build|prepare|produce|transport|maintain|write|performing|providing|delivering|supplying|developing)",
    "GOODS": r"(?:services?|work|works|deliverables?|products?|goods|software|content|materials|technology|equipment|systems?|support"
    r"|images|translations?|training|consulting|advice|project|model|promotions?|network|site|data)",
    "SELLER": r"(?:distributor|reseller|dealer|franchisee|licensee|affiliate|representative)",
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One habit of speech. doer, other: what it adds to the side of the first and the second party in the match (plus: contractor).

    supplies, pays: what it shows of a party that it puts on the contractor's side, and of one that it puts on the client's.
    """

    supplies: str
    pays: str
    patterns: tuple[re.Pattern[str], ...]
    doer: float
    other: float


def sign(reasons: str, doer: float, other: float, *patterns: str) -> Sign:
    """A sign. reasons: "what it shows of a supplier | of a client"; patterns: P1 and P2 are parties, the names of `PARTS` its words."""
    supplies, _, pays = reasons.partition(" | ")
    return Sign(supplies, pays, tuple(re.compile(_filled(pattern)) for pattern in patterns), doer, other)


def _filled(pattern: str) -> str:
    """A pattern with P1, P2 and the lists of words put in; a blank stands for any white space."""
    for name, words in PARTS.items():
        pattern = pattern.replace(name, words)
    return pattern.replace("P1", f"(?P<one>{_P})").replace("P2", f"(?P<two>{_P})").replace(" ", r"\s")
