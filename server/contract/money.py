"""Money and percentages, each where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from server.contract.number_words import WORDS, value_of
from server.model import Amount, Paragraph, Percentage, Span

_CODES = r"USD|EUR|GBP|CAD|AUD|NZD|SGD|HKD|INR|CHF|JPY|CNY|RMB|ZAR|SEK|NOK|DKK|AED|KES|NGN|BRL|MXN|PLN|CZK|ILS|KRW|THB|MYR|PHP|IDR|TRY"
_SIGNS = {
    "$": "USD", "US$": "USD", "U.S.$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "A$": "AUD", "AU$": "AUD", "C$": "CAD",
    "CA$": "CAD", "CDN$": "CAD", "NZ$": "NZD", "S$": "SGD", "HK$": "HKD", "R$": "BRL", "Rs.": "INR", "Rs": "INR", "RM": "MYR", "KSh": "KES",
    "R": "ZAR", "₦": "NGN", "₩": "KRW", "₪": "ILS", "Fr.": "CHF",
}  # fmt: skip
_SIGN = r"(?:US|U\.S\.\s?|AU|A|CA|CDN|C|NZ|S|HK|R)?\$|£|€|¥|₹|₦|₩|₪|Rs\.?|KSh|RM(?=\s?\d)|Fr\.|R(?=\s?\d)"
_PEOPLE = {
    "us": "USD", "u.s.": "USD", "united states": "USD", "canadian": "CAD", "australian": "AUD", "new zealand": "NZD", "singapore": "SGD",
    "hong kong": "HKD", "swiss": "CHF", "indian": "INR",
}  # fmt: skip
_UNITS = {"dollars": "USD", "euro": "EUR", "euros": "EUR", "€": "EUR", "pounds": "GBP", "rupees": "INR", "francs": "CHF"}
_UNIT = rf"{_CODES}|(?:(?:{'|'.join(map(re.escape, _PEOPLE))})\s)?(?:dollars|francs|rupees)|euros?|pounds sterling|pounds(?=\s?\()|€"
_NUMBER = (
    r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2})?(?!\d)"  # 2,50,000
    r"|\d{1,3}(?:[,\u00a0\u202f ’']\d{3})+(?:[.,]\d{1,2})?(?!\d)"
    r"|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?!\d)"
    r"|\d+(?:[.,]\d{1,4})?|\.\d{1,4}"
)
_SCALE = {
    "million": 10**6, "mn": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "thousand": 1000, "k": 1000, "lakh": 10**5, "lakhs": 10**5,
    "crore": 10**7, "crores": 10**7, "cr": 10**7,
}  # fmt: skip
_BY = rf"\s?(?:{'|'.join(sorted(_SCALE, key=len, reverse=True))})\b"
_MONEY = re.compile(
    rf"(?<!\w)(?:(?P<code>{_CODES})\s?)?(?P<sign>{_SIGN})\s?(?P<n1>{_NUMBER})(?P<by1>(?i:{_BY}))?(?:\s?(?P<after>{_CODES})\b)?"
    rf"|\b(?P<c2>{_CODES})[\s\u00a0]?(?P<n2>{_NUMBER})(?P<by2>(?i:{_BY}))?"
    rf"|(?<![\w.,/])(?P<n3>{_NUMBER})(?P<by3>(?i:{_BY}))?[\s\u00a0]?(?P<c3>(?i:{_UNIT}))(?!\w)"
)
_PERCENT = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:[.,]\d{1,4})?|\.\d{1,4})(?:\s?%|\s?(?:percent|per cent|per centum)\b|\s?\)\s?(?:percent|per cent)\b)"
    r"|(?<![\d.,])(?P<points>\d{1,4})\sbasis\spoints\b"
    rf"|\b(?P<words>{WORDS})\s(?:percent|per cent)\b(?!\s?\()",
    re.IGNORECASE,
)


def read_amounts(paragraphs: Sequence[Paragraph]) -> tuple[Amount, ...]:
    """Every sum of money with its currency; "$" is the currency that the document's dollars are said to be, else USD."""
    dollars = _dollars(paragraphs)
    return tuple(amount for p in paragraphs if any(map(str.isdigit, p.text)) for amount in _amounts_of(p, dollars))


def read_percentages(paragraphs: Sequence[Paragraph]) -> tuple[Percentage, ...]:
    """Every percentage; "one percent (1%)" is one, and 50 basis points are 0.5."""
    return tuple(
        Percentage(Span(p.index, match.start(), match.end()), _share(match))
        for p in paragraphs
        if "%" in p.text or "cent" in p.text.lower() or "basis" in p.text
        for match in _PERCENT.finditer(p.text)
    )


def _share(match: re.Match[str]) -> str:
    if match["points"]:
        return f"{int(match['points']) / 100:g}"
    if match["words"]:
        return str(value_of(match["words"]))
    number = str(match["number"]).replace(",", ".")
    return f"0{number}" if number.startswith(".") else number


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
        times = _SCALE.get((match["by1"] or match["by2"] or match["by3"] or "").strip().lower(), 1)
        currency = _currency(match, dollars)
        yield Amount(Span(p.index, match.start(), match.end()), _value(number, times, currency), currency)


def _currency(match: re.Match[str], dollars: str) -> str:
    code = match["code"] or match["after"] or match["c2"]
    sign = (match["sign"] or "").replace(" ", "")
    if code or sign:
        return "CNY" if code == "RMB" else code or (dollars if sign == "$" else _SIGNS.get(sign, ""))
    words = match["c3"].lower()
    if words == "dollars":
        return dollars
    people = next((name for name in _PEOPLE if words.startswith(name + " ")), "")
    return _PEOPLE.get(people) or _UNITS.get(words.split()[0]) or ("CNY" if words == "rmb" else words.upper())


def _value(number: str, times: int, currency: str) -> str:
    """The number as a decimal: "1.500,00" and "3.000" (in a currency that groups by points), "2,50,000", "1'500", "12,5"."""
    points = re.fullmatch(r"\d{1,3}(?:\.\d{3})+(,\d{1,2})?", number)
    if points and (points[1] or number.count(".") > 1 or (currency in ("EUR", "BRL", "TRY", "IDR", "DKK") and number[0] != "0")):
        number = number.replace(".", "").replace(",", ".")
    number = re.sub(r"(?<=\d),(\d{1,2}|\d{4})$", r".\1", number)
    whole, _, cents = re.sub(r"[,\s\u00a0\u202f’']", "", number).partition(".")
    scaled = int((whole or "0") + cents) * times
    digits = str(scaled).zfill(len(cents) + 1)
    fraction = digits[len(digits) - len(cents) :] if cents else ""
    return f"{digits[: len(digits) - len(cents)] or '0'}.{_cents(fraction)}"


def _cents(fraction: str) -> str:
    kept = fraction.rstrip("0")
    return (kept + "00")[:2] if len(kept) <= 2 else kept
