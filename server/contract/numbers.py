"""Dates, periods, money and percentages, each where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from server.model import Amount, Date, Paragraph, Percentage, Period, Span

_MONTHS = "January February March April May June July August September October November December"
_MONTH = {name[:3].lower(): number for number, name in enumerate(_MONTHS.split(), 1)}
_NAME = rf"(?:{'|'.join(_MONTHS.split())}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_DATE = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?(?:\s+day)?(?:\s+of)?,?\s+(?P<m1>{_NAME})\.?,?\s+(?P<y1>\d{{4}})\b"
    rf"|\b(?P<m2>{_NAME})\.?\s+(?P<d2>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?,?\s+(?P<y2>\d{{4}})\b"
    r"|\b(?P<y3>(?:19|20)\d{2})-(?P<m3>\d{2})-(?P<d3>\d{2})\b"
    r"|(?<![\d/.])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y4>(?:19|20)\d{2})(?![\w/])"
    rf"|\b(?P<blank>_{{2,}}\s+(?:day\s+of\s+)?_{{3,}},?\s+(?:20(?:\d{{2}}|_+))|(?:{_NAME})\s+_{{2,}},\s+20\d{{2}})"
)
_YEAR = re.compile(r"(?:19|20)\d\d|20_")
_UNIT = re.compile(r"(?:day|hour|week|month|quarter|year)s?\b", re.IGNORECASE)
_DATED = re.compile(r"\(\s*(?:the\s)?[\"“‘]([A-Z][\w ]{2,40}Date)[\"”’]|^\s*([A-Z][\w ]{2,30}[Dd]ate)\s*:?\s*$|([A-Z][\w ]{2,30} Date)\b")
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_VALUES = {word: number for number, word in enumerate(_ONES.split())} | {
    "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "twenty-one": 21, "twenty-four": 24, "thirty-six": 36, "forty-eight": 48, "seventy-two": 72, "a": 1, "an": 1,
    "one hundred": 100, "one hundred twenty": 120, "one hundred and twenty": 120, "one hundred eighty": 180, "one hundred and eighty": 180,
}  # fmt: skip
_WORDS = "|".join(sorted((word.replace("-", "[- ]") for word in _VALUES if len(word) > 2), key=len, reverse=True))
_UNITS = r"(?P<kind>business|working|calendar|consecutive)?[\s\u00a0-]{0,2}(?P<unit>days?|hours?|weeks?|months?|quarters?|years?)"
_PERIOD = re.compile(
    rf"\b(?:(?P<word>{_WORDS})\s*\(\s*(?P<both>\d{{1,4}})\s*\)|(?P<digits>\d{{1,4}})(?:\s*\([a-z -]{{3,30}}\))?"
    rf"|(?P<alone>{_WORDS}))[\s\u00a0-]{{1,2}}"
    rf"(?:\(\d+\)\s)?(?:full\s|clear\s|consecutive\s|additional\s)?{_UNITS}(?![\w])(?:['’]s?)?",
    re.IGNORECASE,
)
_CODES = r"USD|EUR|GBP|CAD|AUD|NZD|SGD|HKD|INR|CHF|JPY|CNY|RMB|ZAR|SEK|NOK|DKK|AED|KES|NGN|BRL|MXN|PLN|CZK|ILS|KRW|THB|MYR|PHP|IDR|TRY"
_SIGNS = {
    "$": "USD", "US$": "USD", "U.S.$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "A$": "AUD", "AU$": "AUD", "C$": "CAD",
    "CA$": "CAD", "CDN$": "CAD", "NZ$": "NZD", "S$": "SGD", "HK$": "HKD", "R$": "BRL", "Rs.": "INR", "Rs": "INR", "RM": "MYR", "KSh": "KES",
    "R": "ZAR", "₦": "NGN", "₩": "KRW", "₪": "ILS", "Fr.": "CHF",
}  # fmt: skip
_SIGN = r"(?:US|U\.S\.\s?|AU|A|CA|CDN|C|NZ|S|HK|R)?\$|£|€|¥|₹|₦|₩|₪|Rs\.?|KSh|RM(?=\s?\d)|Fr\.|R(?=\s?\d)"
_NUMBER = r"\d{1,3}(?:,\d{2})+,\d{3}|\d{1,3}(?:[,\u00a0\u202f ’']\d{3})+(?:\.\d{1,2})?|\d{1,3}(?:\.\d{3})+,\d{2}|\d+(?:[.,]\d{1,2})?"
_MONEY = re.compile(
    rf"(?<![\w])(?P<code>{_CODES})?\s?(?P<sign>{_SIGN})\s?(?P<n1>{_NUMBER})(?P<by1>\s?(?:million|billion|thousand|[mk]\b"
    rf"|lakh|crore))?(?:\s(?P<after>{_CODES})\b)?"
    rf"|\b(?P<c2>{_CODES})[\s\u00a0]?(?P<n2>{_NUMBER})(?P<by2>\s?(?:million|billion|thousand|lakh|crore))?"
    rf"|\b(?P<n3>{_NUMBER})(?P<by3>\s?(?:million|billion|thousand))?[\s\u00a0]?(?P<c3>{_CODES}|[Ee]uros?|[Dd]ollars"
    rf"|[Pp]ounds(?: sterling)?|€|[Rr]upees|[Ff]rancs)(?!\w)"
)
_WORDED = {
    "euro": "EUR",
    "euros": "EUR",
    "dollars": "USD",
    "pounds": "GBP",
    "pounds sterling": "GBP",
    "€": "EUR",
    "rupees": "INR",
    "francs": "CHF",
    "rmb": "CNY",
}
_TIMES = {"million": 10**6, "billion": 10**9, "thousand": 1000, "m": 10**6, "k": 1000, "lakh": 10**5, "crore": 10**7}
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)(?:\s?%|\s?(?:percent|per cent|per centum)\b|\s?\)\s?(?:percent|per cent))", re.IGNORECASE)


def read_dates(paragraphs: Sequence[Paragraph]) -> tuple[Date, ...]:
    """Every calendar date; 3/4/2026 counts the month first unless only the other way is a date."""
    return tuple(date for p in paragraphs if _YEAR.search(p.text) for date in _dates_of(p))


def read_periods(paragraphs: Sequence[Paragraph]) -> tuple[Period, ...]:
    """Every length of time ("thirty (30) days", "12 months", "a two-year term")."""
    return tuple(period for p in paragraphs if _UNIT.search(p.text) for period in _periods_of(p))


def read_amounts(paragraphs: Sequence[Paragraph]) -> tuple[Amount, ...]:
    """Every sum of money with its currency; "$" is the currency that the document's dollars are said to be, else USD."""
    dollars = _dollars(paragraphs)
    return tuple(amount for p in paragraphs if any(map(str.isdigit, p.text)) for amount in _amounts_of(p, dollars))


def read_percentages(paragraphs: Sequence[Paragraph]) -> tuple[Percentage, ...]:
    """Every percentage; "one percent (1%)" is one."""
    return tuple(
        Percentage(Span(p.index, match.start(), match.end()), match[1].replace(",", "."))
        for p in paragraphs
        if "%" in p.text or "cent" in p.text
        for match in _PERCENT.finditer(p.text)
    )


def _dates_of(p: Paragraph) -> Iterator[Date]:
    for match in _DATE.finditer(p.text):
        dated = _DATED.search(p.text, match.end(), min(match.end() + 60, len(p.text)))
        of = (
            next((group for group in dated.groups() if group), "")
            if dated and dated.start() - match.end() < 12
            else _named_before(p.text, match.start())
        )
        yield Date(Span(p.index, match.start(), match.end()), _iso(match), of)


def _named_before(text: str, at: int) -> str:
    before = re.search(r"([A-Z][a-z]+(?: [A-Z][a-z]+)? [Dd]ate|Date)\s*(?:is|means|:|,)?\s*$", text[max(0, at - 50) : at])
    return before[1] if before else ""


def _iso(match: re.Match[str]) -> str:
    if match["blank"]:
        return ""
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"]
    if match["a"]:
        first, second = int(match["a"]), int(match["b"])
        month, day = (second, first) if first > 12 else (first, second)
    else:
        name = match["m1"] or match["m2"]
        month = _MONTH[name[:3].lower()] if name else int(match["m3"])
        day = int(match["d1"] or match["d2"] or match["d3"])
    return f"{year}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _periods_of(p: Paragraph) -> Iterator[Period]:
    for match in _PERIOD.finditer(p.text):
        digits = match["both"] or match["digits"]
        word = (match["word"] or match["alone"] or "").lower().replace(" ", "-")
        number = int(digits) if digits else _VALUES.get(word, _VALUES.get(word.replace("-", " "), 0))
        unit = match["unit"].lower().rstrip("s")
        business = (match["kind"] or "").lower() in ("business", "working") and unit == "day"
        if number and not (unit == "year" and number > 999):
            yield Period(Span(p.index, match.start(), match.end()), number, "business day" if business else unit)


def _dollars(paragraphs: Sequence[Paragraph]) -> str:
    text = "\n".join(p.text for p in paragraphs if "$" in p.text or "ollars" in p.text or "AB" in p.text)
    for words, code in (
        (r"Canadian dollars|\bCAD\b", "CAD"),
        (r"Australian dollars|\bAUD\b|\bABN\b", "AUD"),
        (r"New Zealand dollars|\bNZD\b", "NZD"),
        (r"Singapore dollars|\bSGD\b", "SGD"),
    ):
        if re.search(words, text) and not re.search(r"\bUSD\b|US\$|U\.S\. [Dd]ollars|United States dollars", text):
            return code
    return "USD"


def _amounts_of(p: Paragraph, dollars: str) -> Iterator[Amount]:
    for match in _MONEY.finditer(p.text):
        number = match["n1"] or match["n2"] or match["n3"]
        times = _TIMES.get((match["by1"] or match["by2"] or match["by3"] or "").strip().lower(), 1)
        code = match["code"] or match["after"] or match["c2"] or match["c3"] or ""
        sign = (match["sign"] or "").replace(" ", "")
        currency = _WORDED.get(code.lower(), code) or (dollars if sign == "$" else _SIGNS.get(sign, ""))
        yield Amount(Span(p.index, match.start(), match.end()), _value(number, times), currency)


def _value(number: str, times: int) -> str:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d{2}", number):
        number = number.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{2}", number):
        number = number.replace(",", ".")
    plain = re.sub(r"[,\s’']", "", number)
    whole, _, cents = plain.partition(".")
    if times == 1:
        return f"{int(whole)}.{(cents + '00')[:2]}"
    scaled = int(whole) * times + (int(cents) * times // 10 ** len(cents) if cents else 0)
    return f"{scaled}.00"
