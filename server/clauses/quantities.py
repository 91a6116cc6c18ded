"""Quantities as a contract writes them: times, money, distances, percentages and counts, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: number for number, word in enumerate(_ONES.split())} | {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
_POWERS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_SCALES = {"thousand": 1000, "k": 1000, "million": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "lakh": 10**5, "crore": 10**7}
_WORD = rf"(?:{'|'.join(sorted((*_VALUES, *_POWERS), key=len, reverse=True))})"
_FIGURES = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?:['\u00a0\u202f ]\d{3})+|\d+(?:\.\d+)?"
_AMOUNT = (
    rf"(?:(?P<figures>{_FIGURES})(?:\s?\([a-z -]{{3,40}}\))?"
    rf"|\b(?P<words>{_WORD}(?:(?:[ -]| and ){_WORD})*)(?:\s?\(\s?(?P<both>{_FIGURES})\s?%?\s?\))?)"
)
_NUMBER = rf"(?<![\w.,$£€]){_AMOUNT}"
_DAYS = {
    "hour": Fraction(1, 24), "day": Fraction(1), "week": Fraction(7), "fortnight": Fraction(14), "month": Fraction(365, 12),
    "quarter": Fraction(365, 4), "year": Fraction(365),
}  # fmt: skip
_TIME = re.compile(
    rf"{_NUMBER}[ -]{{1,2}}(?:(?:full|clear|calendar|consecutive|additional|further|complete|successive)[ -]){{0,2}}"
    rf"(?P<business>business |working )?(?P<unit>{'|'.join(_DAYS)})s?\b",
    re.IGNORECASE,
)
_KILOMETRES = {"mile": Fraction(1609344, 10**6), "mi": Fraction(1609344, 10**6), "k": Fraction(1)}
_DISTANCE = re.compile(rf"{_NUMBER}[ -]{{0,2}}(?:(?P<unit>mile|mi|k)(?:ilomet(?:er|re))?m?s?)\b", re.IGNORECASE)
_PERCENT = re.compile(rf"{_NUMBER}\s?(?:%|(?:percent|per cent|per centum)\b)(?:\s?\(\s?[\d.]+\s?%\s?\))?", re.IGNORECASE)
_CODES = "USD|EUR|GBP|CAD|AUD|NZD|SGD|HKD|INR|CHF|JPY|CNY|RMB|ZAR|SEK|NOK|DKK|AED|KES|NGN|BRL|MXN|PLN|CZK|ILS|KRW|THB|MYR|PHP|IDR|TRY"
_SIGNS = {"¥": "JPY", "₹": "INR", "Rs": "INR", "₦": "NGN", "₩": "KRW", "KSh": "KES", "HK$": "HKD", "R$": "BRL", "R": "ZAR"}
_SIGN = r"(?:US|A|AU|C|CA|NZ|S|HK|R)?\$|£|€|¥|₹|₦|₩|Rs\.?|KSh|R(?=\s?\d)"
_NAMES = r"(?:US |U\.S\. )?dollars|euros?|pounds(?: sterling)?|francs|rupees|shillings|naira|yen|rand"
_MONEY = re.compile(
    rf"(?:(?<!\w)(?P<code>{_CODES})\s?)?(?:(?<!\w)(?P<sign>{_SIGN})\s?)?{_AMOUNT}"
    rf"(?:\s?(?P<scale>{'|'.join(_SCALES)})\b)?(?:\s?(?P<after>{_CODES}|{_NAMES}|€)(?!\w))?(?:\s?\([^()]{{0,12}}\d[^()]{{0,20}}\))?",
    re.IGNORECASE,
)
# How many of a currency are worth a dollar: to the order of magnitude, which is all that a limit on insurance or fees needs.
_WORTH = {
    "JPY": 150, "INR": 85, "KRW": 1400, "NGN": 1500, "KES": 130, "CNY": 7, "RMB": 7, "HKD": 8, "ZAR": 18, "SEK": 10, "NOK": 10, "DKK": 7,
    "MXN": 18, "THB": 35, "PHP": 57, "IDR": 16000, "TRY": 35, "CZK": 23, "BRL": 5, "PLN": 4, "ILS": 4, "MYR": 4, "AED": 4,
    "RUPEES": 85, "SHILLINGS": 130, "NAIRA": 1500, "YEN": 150, "RAND": 18,
}  # fmt: skip
_PLAIN = re.compile(_NUMBER, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """start, end: where it stands. kind: time | money | distance | percent | count.

    size: in days, dollars (roughly), kilometres, percent or pieces. noun: what is counted, "" for a number alone.
    """

    start: int
    end: int
    kind: str
    size: Fraction
    noun: str = ""


def read_bound(text: str) -> Quantity | None:
    """A bound as a clause file gives it: "12 months", "USD 1,000,000", "50 miles", "20%", "3 rounds", "3"; None for anything else."""
    text = text.strip()
    for reader in (_times, _percentages, _distances, _amounts):
        for found in reader(text):
            if (found.start, found.end) == (0, len(text)):
                return found
    number = _PLAIN.match(text)
    if number is None:
        return None
    noun = text[number.end() :].strip().lower()
    return Quantity(0, len(text), "count", _value(number), noun.removesuffix("s")) if re.fullmatch(r"[a-z]*", noun) else None


def read_quantities(text: str, bound: Quantity) -> tuple[Quantity, ...]:
    """Every quantity of the bound's kind, in the order of the text."""
    readers = {"time": _times, "money": _amounts, "distance": _distances, "percent": _percentages}
    return tuple(readers[bound.kind](text) if bound.kind in readers else _counts(text, bound.noun))


def _times(text: str) -> Iterator[Quantity]:
    for found in _TIME.finditer(text):
        days = Fraction(7, 5) if found["business"] else _DAYS[found["unit"].lower()]
        yield Quantity(*found.span(), "time", _value(found) * days)


def _distances(text: str) -> Iterator[Quantity]:
    for found in _DISTANCE.finditer(text):
        yield Quantity(*found.span(), "distance", _value(found) * _KILOMETRES[found["unit"].lower()])


def _percentages(text: str) -> Iterator[Quantity]:
    for found in _PERCENT.finditer(text):
        yield Quantity(*found.span(), "percent", _value(found))


def _amounts(text: str) -> Iterator[Quantity]:
    for found in _MONEY.finditer(text):
        currency = found["code"] or found["sign"] or found["after"]
        if currency:
            plain = currency.rstrip(".")
            worth = _WORTH.get(_SIGNS.get(plain, plain.upper()), 1)
            times = _SCALES.get((found["scale"] or "").lower(), 1)
            yield Quantity(*found.span(), "money", _value(found) * times / worth)


def _counts(text: str, noun: str) -> Iterator[Quantity]:
    for found in _PLAIN.finditer(text):
        if not noun or re.match(rf"[ -](?:[\w-]+ ){{0,2}}{re.escape(noun)}(?:e?s)?\b", text[found.end() :], re.IGNORECASE):
            yield Quantity(*found.span(), "count", _value(found), noun)


def _value(found: re.Match[str]) -> Fraction:
    figures = found["figures"] or found["both"]
    return Fraction(re.sub(r"[^\d.]", "", figures)) if figures else Fraction(_worded(found["words"]))


def _worded(words: str) -> int:
    """ "two hundred and fifty thousand" is 250000."""
    total = part = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "hundred":
            part = max(part, 1) * 100
        elif word in _POWERS:
            total, part = total + max(part, 1) * _POWERS[word], 0
        else:
            part += _VALUES.get(word, 0)
    return total + part
