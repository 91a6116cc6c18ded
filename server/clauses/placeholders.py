"""Placeholders in a wording: {me} {them} {agreement} {annex} {term:A|B} {section:RULE} {param:NAME} {words:NAME} {verb:grants|grant}."""

from __future__ import annotations

import re
from dataclasses import dataclass

KINDS = ("me", "them", "agreement", "term", "section", "param", "words", "verb", "annex")
BARE = frozenset({"me", "them", "agreement", "annex"})
_RULE = re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+)*")
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One gap of a wording. value: what follows the colon, "" for a bare one."""

    kind: str
    value: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """The alternatives of {term:...} and {verb:...}, in order."""
        return tuple(part.strip() for part in self.value.split("|"))


def split_wording(wording: str) -> tuple[str | Placeholder, ...]:
    """The wording as text and placeholders in turn. Raises ValueError, in words for the clause's author, for one that does not exist."""
    pieces: list[str | Placeholder] = []
    at = 0
    for found in _BRACES.finditer(wording):
        pieces += [wording[at : found.start()], _read(found.group(1))]
        at = found.end()
    pieces.append(wording[at:])
    if any("{" in piece or "}" in piece for piece in pieces if isinstance(piece, str)):
        raise ValueError("a curly bracket stands alone: placeholders are written like {me} or {term:Fees|fees}")
    return tuple(piece for piece in pieces if piece != "")


def placeholders(wording: str) -> tuple[Placeholder, ...]:
    """The placeholders alone, in order. Raises as `split_wording`."""
    return tuple(piece for piece in split_wording(wording) if isinstance(piece, Placeholder))


def _read(inside: str) -> Placeholder:
    kind, colon, value = inside.partition(":")
    kind, value = kind.strip(), value.strip()
    if kind not in KINDS:
        raise ValueError(
            f"unknown placeholder {{{inside}}}: there are"
            " {me} {them} {agreement} {annex} {term:A|B} {verb:A|B} {section:RULE} {param:NAME} {words:NAME}"
        )
    if kind in BARE and colon:
        raise ValueError(f"{{{kind}}} takes nothing after a colon")
    if kind not in BARE and not value:
        raise ValueError(f"{{{kind}}} needs a name after a colon, as in {{{kind}:name}}")
    if kind == "section" and not _RULE.fullmatch(value):
        raise ValueError(f"{{section:{value}}} must name a rule, as in {{section:liability/liability_cap}}")
    if kind == "verb" and value.count("|") != 1:
        raise ValueError("{verb:...} takes two forms, as in {verb:grants|grant}")
    return Placeholder(kind, value)
