"""Whether a fact of law fits a contract: its governing law, as written, against the jurisdiction the fact is about."""

from __future__ import annotations

import re

from server.model import Contract

_STATES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas"
    "|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada"
    "|new (?:york|jersey|mexico|hampshire)|(?:north|south) (?:carolina|dakota)|ohio|oklahoma"
    "|oregon|pennsylvania|rhode island|tennessee|texas|utah|vermont|virginia|washington"
    "|wisconsin|wyoming"
)
_UNION = (
    "austria|belgium|bulgaria|croatia|cyprus|czech|denmark|estonia|finland|france|germany|greece|hungary|ireland|italy|latvia|lithuania"
    "|luxembourg|malta|netherlands|poland|portugal|romania|slovakia|slovenia|spain|sweden"
    # as in "German law"
    "|austrian|belgian|bulgarian|croatian|cypriot|danish|dutch|estonian|finnish|french|german|greek|hungarian|irish|italian|latvian"
    "|lithuanian|maltese|polish|portuguese|romanian|slovak|slovenian?|spanish|swedish"
)
_LANDS = {
    "united states": rf"{_STATES}|united states|u\.?s\.?a?\b",
    "england and wales": r"england|english|united kingdom|uk\b",
    "united kingdom": r"england|english|(?<!south )wales|scotland|scots|northern ireland|united kingdom|uk\b",
    "european union": rf"{_UNION}|european union|eu\b",
}
_NAMES = {"us": "united states", "usa": "united states", "uk": "united kingdom", "eu": "european union", "england": "england and wales"}
_ANY = frozenset({"any", "", "international"})


def fits(jurisdiction: str, contract: Contract) -> bool:
    """True where the contract's governing law is that jurisdiction or lies in it; "any" fits every contract."""
    wanted = jurisdiction.strip().lower()
    wanted = _NAMES.get(wanted, wanted)
    names = _LANDS.get(wanted, re.escape(wanted))
    return wanted in _ANY or re.search(rf"(?<![a-z])(?:{names})", contract.jurisdiction.lower()) is not None
