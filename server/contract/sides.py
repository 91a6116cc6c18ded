"""Sides: what several parties of a preamble are called together ("Acme and Beta (collectively, the "Sellers")")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from server.contract.short_names import GROUP, Named

_TOGETHER = re.compile(r"\b(?:collectively|together|jointly)\b[^\"“]{0,80}[\"“](?:the )?([^\"“”]{2,40}?)[,.]?[\"”]")
_EVERYONE = re.compile(r"part(?:y|ies)|agreement", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:collectively|together|jointly)\s(?:\w+\s){0,3}$")
_GAP = 6
_LEAD = 160


def lead_in(window: str, start: int) -> str:
    """The words of the sentence ahead of a short name that is given to several ("Ash and Elm will collectively be "), else ""."""
    sentence = re.split(r"[.;]\s", window[max(0, start - _LEAD) : start])[-1]
    return sentence if _SEVERAL.search(sentence) else ""


def join_sides(window: str, found: Sequence[Named]) -> list[Named]:
    """The parties of a preamble's words, each with the name that it and others bear together.

    Such a name is borne by those whom its parenthesis names ("and, together with Acme, the "Sellers""), or where it names none and follows
    right on a definition, by everyone before it who has no such name yet. What all parties are called is no side.
    """
    parties = list(found)
    last = 0
    for group in GROUP.finditer(window):
        said = lead_in(window, group.start()) + group[0]
        together = _TOGETHER.search(said)
        if together and not _EVERYONE.fullmatch(together[1]):
            before = {at for at, one in enumerate(parties) if _is_defined(one, window[: group.end()], together[1])}
            named = {at for at in before if any(_says(short, said) for short in parties[at].shorts if short != together[1])}
            follows = len(window[last : group.start()].strip()) < _GAP
            joined = named if len(named) > 1 else ({at for at in before if not parties[at].side} if follows else set())
            if 1 < len(joined) < len(parties):
                parties = [replace(one, side=together[1]) if at in joined else one for at, one in enumerate(parties)]
        last = group.end()
    return parties


def _is_defined(one: Named, words: str, joint: str) -> bool:
    return any(_says(short, words) for short in one.shorts if short != joint) or one.name in words


def _says(short: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(short)}(?!\w)", words))
