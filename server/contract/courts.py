"""Which courts or arbitrators decide: as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from server.contract.law import PLACE, calmed, clean, legal, read_jurisdiction
from server.model import Paragraph

_CUE = re.compile(
    r"jurisdiction|venue|forum|courts?\b[^.]{0,60}\b(?:shall|will|have|deals?)|submit|brought|seat|arbitrat|disputes?|exclusive"
    r"|suits?\b",
    re.IGNORECASE,
)
_WORDS = ("ourt", "OURT", "rbitrat", "RBITRAT", "enue", "ENUE", "orum", "urisdiction", "suits")
_AREA = r"(?:the\s)?(?:(?:city|county|borough|state|province|district) (?:and (?:county|state) )?of\s)?"
_AT = (
    r"(?:of|in and for|in|located in|sitting in|sitting at|situated in|residing in|for|located within|sitting within|within"
    r"|having jurisdiction in|at)"
)
_COMPETENT = r"(?:,?\s(?:of|with|having)\s(?:competent|appropriate|proper|subject)(?:\s[a-z]+){0,3}\sjurisdiction,?)?"
_COURTS = re.compile(
    r"\b((?:the\s)?(?:(?:state|federal|civil|competent|appropriate|ordinary|high|commercial|district|exclusive|superior|local"
    r"|and|or|county|provincial|and/or|[A-Z][a-z]+|U\.S\.)[\s,]+){0,8}?[Cc]ourts?"
    rf"{_COMPETENT},?\s{_AT}\s{_AREA}{PLACE})"
    rf"|\b(courts?\sof\s{PLACE})|\b((?:exclusive |non-exclusive )?jurisdiction of the [A-Z][\w-]+ courts?)|\b([Tt]he [A-Z][\w-]+ courts)\b"
)
_NAMED = re.compile(
    r"\b((?:[Tt]he\s)?(?:Court of (?:Session|Chancery|Common Pleas|[A-Z]\w+’s Bench|First Instance)|High Court"
    r"|County Court or (?:the )?High Court"
    rf"|(?:Landgericht|Amtsgericht)\s\w+)(?:\s(?:of|in|at)\s(?:the\s)?{PLACE})?)"
)
_SEAT = re.compile(
    rf"\b(?:seat|(?:legal )?place|venue|location) of (?:the |any )?arbitration\b[^.;]{{0,40}}?\b(?:be|is|:)\s(?:in\s)?({PLACE})"
    rf"|\b(?:arbitrat\w+|mediat\w+)\b[^.;]{{0,100}}?\b(?:in|seated at)\s"
    rf"(?!(?:accordance|English|German|French|Spanish|Italian|[Ww]riting)\b)({PLACE})"
)
_NO_SEAT = re.compile(
    r"Association|Rules|Cent(?:re|er)\b|Chamber|Act\b|Institute|Arbitrat|English|German|French|Part(?:y|ies)\b|Agreement|Section"
    r"|Article|Clause"
    r"|Dispute|Exhibit|[’']s\b|Writing|Good\b|Paragraph|Court|Contract|Law|Jurisdiction"
)
_VENUE = re.compile(
    rf"\b(?:[Vv]enue|[Ff]orum|[Pp]lace of (?:exclusive )?jurisdiction)\b[^.;]{{0,160}}?\b(?:is|be|are|lies?)\s(?:only\s"
    rf"|exclusively\s|solely\s)?"
    rf"(?:in|at)\s{_AREA}({PLACE})"
    r"|\b[Pp]lace of (?:exclusive )?jurisdiction\b[^.;]{0,80}?\b(?:is|be)\s((?:the\s)?(?:registered |principal )?(?:seat|office"
    r"|place of business)"
    rf" of (?:the\s)?[A-Z]\w+|{PLACE})"
    rf"|\b(?:suits?|actions?|proceedings?|litigation|claims?|disputes?)\b[^.;]{{0,140}}?\b(?:brought|filed|commenced|instituted"
    rf"|litigated|prosecuted|heard)"
    rf"\s(?:\w+ly\s|only\s)?(?:in|before|within)\s{_AREA}({PLACE})"
    rf"|\b(?:consents?|submits?|agrees?)\b[^.;]{{0,60}}\b[Jj]urisdiction\b[^.;]{{0,60}}?\bin\s{_AREA}({PLACE})"
)
_THEIRS = re.compile(
    r"\b(?:its|whose|their) courts\b|\b[Cc]ourts? of (?:that|such|the same) (?:[Ss]tate|[Pp]rovince|[Cc]ountry|[Pp]lace|[Jj]urisdiction)"
)
_ENFORCES = re.compile(r"\b(?:entered|enforced|confirmed)\b[^.;]{0,60}$")  # an award, in any court


def read_courts(paragraphs: Sequence[Paragraph]) -> str:
    """The courts or the seat of arbitration, as written, "" for none; a place alone only where no court or seat is named."""
    cued = [p for p in legal(paragraphs, _WORDS) if _CUE.search(p.text)]
    for p in cued:
        found = next(_courts_of(p), "")
        if found:
            return clean(found)
    for p in cued:
        place = _VENUE.search(calmed(p.text))
        named = next((group for group in place.groups() if group), "") if place else ""
        if named and (not _NO_SEAT.search(named) or " of " in named):
            return clean(named)
    return ""


def _courts_of(p: Paragraph) -> Iterator[str]:
    """What a paragraph names: courts first, then a seat of arbitration."""
    text = calmed(p.text)
    for pattern in (_COURTS, _NAMED):
        for match in pattern.finditer(text):
            if not _ENFORCES.search(text[: match.start()]):
                yield next(group for group in match.groups() if group)
    if _THEIRS.search(text):
        yield read_jurisdiction([p])
    for seat in _SEAT.finditer(text):
        if not _NO_SEAT.search(seat[1] or seat[2]):
            yield seat[1] or seat[2]
