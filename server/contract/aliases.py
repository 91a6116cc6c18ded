"""Aliases: what running text calls a party, in which case, with or without its article."""

from __future__ import annotations

import re

from server.contract.names import is_company
from server.contract.roles import Standing
from server.contract.short_names import Named
from server.model import Party

_FORMS = {"we": "we|us|our|ours", "you": "you|your|yours", "i": "I|me|my"}


def as_party(one: Named, standing: Standing, text: str, is_me: bool) -> Party:
    shorts = _by_use(one, text)
    first = shorts[0] if shorts else one.name
    person = {"you": 2, "we": 1, "us": 1, "i": 1, "me": 1}.get(first.lower(), 3)
    plural = (person < 3 and first.lower() not in ("i", "me")) or _is_plural(first, text)
    article = "the" if person == 3 and _takes_article(first, text) else ""
    return Party(
        one.name,
        shorts,
        standing.role,
        is_me,
        article=article,
        person=person,
        plural=plural,
        reason=standing.reason,
        confidence=standing.confidence,
    )


def _by_use(one: Named, text: str) -> tuple[str, ...]:
    """Short names, the one used most first; "us" and "me" only speak for "we" and "I"."""
    subjects = {"us": "we", "me": "I"}
    shorts = list(dict.fromkeys(subjects.get(short.lower(), short) for short in one.shorts))
    shorts = [_as_written(short, text) for short in shorts]
    shorts = list(dict.fromkeys(shorts))
    if len(shorts) > 1:
        counts = {short: _count(short, text) for short in shorts}
        shorts.sort(key=lambda short: -counts[short])
    return tuple(shorts)


def _count(short: str, text: str) -> int:
    """Uses of a name; a pronoun's in every form and case."""
    forms = _FORMS.get(short.lower())
    return len(re.findall(rf"\b(?:{forms})\b", text, re.IGNORECASE)) if forms else len(re.findall(rf"\b{re.escape(short)}\b", text))


def _as_written(short: str, text: str) -> str:
    """ "CONSULTANT" in the definition, "Consultant" ever after (or the other way round): the form in use."""
    if short.lower() in _FORMS:
        return short
    forms = sorted({short, short.title() if short.isupper() else short.upper()})
    counts = {form: len(re.findall(rf"\b{re.escape(form)}\b", text)) for form in forms}
    best = max(counts.values())
    return short if counts[short] == best else next(form for form in forms if counts[form] == best)


def _takes_article(short: str, text: str) -> bool:
    """Whether running text says "the Consultant": mostly so where it stands inside a sentence."""
    escaped = re.escape(short)
    uses = re.findall(rf"(?<![\"“‘\w])(the\s+|The\s+|THE\s+)?{escaped}\b(?![\"”])", text)
    return bool(uses) and 2 * sum(bool(use) for use in uses) > len(uses)


def _is_plural(short: str, text: str) -> bool:
    if not short.endswith("s") or is_company(short):
        return False
    verbs = re.findall(rf"\b{re.escape(short)}\s+(are|have|were|agree|is|has|was|agrees)\b", text)
    return sum(verb in ("are", "have", "were", "agree") for verb in verbs) * 2 > len(verbs)
