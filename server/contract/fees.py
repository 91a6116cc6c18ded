"""How the work is paid for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.model import Paragraph

_SUM = r"(?:(?:US|A|C|NZ|S)?\$|£|€|₹|(?:USD|EUR|GBP|CAD|AUD|INR|CHF)\s?)\s?\d[\d.,]*\d(?!\d|,\d)"
_EACH = r"(?!\s?(?:per|/|an? (?!total)|each|every|annually|yearly|monthly|weekly|daily|hourly|plus an? hourly|for (?:each|every)))"
_WHOLE = (  # one sum for the whole of the work, whatever it is called
    rf"(?:(?:^|\n|[.;]\s)|\b(?:the|our|your|total|whole|project|sponsorship|commission|development|consulting|speaking"
    rf"|engagement)\s)(?:fee|price|remuneration)(?: for [^.;$£€]{{3,60}})?(?: is| of|:| shall be| will be| amounts to"
    rf"| payable is)\s(?:a )?{_SUM}{_EACH}"
    rf"|\b(?:for the (?:whole|entire|complete)|for all) [^.;]{{0,60}}?{_SUM}{_EACH}|{_SUM}\s(?:in total|in full|all[- ]in"
    rf"|for the (?:whole|project|work))\b"
    rf"|{_SUM}\s[-–—]\s\w+ fee\b"
)
_KINDS = (
    ("hourly", r"\b(?:hourly (?:rate|fee|basis)|per hour|an hour|/\s?h(?:ou)?r)\b"),
    ("daily", r"\b(?:day rate|daily (?:rate|fee)|per day|a day|/\s?day)\b(?! of)"),
    ("weekly", r"\b(?:weekly (?:rate|fee)|per week)\b"),
    ("monthly", r"\b(?:monthly (?:fee|rate|payment|charge)|per (?:calendar )?month|a month|each month in)\b"),
    (
        "fixed",
        rf"\b(?:fixed (?:fee|price|sum|charge)|flat (?:fee|rate|sum)|lump[- ]sum|project fee|total (?:fee|price)"
        rf"|one-off fee)\b|{_WHOLE}",
    ),
    ("milestone", r"\bmilestones?\b"),
    ("retainer", r"\bretainer\b"),
    ("commission", r"(?-i:\bcommissions?\b|\bCOMMISSIONS\b|\bCommissions\b|\b(?:Sales|Base|Referral|Agency) Commission\b)(?!er)"),
    ("royalty", r"\b(?<!no )royalt(?:y|ies)\b(?![- ]free)"),
    ("subscription", r"\bsubscription (?:fees?|term|charges?|period|price|plan)\b"),
    ("unit", r"\bper (?:word|image|unit|item|task|label|annotation|page|article|seat|user)\b"),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)
_ANY = re.compile(
    r"\bper\s|\ban? (?:hour|day|month)|/\s?(?:h|day)|rate|monthly|weekly|daily|hourly|fee\b|price|sum|milestone|retainer"
    r"|commission|royalt|subscr|each month"
    r"|fixed|the (?:whole|entire)\b|in total",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"\b(?:fees?|pay|paid|payments?|payable|rates?|invoic\w+|compensation|remuneration|royalt\w+|commissions?|price)\b|[$£€₹]",
    re.IGNORECASE,
)


_SURE = re.compile(r"\bsubscription (?:fee|period|term)", re.IGNORECASE)


def read_fees(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The ways of paying that are mentioned beside money, most mentioned first."""
    counts: dict[str, int] = {}
    for p in paragraphs:
        if p.story in ("body", "cell") and _ANY.search(p.text) and (_PAYS.search(p.text) or _SURE.search(p.text)):
            for kind, pattern in _PATTERNS:
                found = len(pattern.findall(p.text))
                if found:
                    counts[kind] = counts.get(kind, 0) + found
    return tuple(sorted(counts, key=lambda kind: -counts[kind]))
