"""How the work is paid for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.model import Paragraph

_KINDS = (
    ("hourly", r"\b(?:hourly (?:rate|fee|basis)|per hour|an hour|/\s?h(?:ou)?r)\b"),
    ("daily", r"\b(?:day rate|daily (?:rate|fee)|per day|a day|/\s?day)\b(?! of)"),
    ("weekly", r"\b(?:weekly (?:rate|fee)|per week)\b"),
    ("monthly", r"\b(?:monthly (?:fee|rate|payment|charge)|per (?:calendar )?month|a month|each month in)\b"),
    ("fixed", r"\b(?:fixed (?:fee|price|sum|charge)|flat fee|lump sum|project fee|total fee)\b"),
    ("milestone", r"\bmilestones?\b"),
    ("retainer", r"\bretainer\b"),
    ("commission", r"(?-i:\bcommissions?\b|\bCOMMISSIONS\b|\bCommissions\b|\b(?:Sales|Base|Referral|Agency) Commission\b)(?!er)"),
    ("royalty", r"\broyalt(?:y|ies)\b"),
    ("subscription", r"\bsubscription (?:fees?|term|charges?)\b"),
    ("unit", r"\bper (?:word|image|unit|item|task|label|annotation|page|article|seat|user)\b"),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)
_ANY = re.compile(
    r"\bper\s|\ban? (?:hour|day|month)|/\s?(?:h|day)|rate|monthly|weekly|daily|hourly|fee\b|price|sum|milestone|retainer"
    r"|commission|royalt|subscr|each month"
    r"|fixed",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"\b(?:fees?|pay|paid|payments?|payable|rates?|invoic\w+|compensation|remuneration|royalt\w+|commissions?|price)\b|[$£€₹]",
    re.IGNORECASE,
)


def read_fees(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The ways of paying that are mentioned beside money, most mentioned first."""
    counts: dict[str, int] = {}
    for p in paragraphs:
        if p.story in ("body", "cell") and _ANY.search(p.text) and _PAYS.search(p.text):
            for kind, pattern in _PATTERNS:
                found = len(pattern.findall(p.text))
                if found:
                    counts[kind] = counts.get(kind, 0) + found
    return tuple(sorted(counts, key=lambda kind: -counts[kind]))
