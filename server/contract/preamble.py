"""The preamble: who the contract says it is between, and the short names it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.contract.names import cut_name, is_company, is_name, is_placeholder, role_word
from server.contract.zones import is_operative, is_whereas
from server.model import Paragraph

_TRIGGER = re.compile(
    r"\b(?:by and between|by and among|between|among|amongst|BETWEEN|AMONG|by and betwen)\b|\b(?:entered into|made|executed|agreed) (?:\w+ ){0,4}?by\b"
    r"|^\s*(?:THE )?PARTIES\b\s*:?\s*(?:$|\()|^\s*(?:The )?Parties\s*:?\s*$|\bparties to this (?:agreement|contract|deed) are\b|\bis (?:made )?from\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„«?]\s?([^\"“”„«»?()]{1,60}?)\s?[\"”“»?]|(?<![\w])[‘'`]{1,2}([^‘’'`()]{1,60}?)[’'`]{1,2}(?![\w])")
_GROUP = re.compile(
    r"\(([^()]{0,40}(?:\([^()]{0,40}\)[^()]{0,60})?[^()]{0,160})\)"
    r"|(?:herein(?:after)?|hereafter|referred to (?:herein(?:after)? )?as|known as|called)[^\"“‘.;()]{0,50}([\"“‘][^\"“”’]{1,50}[\"”’])"
    r"|\b(?:hereinafter|hereafter)(?: called| referred to as| known as|,)?\s(?:the\s)?([A-Z][\w&-]+(?:\s[A-Z][\w&-]+)?)"
)
_BARE_SHORT = re.compile(
    r"\s*(?:(?:hereinafter|hereafter|herein)?(?:\s*(?:referred to|called|known)(?: as)?)?,?\s*(?:the|as)\s+)?([A-Z][\w&-]+(?:\s[A-Z][\w&-]+){0,2})\s*$"
)
_NOT_PARTY = re.compile(
    r"\b(?:date|agreement|terms?|part(?:y|ies)|contract|deed|services?|effective|sow|msa|nda|psa|dpa|amendment|program(?:me)?|premises|products?|territory"
    r"|purpose|project|exhibit|schedule|state|confidential|act|code|letter|addendum|plan|property|commencement|engagement|closing|order|site|software"
    r"|business|transaction|notes?|shares|securities|effectiveness|execution|period|policy|statement|offices?|facility|license[sd]?|individually|collectively"
    r"|formerly|company number|marks?|technology|information|patents?|materials?|event|team|stadium|website|vat|ein)\b",
    re.IGNORECASE,
)
_LONG_WINDOW = 5000
_MOST_PARAGRAPHS = 14


@dataclass(frozen=True, slots=True)
class Named:
    """A party as one place of the document names it. shorts: in the order written; index: the paragraph; source: where it stands."""

    name: str
    shorts: tuple[str, ...]
    index: int
    source: str = "preamble"


def read_preamble(paragraphs: Sequence[Paragraph], limit: int = 90) -> tuple[Named, ...]:
    """The parties of the preamble that names most of them with short names, in the order written; () where there is none."""
    flow = [p for p in paragraphs if p.story in ("body", "cell") and p.text.strip()][:limit]
    best: tuple[Named, ...] = ()
    tries = 0
    for at, p in enumerate(flow):
        for trigger in _TRIGGER.finditer(p.text[:4000]):
            found = tuple(_read_window(_window(flow, at, trigger.end()), p.index))
            if _weight(found) > _weight(best):
                best = found
            tries += 1
            break
        if tries > 12:
            break
    return best


def _weight(found: tuple[Named, ...]) -> int:
    return sum(2 + (3 if named.shorts else 0) + is_company(named.name) for named in found[:3]) if len(found) > 1 else len(found)


def _window(flow: Sequence[Paragraph], at: int, start: int) -> str:
    """The words from a trigger on, over the paragraphs that go on naming parties."""
    parts = [flow[at].text[start : start + _LONG_WINDOW]]
    for p in flow[at + 1 : at + _MOST_PARAGRAPHS]:
        text = p.text.strip()
        if (
            is_whereas(text)
            or is_operative(text)
            or re.match(r"(?:recitals?|background|agreed terms|table of contents)\b", text, re.IGNORECASE)
        ):
            break
        numbered = re.match(r"(?:\d{1,2}\.\d|(?:\d{1,2}\.?|[A-Z]\.|ARTICLE|Article|Section|SECTION)\s)", text)
        if (p.label or numbered) and not _QUOTED.search(text) and not is_company(text):
            break
        if len(parts) > 1 and sum(map(len, parts)) > 2500:
            break
        parts.append(p.text)
    return "\n".join(parts)[:_LONG_WINDOW]


def _read_window(window: str, index: int) -> Iterator[Named]:
    """Parties by their definitions ("Acme Ltd (the "Client")"): each takes the name between the definition before it and itself."""
    names = 0
    seen: set[str] = set()
    start = 0
    for group in _GROUP.finditer(window):
        shorts = tuple(short for short in _shorts_of(group) if short.lower() not in seen)
        if not shorts:
            continue
        if re.search(r"[.]\s+(?:[A-Z][a-z]+ ){1,3}(?:shall|will|is|are|has|have|agrees?)\b", window[start : group.start()]) and names >= 2:
            break
        name = _best_name(window[start : group.start()], first=names == 0)
        start = group.end()
        if not name and not any(role_word(short) for short in shorts):
            continue
        seen.update(short.lower() for short in shorts)
        names += 1
        yield Named(name or shorts[0], shorts, index)
        if names >= 8:
            break
    if not names:
        yield from _plain_names(window, index)


def _shorts_of(group: re.Match[str]) -> Iterator[str]:
    inside = group[1] or group[2] or ""
    quoted = [match[1] or match[2] for match in _QUOTED.finditer(inside)]
    if not quoted:
        bare = _BARE_SHORT.match(group[3] or inside)
        if bare and (group[3] or role_word(bare[1])):
            quoted = [bare[1]]
    for short in quoted:
        clean = " ".join(short.split()).strip(" ,.;:")
        clean = clean[4:] if clean.lower().startswith("the ") and len(clean) > 4 else clean
        if (
            clean
            and (clean[0].isalnum())
            and (role_word(clean) or not _NOT_PARTY.search(clean))
            and clean.lower() not in ("our", "your", "yours", "us", "me")
        ):
            yield clean
        elif clean.lower() in ("us", "me"):
            yield clean


def _best_name(segment: str, first: bool) -> str:
    """The party's name in the words before its definition: at their start, or after the last "and" that a name follows."""
    candidates = [0] if first or re.match(r"[\s,;.)]*(?:and|AND|&|\(?\d\)|\d\.|[A-Z])", segment) else []
    candidates += [
        match.end() for match in re.finditer(r"(?:^|[\s,;])(?:and|AND|&|between|BETWEEN|among)[\s:]+(?=[\w\[{(_])|\(\d\)\s*|\n", segment)
    ]
    best, best_score = "", 0
    for at in candidates[:24]:
        name = cut_name(segment[at:])
        if not name or (not is_name(name) and not is_placeholder(name)):
            continue
        score = (
            1
            + 3 * is_company(name)
            + (2 if len(name) < len(segment[at:].strip(" ,;\n(")) or at == 0 else 0)
            - 2 * (name.lower() in ("the parties", "party"))
        )
        score -= 3 * bool(re.match(r"(?:the\s)?(?:laws?|State|its|Suite|PO|P\.O|[\d, .-]+$)", name))
        if score > best_score:
            best, best_score = name, score
    return best


def _plain_names(window: str, index: int) -> Iterator[Named]:
    """Parties without short names: "between Acme Ltd and Jane Doe"."""
    clause = re.split(r"(?<=[a-z)\d])\.\s|\n\s*\n", window, maxsplit=1)[0][:600]
    parts = re.split(r"\s*(?:,\s*|\n\s*|\s)(?:and|AND|&)\s+(?=[A-Z\[{_]|[a-z]+\.[a-z])|\n", clause, maxsplit=4)
    found = [
        name
        for name in (cut_name(part) for part in parts)
        if name and (is_name(name) or is_placeholder(name)) and not _NOT_PARTY.search(name)
    ]
    if len(found) >= 2:
        for name in found[:3]:
            yield Named(name, (), index)
