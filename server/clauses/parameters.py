"""Values of parameters: checked against type and bounds, and written out as they stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from server.clauses.clause import Parameter
from server.errors import WordingError

Value = int | float | str | Sequence[str]
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_UNITS = {"business day": Decimal(7) / 5, "day": Decimal(1), "week": Decimal(7), "month": Decimal(365) / 12, "year": Decimal(365)}
_PERIOD = re.compile(r"(\d{1,4}|[a-z]+)(?:\s*\(\d+\))?\s+(business day|working day|day|week|month|year)s?", re.IGNORECASE)
_MONEY = re.compile(r"([A-Z]{3}\s?|[$€£¥]\s?)?(\d{1,3}(?:[, ]\d{3})*|\d+)(\.\d{1,2})?(\s?[A-Z]{3}|\s?[€£])?")


def read_values(parameters: Sequence[Parameter], given: Mapping[str, str]) -> dict[str, str]:
    """Each parameter's words: the value given, else its default; one that has neither is left out.

    Raises WordingError for an unknown name, a value of another type or one out of bounds.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in given:
        if name not in known:
            raise WordingError(f"There is no parameter named '{name}'.", f"There are: {', '.join(sorted(known)) or 'none'}.")
    words = {}
    for name, parameter in known.items():
        value: Value | None = given.get(name, parameter.default)
        if value is not None:
            words[name] = read_value(parameter, value)
    return words


def read_value(parameter: Parameter, value: Value) -> str:
    """One value in words. Raises WordingError."""
    readers = {"number": _number, "choice": _choice, "list": _list, "money": _money, "period": _period, "text": _text}
    return readers[parameter.type](parameter, value)


def _number(parameter: Parameter, value: Value) -> str:
    number = _decimal(str(value))
    if number is None:
        raise _wrong(parameter, "must be a number, like 12 or 1.5")
    _bound(parameter, number, _decimal)
    return _WORDS[int(number)] if number == int(number) and 0 <= number <= 12 else f"{number.normalize():f}"


def _choice(parameter: Parameter, value: Value) -> str:
    chosen = next((choice for choice in parameter.choices if choice.lower() == str(value).strip().lower()), None)
    if chosen is None:
        raise _wrong(parameter, f"must be one of: {', '.join(parameter.choices)}")
    return chosen


def _list(parameter: Parameter, value: Value) -> str:
    members = [part.strip() for part in value.split(",")] if isinstance(value, str) else [str(part).strip() for part in _sequence(value)]
    members = [_clean(parameter, member) for member in members if member]
    if not members:
        raise _wrong(parameter, "must name at least one, separated by commas")
    _bound(parameter, Decimal(len(members)), _decimal)
    return members[0] if len(members) == 1 else f"{', '.join(members[:-1])} and {members[-1]}"


def _money(parameter: Parameter, value: Value) -> str:
    text = str(value).strip()
    found = _MONEY.fullmatch(text)
    amount = _amount(text)
    if found is None or amount is None:
        raise _wrong(parameter, 'must be an amount, like "USD 5,000"')
    _bound(parameter, amount, _amount)
    return text


def _period(parameter: Parameter, value: Value) -> str:
    found = _PERIOD.fullmatch(str(value).strip())
    days = _days(str(value))
    if found is None or days is None:
        raise _wrong(parameter, 'must be a period, like "30 days" or "six months"')
    _bound(parameter, days, _days)
    return str(value).strip()


def _text(parameter: Parameter, value: Value) -> str:
    text = _clean(parameter, str(value).strip())
    if not text:
        raise _wrong(parameter, "must not be empty")
    return text


def _clean(parameter: Parameter, text: str) -> str:
    if re.search(r"[{}\[\]\x00-\x1f]|_{3,}", text):
        raise _wrong(parameter, "must be plain words on one line, without brackets or blanks to fill in")
    return text


def _sequence(value: Value) -> Sequence[str]:
    return value if isinstance(value, Sequence) else (str(value),)


def _decimal(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip().replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _amount(text: str) -> Decimal | None:
    return _decimal(re.sub(r"[^\d.]", "", text))


def _days(text: str) -> Decimal | None:
    found = _PERIOD.fullmatch(text.strip())
    if found is None:
        return None
    count, unit = found.group(1).lower(), found.group(2).lower().replace("working", "business")
    number = Decimal(count) if count.isdigit() else Decimal(_WORDS.index(count)) if count in _WORDS else None
    return None if number is None else number * _UNITS[unit]


def _bound(parameter: Parameter, value: Decimal, read: object) -> None:
    for limit, word in ((parameter.min, "at least"), (parameter.max, "at most")):
        bound = read(str(limit)) if limit is not None and callable(read) else None
        if bound is not None and (value < bound if word == "at least" else value > bound):
            raise _wrong(parameter, f"must be {word} {limit}")


def _wrong(parameter: Parameter, message: str) -> WordingError:
    label = f" ({parameter.label})" if parameter.label else ""
    return WordingError(f"The parameter '{parameter.name or 'default'}'{label} {message}.")
