"""The preamble: who the contract says it is between, and the short names it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from server.contract.names import cut_name, has_form, is_company, is_name, is_person, is_placeholder, role_word
from server.contract.short_names import GROUP, Named, is_plausible, not_party, read_shorts
from server.contract.zones import is_operative, is_whereas
from server.model import Paragraph

_TRIGGER = re.compile(
    r"\b(?:by and between|by and among|between|among|amongst|BETWEEN|AMONG|by and betwen)\b|\b(?:entered into|made"
    r"|executed|agreed)(?: \S+){0,6}? by\b"
    r"|^\s*(?:THE )?PARTIES\b\s*:?\s*(?:$|\()|^\s*(?:The )?Parties\s*:?\s*$|\bparties to this (?:agreement|contract"
    r"|deed) are\b|\bis (?:made )?from\b|\bgiven (?:\S+ ){0,6}?by\b|\bin favou?r of\b",
    re.IGNORECASE,
)
_RECITALS = re.compile(
    r"\bWHEREAS\b|\bRECITALS?\b|\bBACKGROUND\b|\bW\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H\b|\bNOW,? THEREFORE\b|\bRecitals\b|\bWhereas\b"
)
_LONG_WINDOW = 5000
_MOST_TRIES = 14
_EARLY = 30
_MOST_PARAGRAPHS = 14


def read_preamble(paragraphs: Sequence[Paragraph], limit: int = 90) -> tuple[Named, ...]:
    """The parties of the preamble that names most of them with short names, in the order written; () where there is none."""
    flow = [p for p in paragraphs if p.story in ("body", "cell") and p.text.strip()][:limit]
    best: tuple[Named, ...] = ()
    tries = 0
    for at, p in enumerate(flow):
        start = _start_of(p.text, at)
        if start is None:
            continue
        found = tuple(_read_window(_window(flow, at, start), p.index))
        best = max(best, found, key=_weight)
        tries += 1
        if tries > _MOST_TRIES:
            break
    return best


def read_scattered(paragraphs: Sequence[Paragraph], limit: int = 12) -> tuple[Named, ...]:
    """Parties whose short names say a role, wherever the first paragraphs give them ("each booking by Acme Ltd (Agency) of ...")."""
    found: dict[str, Named] = {}
    for p in [p for p in paragraphs if p.story in ("body", "cell") and p.text.strip()][:limit]:
        start = 0
        for group in GROUP.finditer(p.text[:3000]):
            shorts = tuple(short for short in read_shorts(group) if role_word(short))
            if shorts and shorts[0].lower() not in found:
                names = [cut_name(part) for part in re.split(r"\b(?:by|with|for|from|of|to|and|between)\s", p.text[start : group.start()])]
                name = next((name for name in reversed(names) if name and is_name(name) and (has_form(name) or is_person(name))), shorts[0])
                found[shorts[0].lower()] = Named(name, shorts, p.index)
            start = group.end()
    return tuple(found.values())


def _start_of(text: str, at: int) -> int | None:
    """Where parties may start to be named in a paragraph: after "between" and the like, or (early on) at a line that gives a short name."""
    trigger = _TRIGGER.search(text[:4000])
    if trigger:
        return 0 if trigger[0].lower().startswith("in fav") else trigger.end()
    if at >= _EARLY:
        return None
    for group in GROUP.finditer(text[:1500]):
        if any(read_shorts(group)):
            name = cut_name(text)
            return (
                0
                if is_name(name) and (is_company(name) or any(role_word(short) for short in read_shorts(group)) or is_person(name))
                else None
            )
    return None


def _weight(found: tuple[Named, ...]) -> int:
    """How much a reading of one place tells: of two parties their names, short names and legal forms; of one little."""
    return sum(2 + (3 if named.shorts else 0) + is_company(named.name) for named in found[:2]) if len(found) > 1 else len(found)


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
        if (p.label or numbered) and not GROUP.search(text) and not is_company(text):
            break
        if len(parts) > 1 and sum(map(len, parts)) > 2500:
            break
        parts.append(p.text)
    window = "\n".join(parts)[:_LONG_WINDOW]
    end = _RECITALS.search(window)
    return window[: end.start()] if end else window


def _read_window(window: str, index: int) -> Iterator[Named]:
    """Parties by their definitions ("Acme Ltd (the "Client")"): each takes the name between the definition before it and itself."""
    names = 0
    seen: set[str] = set()
    start = 0
    for group in GROUP.finditer(window):
        shorts = tuple(short for short in read_shorts(group) if short.lower() not in seen)
        if not shorts:
            continue
        if re.search(r"[.]\s+(?:[A-Z][a-z]+ ){1,3}(?:shall|will|is|are|has|have|agrees?)\b", window[start : group.start()]) and names >= 2:
            break
        segment = window[start : group.start()]
        name = _best_name(segment, first=names == 0)
        ahead, own = _unnamed_first(segment) if names == 0 else ("", "")
        if ahead:
            names += 1
            name = own
            yield Named(ahead, (), index)
        start = group.end()
        if not is_plausible(name, shorts):
            continue
        name = name or _described(segment)
        seen.update(short.lower() for short in shorts)
        names += 1
        yield Named(name or shorts[0], shorts, index)
        if names >= 8:
            break
    if not names:
        yield from _plain_names(window, index)


def _described(segment: str) -> str:
    """A party that is told rather than named: "and the freelancer named in the booking note ("you")"."""
    match = re.match(r"[\s,;.]*(?:and\s)?((?:the|any|each)\s[a-z][^,(\n]{3,70})", segment)
    return match[1].strip() if match else ""


def _unnamed_first(segment: str) -> tuple[str, str]:
    """A company named before the first short name without one of its own, and the one whose that is; "" twice for none.

    "between Acme Ltd, of Leeds, and Beta Ltd ("Beta")" gives Acme Ltd and Beta Ltd.
    """
    parts = re.split(r"(?:,\s|\d\s|\s)(?:and|AND)\s+(?=[A-Z\d])", segment)
    firsts = [cut_name(part) for part in parts]
    if len(parts) < 2 or not has_form(firsts[0]) or not has_form(firsts[-1]):
        return "", ""
    return (firsts[0], firsts[-1]) if is_name(firsts[0]) and len(parts[0]) > len(firsts[0]) + 12 else ("", "")


def _best_name(segment: str, first: bool) -> str:
    """The party's name in the words before its definition: at their start, or after the last "and" that a name follows."""
    candidates = [0] if first or re.match(r"[\s,;.)]*(?:and|AND|&|\(?\d\)|\d\.|[A-Z])", segment) else []
    candidates += [
        match.end()
        for match in re.finditer(
            r"(?:^|[\s,;])(?:and|AND|&|between|BETWEEN|among|in favou?r of|with|for|to)[\s:]+(?=[\w\[{(_])|\(\d\)\s*|\n", segment
        )
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
    clause = re.split(r"(?<=[a-z)\d])\.\s(?=[A-Z])|\n\s*\n", window, maxsplit=1)[0][:600]
    parts = re.split(r"\s*(?:,\s*|\n\s*|\s)(?:and|AND|&)\s+(?=[A-Z\[{_]|[a-z]+\.[a-z])|\n", clause, maxsplit=4)
    found = [
        name
        for name in (cut_name(part) for part in parts)
        if name and (is_name(name) or is_placeholder(name)) and not not_party(name.replace("_", " "))
    ]
    if len(found) >= 2:
        for name in found[:3]:
            yield Named(name, (), index)
