"""Numbers as a list level writes them: 4 as "4", "iv", "D", "Four", "4th". ECMA-376-1 17.18.59 (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"))
ROMAN_TAIL = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
UNITS = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
MARKS = "*†‡§"
# Word counts no further; beyond it a file could ask for megabytes of letters.
LARGEST = 32767


def numeral(value: int, kind: str) -> str:
    """`value` in the format `kind` (a w:numFmt value); formats we do not write come as decimal digits.

    "" for bullet and none, which have no number; a value that a format cannot write (0, beyond Word's 32767) comes as digits.
    "custom:0001" (a w14 custom format by its first item) pads with zeros.
    """
    if kind == "decimal" or value > LARGEST:
        return str(value)
    if kind in ("bullet", "none"):
        return ""
    if kind.startswith("custom:"):
        return str(value).zfill(len(kind) - len("custom:"))
    write = WRITERS.get(kind)
    return write(value) if write and value > 0 else str(value)


def roman(value: int) -> str:
    out = []
    for worth, sign in ROMAN + ROMAN_TAIL:
        times, value = divmod(value, worth)
        out.append(sign * times)
    return "".join(out)


def letters(value: int) -> str:
    """A to Z, then AA, BB, ...: Word repeats the letter (17.18.59, upperLetter)."""
    times, at = divmod(value - 1, 26)
    return chr(ord("A") + at) * (times + 1)


def chicago(value: int) -> str:
    times, at = divmod(value - 1, len(MARKS))
    return MARKS[at] * (times + 1)


def ordinal(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


def cardinal(value: int) -> str:
    """In words, without "and" and with a hyphen between tens and units, as Word writes English: "one hundred twenty-one"."""
    if value < 20:
        return UNITS[value]
    if value < 100:
        tens, units = divmod(value, 10)
        return f"{TENS[tens]}-{UNITS[units]}" if units else TENS[tens]
    worth, name = (100, "hundred") if value < 1000 else (1000, "thousand")
    many, rest = divmod(value, worth)
    return f"{cardinal(many)} {name} {cardinal(rest)}".rstrip()


def cardinal_text(value: int) -> str:
    return cardinal(value).capitalize()


def ordinal_text(value: int) -> str:
    words = cardinal(value)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    ending = ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{words[:cut]}{ending}".capitalize()


WRITERS: Mapping[str, Callable[[int], str]] = {
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda value: letters(value).lower(),
    "decimalZero": lambda value: f"{value:02d}",
    "ordinal": ordinal,
    "cardinalText": cardinal_text,
    "ordinalText": ordinal_text,
    "hex": lambda value: f"{value:X}",
    "chicago": chicago,
    "numberInDash": lambda value: f"- {value} -",
}
