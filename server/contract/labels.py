"""Labels: the numbers and letters that provisions carry, typed or automatic.

A label is read from the start of a line ("8.2", "12.3(a)(ii)", "Article IV", "Section 4.", "(a)"), and its reading says what kind of
number it is, so that nesting can be told from one label to the next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.contract.number_words import VALUES
from server.model import Paragraph

WORDED = r"(?:ARTICLE|Article|SECTION|Section|CLAUSE|Clause|PARAGRAPH|Paragraph|PART|Part|§{1,2})"
SCHEDULE_WORDS = r"(?:SCHEDULE|Schedule|EXHIBIT|Exhibit|ANNEX|Annex|ANNEXURE|Annexure|APPENDIX|Appendix|ATTACHMENT|Attachment)"
_MOST = 30
_SPELT = "|".join(
    sorted((word for word, number in VALUES.items() if len(word) > 2 and 0 < number <= _MOST and " " not in word), key=len, reverse=True)
)
_SUBS = r"(?:\([A-Za-z]{1,5}\)|\(\d{1,2}\))*"
_TAIL = r"(?=[\s.:;\u2013\u2014-]|$)"

_WORDED = re.compile(
    rf"({WORDED}(?=\s)|§{{1,2}})\s{{0,2}}(\d{{1,3}}(?:\.\d{{1,3}})*[A-Z]?{_SUBS}|[IVXLC]{{1,7}}|[A-Z]|(?i:{_SPELT})){_TAIL}[.:]?"
)
_SCHEDULE = re.compile(
    rf"({SCHEDULE_WORDS})(?:\s{{1,2}}(?:No\.?\s)?([A-Z]{{1,2}}(?:-?\d{{1,2}})?|\d{{1,2}}(?:\.\d{{1,2}})?|[IVX]{{1,5}}"
    rf"|(?i:{_SPELT}))(?:\([A-Z\d]\))?)?{_TAIL}[.:]?"
)
_DECIMAL = re.compile(rf"(\d{{1,3}}(?:\.\d{{1,3}}){{1,4}}[A-Z]?{_SUBS})(?:\.?)(?=[\s\u2013\u2014:;]|$|[A-Z“\"])")
_SINGLE = re.compile(rf"(\d{{1,3}}[A-Z]?{_SUBS})([.)])(?=[\s:]|$|[A-Z“\"])")
_BARE = re.compile(r"(\d{1,2}[A-Z]?)(?=\t|[ \u00a0]{1,6}[A-Z“\"])")
_PAREN = re.compile(r"\(([A-Za-z]{1,2}|[ivxlIVXL]{1,6}|\d{1,2})\)")
_LETTER = re.compile(r"([A-Za-z]|[ivx]{2,5}|[IVX]{2,5})([.)])(?=\s|$)")
_BULLET = re.compile(r"([•·▪●○◦‣■□–—*o-])(?=[\t ])|[•▪●◦‣]")
_POSSIBLE = re.compile(
    r"[^A-Za-z\s]|[A-Za-z]{1,5}[.)]|(?:art|sec|cla|par|sch|exh|ann|app|att)|[o]\s", re.IGNORECASE
)  # most lines start like no label at all
_QUANTITY = re.compile(
    r"[\s\u00a0-]{0,2}(?:%|percent|per cent|times|x\b|million|billion|thousand|hours?|days?|weeks?|months?|years?|business|calendar"
    r"|hundred|copies|January|February|March|April|May|June|July|August|September|October|November|December)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})|c", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Label:
    """One label. shape: decimal | article | schedule | number | letter | LETTER | roman | ROMAN | bullet, with its brackets ("(letter)").

    numbers: its value, for a decimal one component each. end: where the text after it starts, 0 for an automatic one.
    """

    text: str
    shape: str
    numbers: tuple[int, ...]
    end: int = 0
    bare: bool = False

    @property
    def depth(self) -> int:
        return len(self.numbers) if self.shape == "decimal" else 1


def read_label(text: str) -> Label | None:
    """The label typed at the start of a line, None where there is none; "30 days" and "Section 8.2 survives" are no labels."""
    start = len(text) - len(text.lstrip())
    if not _POSSIBLE.match(text, start):
        return None
    line = text[start : start + 60]
    for read in (_read_schedule, _read_worded, _read_decimal, _read_paren, _read_letter, _read_bullet):
        found = read(line)
        if found:
            end = start + found.end
            while end < len(text) and text[end] in " \t\u00a0\n\u2002\u2003":
                end += 1
            return Label(found.text, found.shape, found.numbers, end, found.bare)
    return None


def read_automatic(label: str) -> Label | None:
    """An automatic number as Word shows it ("8.2", "(a)", "Article IV", "1)"), read like a typed one."""
    shown = label.strip()
    if not shown:
        return None
    found = read_label(shown + " ")
    if found is None:
        digits = tuple(int(part) for part in re.findall(r"\d{1,6}", shown))
        found = Label(shown, "decimal" if digits else "bullet", digits or (0,))
    return Label(shown.rstrip(".") if found.shape == "decimal" else shown, found.shape, found.numbers)


def label_of(paragraph: Paragraph) -> Label | None:
    """The paragraph's label: the automatic one, else the one it types."""
    return read_automatic(paragraph.label) or read_label(paragraph.text)


def as_roman(letters: str) -> int:
    """The value of a Roman numeral, 0 for letters that are none."""
    if not letters or not _ROMAN.fullmatch(letters):
        return 0
    total = 0
    values = [_VALUES.get(letter, 0) for letter in letters.lower()]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total


def _lower_follows(rest: str) -> bool:
    return bool(re.match(r"[\s\u00a0]{0,3}(?:[a-z(]|and\b|or\b)", rest))


def _read_schedule(line: str) -> Label | None:
    match = _SCHEDULE.match(line)
    if not match or _lower_follows(line[match.end() :]):
        return None
    return Label(match[0].rstrip(".: "), "schedule", (_value(match[2] or ""),), match.end())


def _read_worded(line: str) -> Label | None:
    match = _WORDED.match(line)
    if not match or _lower_follows(line[match.end() :]):
        return None
    word, number = match[1].lower(), match[2]
    if "." in number or (number[:1].isdigit() and word not in ("article", "part")):
        return Label(match[0].rstrip(".: "), "decimal", _parts(number), match.end())
    return Label(
        match[0].rstrip(".: "), word if word in ("article", "part") else "decimal", (as_roman(number) or _value(number),), match.end()
    )


def _read_decimal(line: str) -> Label | None:
    match = _DECIMAL.match(line)
    if match:
        rest = line[match.end() :]
        return None if _QUANTITY.match(rest) else Label(match[1], "decimal", _parts(match[1]), match.end())
    match = _SINGLE.match(line)
    if match:
        shape = "decimal" if match[2] == "." else "number)"
        return Label(match[1] + (")" if match[2] == ")" else ""), shape, _parts(match[1]), match.end())
    match = _BARE.match(line)
    if match and not _QUANTITY.match(line[match.end() :]):
        return Label(match[1], "decimal", _parts(match[1]), match.end(), bare=True)
    return None


def _read_paren(line: str) -> Label | None:
    match = _PAREN.match(line)
    if not match:
        return None
    return Label(match[0], f"({_shape(match[1])})", (_value(match[1]),), match.end())


def _read_letter(line: str) -> Label | None:
    match = _LETTER.match(line)
    if not match:
        return None
    mark = match[2]
    return Label(match[1] + (")" if mark == ")" else ""), f"{_shape(match[1])}{mark}", (_value(match[1]),), match.end())


def _read_bullet(line: str) -> Label | None:
    match = _BULLET.match(line)
    return Label(match[0], "bullet", (0,), match.end()) if match else None


def _shape(mark: str) -> str:
    if mark.isdigit():
        return "number"
    roman = len(mark) > 1 and as_roman(mark) > 0
    name = "roman" if roman else "letter"
    return name.upper() if mark.isupper() else name


def _value(mark: str) -> int:
    if mark.isdigit():
        return int(mark)
    if mark.lower() in VALUES and len(mark) > 1:
        return VALUES[mark.lower()]
    if len(mark) > 1 and as_roman(mark):
        return as_roman(mark)
    if len(mark) == 1 or (len(mark) == 2 and mark[0] == mark[1]):
        return ord(mark[0].lower()) - 96 + 26 * (len(mark) - 1)
    digits = re.search(r"\d+", mark)
    return int(digits[0]) if digits else 0


def _parts(label: str) -> tuple[int, ...]:
    """The components of "12.3(a)(ii)": (12, 3, 1, 2); "8.0" is (8,); "8.2A" comes after "8.2" and counts as its number."""
    found = re.findall(r"\d+|(?<=\()[A-Za-z]+", re.sub(r"(?<=\d)\.0$", "", label))
    return tuple(int(part) if part.isdigit() else (as_roman(part) if len(part) > 1 else _value(part)) for part in found)
