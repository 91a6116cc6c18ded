"""Dates and periods, each where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from server.contract.number_words import WORDS, value_of
from server.model import Date, Paragraph, Period, Span

_MONTHS = "January February March April May June July August September October November December"
_MONTH = {name[:3].lower(): number for number, name in enumerate(_MONTHS.split(), 1)}
_NAME = rf"(?:{'|'.join(_MONTHS.split())}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_DATE = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?(?:\s+day)?(?:\s+of)?,?\s+(?P<m1>{_NAME})\.?,?\s+(?P<y1>\d{{4}})\b"
    rf"|(?<![^\W_])(?P<m2>{_NAME})\.?\s+(?P<d2>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?,?\s+(?P<y2>\d{{4}})\b"
    r"|\b(?P<y3>(?:19|20)\d{2})-(?P<m3>\d{2})-(?P<d3>\d{2})\b"
    r"|(?<![\d/.])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y4>(?:19|20)\d{2})(?![\w/])"
    r"|(?<![\d/.])(?P<a2>\d{1,2})/(?P<b2>\d{1,2})/(?P<y5>\d{2})(?![\w/])"
    rf"|\b(?P<d6>\d{{1,2}})-(?P<m6>{_NAME})-(?P<y6>(?:19|20)?\d{{2}})\b"
    rf"|\b(?P<blank>_{{2,}}\s+(?:day\s+of\s+)?_{{3,}},?\s+(?:20(?:\d{{2}}|_+))|(?:{_NAME})\s+_{{2,}},\s+20\d{{2}})"
)
_YEAR = re.compile(r"(?:19|20)\d\d|20_|[-/]\d\d\b")
_UNIT = re.compile(r"(?:day|hour|week|month|quarter|year)s?\b", re.IGNORECASE)
_DATED = re.compile(r"\(\s*(?:the\s)?[\"“‘]([A-Z][\w ]{2,40}Date)[\"”’]|^\s*([A-Z][\w ]{2,30}[Dd]ate)\s*:?\s*$|([A-Z][\w ]{2,30} Date)\b")
_UNITS = r"(?P<kind>business|working|calendar|consecutive)?[\s\u00a0-]{0,2}(?P<unit>days?|hours?|weeks?|months?|quarters?|years?)"
_PERIOD = re.compile(
    rf"(?<![\w.,])(?:(?P<word>{WORDS})\s*\(\s*(?P<both>\d{{1,4}})\s*\)|\(?(?P<digits>\d{{1,4}})\)?(?:\s*\([a-z -]{{3,30}}\))?"
    rf"|(?P<alone>{WORDS}))[\s\u00a0-]{{1,2}}"
    rf"(?:\(\d+\)\s)?(?:(?:full|clear|consecutive|successive|additional|further|more)\s)?{_UNITS}(?![\w])(?:['’]s?)?",
    re.IGNORECASE,
)


def read_dates(paragraphs: Sequence[Paragraph], day_first: bool = False) -> tuple[Date, ...]:
    """Every calendar date; in 3/4/2026 the month comes first, or the day where another date of the document or `day_first` says so."""
    dated = [p for p in paragraphs if _YEAR.search(p.text)]
    figures = [_figures(match) for p in dated for match in _DATE.finditer(p.text) if _sep(match)]
    sure = [first > 12 for first, second in figures if (first > 12) != (second > 12)]
    days = sum(sure) * 2 > len(sure) if sure else day_first
    return tuple(date for p in dated for date in _dates_of(p, days))


def _sep(match: re.Match[str]) -> bool:
    return bool(match["a"] or match["a2"])


def read_periods(paragraphs: Sequence[Paragraph]) -> tuple[Period, ...]:
    """Every length of time ("thirty (30) days", "12 months", "a two-year term")."""
    return tuple(period for p in paragraphs if _UNIT.search(p.text) for period in _periods_of(p))


def _figures(match: re.Match[str]) -> tuple[int, int]:
    return int(match["a"] or match["a2"]), int(match["b"] or match["b2"])


def _dates_of(p: Paragraph, day_first: bool) -> Iterator[Date]:
    for match in _DATE.finditer(p.text):
        dated = _DATED.search(p.text, match.end(), min(match.end() + 60, len(p.text)))
        of = (
            next((group for group in dated.groups() if group), "")
            if dated and dated.start() - match.end() < 12
            else _named_before(p.text, match.start())
        )
        yield Date(Span(p.index, match.start(), match.end()), _iso(match, day_first), of)


def _named_before(text: str, at: int) -> str:
    before = re.search(r"([A-Z][a-z]+(?: [A-Z][a-z]+)? [Dd]ate|Date)\s*(?:is|means|:|,)?\s*$", text[max(0, at - 50) : at])
    return before[1] if before else ""


def _iso(match: re.Match[str], day_first: bool) -> str:
    if match["blank"]:
        return ""
    year = int(match["y1"] or match["y2"] or match["y3"] or match["y4"] or match["y5"] or match["y6"])
    if year < 100:
        year += 1900 if year >= 70 else 2000
    if _sep(match):
        first, second = _figures(match)
        month, day = (second, first) if first > 12 or (day_first and second <= 12) else (first, second)
    else:
        name = match["m1"] or match["m2"] or match["m6"]
        month = _MONTH[name[:3].lower()] if name else int(match["m3"])
        day = int(match["d1"] or match["d2"] or match["d3"] or match["d6"])
    return f"{year}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _periods_of(p: Paragraph) -> Iterator[Period]:
    for match in _PERIOD.finditer(p.text):
        digits = match["both"] or match["digits"]
        number = int(digits) if digits else value_of(match["word"] or match["alone"] or "")
        unit = match["unit"].lower().rstrip("s")
        business = (match["kind"] or "").lower() in ("business", "working") and unit == "day"
        if number and not (unit == "year" and number > 999):
            yield Period(Span(p.index, match.start(), match.end()), number, "business day" if business else unit)
