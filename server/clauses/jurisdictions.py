"""Whether a fact of law fits a contract: its governing law, as written, against the jurisdiction the fact is about."""

from __future__ import annotations

import re

from server.model import Contract

_STATES = (
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky"
    " louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania"
    " tennessee texas utah vermont virginia washington wisconsin wyoming"
).split() + ["new york", "new jersey", "new mexico", "new hampshire", "north carolina", "south carolina", "rhode island"]
_UNION = (
    "austria belgium bulgaria croatia cyprus czech denmark estonia finland france germany greece hungary ireland italy latvia lithuania"
    " luxembourg malta netherlands poland portugal romania slovakia slovenia spain sweden"
).split()
_GROUPS = {
    "united states": [*_STATES, r"united states", r"u\.?s\.?a?\b"],
    "england and wales": ["england", "english law", "united kingdom", r"\buk\b"],
    "united kingdom": ["england", "wales", "scotland", "northern ireland", "united kingdom", r"\buk\b", "english law"],
    "european union": [*_UNION, "european union", r"\beu\b"],
}
_NAMES = {"us": "united states", "usa": "united states", "uk": "united kingdom", "eu": "european union", "england": "england and wales"}


def fits(jurisdiction: str, contract: Contract) -> bool:
    """True where the contract's governing law is that jurisdiction or lies in it; "any" fits every contract."""
    wanted = jurisdiction.strip().lower()
    wanted = _NAMES.get(wanted, wanted)
    if wanted in ("any", "", "international"):
        return True
    law = contract.jurisdiction.lower()
    names = _GROUPS.get(wanted, [re.escape(wanted)])
    return bool(law) and any(re.search(rf"(?<![a-z]){name}", law) for name in names)
