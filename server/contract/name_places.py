"""Where in the words of a preamble a party's name stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.letters import latin
from server.contract.names import FORM, cut_name, has_form, is_company, is_name, is_person, is_placeholder
from server.contract.short_names import is_akin

_AFTER = latin(
    r"(?:^|[\s,;])(?:and|AND|And|(?<=\n)&|between|BETWEEN|among|in favou?r of|for the benefit of|with|for|to|by|engages?|appoints?"
    r"|retains?|hires?|employs?|grants?|gives?|commissions?|authori[sz]es?)[\s:\u2013\u2014-]+(?=[\"“]?[\w\[{(_])"
    r"|\(\d\)\s*|\(?[a-z]\)\s+(?=[A-Z])|\n|;\s*(?=[A-Z\d])|\bits [\w ]{3,30},\s(?=[A-Z])"
)
_RUN = latin(rf"(?<!\bof\s)(?<!\bOF\s)(?<![\w.] )(?<!\w)((?:[A-Z0-9][\w&.'’/-]*,?\s){{1,8}}?(?=[A-Z]){FORM.pattern})")
_OWNER = latin(rf"\b(?:of|by|to)\s((?:[A-Z0-9][\w&.'’/-]*,?\s){{1,8}}?{FORM.pattern})[^()]*$")
_ROLE_THEN_NAME = latin(r"\b[Tt]he\s((?:[A-Z][\w-]+\s?){1,2}),\s(?=[A-Z])")
# "Acme Ltd & Jane Doe" are two, "Marshall & Ilsley Corporation" is one
_FORM_AND = re.compile(r"(?:(?<=Ltd)|(?<=Inc)|(?<=LLC)|(?<=LLP)|(?<=LTD)|(?<=INC)|(?<=[a-z]mited)|(?<=GmbH)|(?<=[A-Z]\.))\.?\s&\s")
_PLACE = latin(r"(?:the\s)?(?:laws?|State|its|Suite|PO|P\.O|[\d, .-]+$)")


def best_name(segment: str, shorts: Sequence[str], first: bool) -> str:
    """The party's name in the words before its definition: at their start, or after the last "and" that a name follows."""
    candidates = [0] if first or re.match(r"[\s,;.)]*(?:and|AND|And|&|\(?\d\)|\d\.|[A-Z])", segment) else []
    candidates += [match.end() for match in _AFTER.finditer(segment)][:40]
    candidates += [match.start() for match in _RUN.finditer(segment)][:4]
    best, best_score = "", 0.0
    for at in candidates:
        name = cut_name(segment[at:])
        if not name or (not is_name(name) and not is_placeholder(name)):
            continue
        score = _score(name, segment[at:], shorts, at)
        if score > best_score:
            best, best_score = name, score
    return best


def _score(name: str, rest: str, shorts: Sequence[str], at: int) -> float:
    score = 1.0 + 3 * is_company(name) + 2 * (len(name) < len(rest.strip(" ,;\n(")) or at == 0)
    score += 2.5 * any(is_akin(name, short) for short in shorts)
    score -= 2 * (name.lower() in ("the parties", "party"))
    score -= 3 * bool(_PLACE.match(name)) + 2 * bool(re.search(rf"(?:{FORM.pattern})\s+(?:and|AND|&)\s|\bPage \d", name))
    return score


def unnamed_first(segment: str) -> tuple[str, str]:
    """A company named before the first short name without one of its own, and the one whose that is; "" twice for none.

    "between Acme Ltd, of Leeds, and Beta Ltd ("Beta")" gives Acme Ltd and Beta Ltd.
    """
    parts = re.split(r"(?:,\s|\d\s|\s)(?:and|AND|&)\s+(?=[A-Z\d\[{_]|the\s[a-z]|any\s|each\s)", segment)
    if len(parts) < 2:
        return "", ""
    ahead, own = cut_name(parts[0]), cut_name(parts[-1])
    if not has_form(ahead) or not is_name(ahead) or len(parts[0]) <= len(ahead) + 12:
        return "", ""
    if re.match(r"(?:the|any|each)\s[a-z]", parts[-1]):
        told = re.match(r"[^,(\n]{3,90}", parts[-1])
        return ahead, told[0].strip() if told else ""
    return (ahead, own) if has_form(own) and is_name(own) else ("", "")


def owner_name(segment: str, shorts: Sequence[str]) -> str:
    """A company named in the description of another that has the short name to itself: "a subsidiary of Acme Ltd ("Acme")"; "" for none."""
    match = _OWNER.search(segment)
    return match[1] if match and any(is_akin(match[1], short) for short in shorts) else ""


def trailing_name(rest: str) -> str:
    """A last party that has no short name: "Acme Ltd ("Acme") and Jane Doe"; "" for none."""
    match = re.search(r"(?:^|[\s,;])(?:and|AND|And|&)[\s:\u2013\u2014-]+(?=[\"“]?[\w\[{])", rest[:400])
    name = cut_name(rest[match.end() :]) if match else ""
    return name if name and is_name(name) and (has_form(name) or is_person(name)) else ""


def plain_names(window: str) -> list[str]:
    """Parties without short names: "between Acme Ltd and Jane Doe"; [] for fewer than two."""
    clause = re.split(
        r"(?<=[a-z)\d])(?<!Prof)(?<!Ing)(?<!Inf)(?<!\b[DMSd]r)(?<!\bM[rsx])(?<!\bMrs)(?<!\bSt)(?<!\bNo)\.(?!\s*(?:AND|And)\b)\s(?=[A-Z])|\n\s*\n",
        window,
        maxsplit=1,
    )[0][:900]
    clause = _ROLE_THEN_NAME.sub(r"\1 ", clause)
    parts = re.split(r"\s*(?:,\s*|\n\s*|\s)(?:and|AND|And)\s+(?=[A-Z\[{_]|[a-z]+\.[a-z])|\n(?:\s*&\s)?", clause, maxsplit=6)
    parts = [own for part in parts for own in _FORM_AND.split(part)]
    found = [name for name in (cut_name(part) for part in parts) if name and (is_name(name) or is_placeholder(name))]
    formed = [name for name in found if has_form(name) or is_placeholder(name) or is_person(name)]
    found = formed if len(formed) >= 2 else found
    return found[:3] if len(found) >= 2 else []
