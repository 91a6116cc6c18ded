"""The preamble: who the contract says it is between, and the short names it gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.actors import says_role
from server.contract.letters import latin
from server.contract.name_places import best_name, owner_name, plain_names, trailing_name, unnamed_first
from server.contract.names import FORM, cut_name, is_company, is_name, is_person
from server.contract.role_words import role_word
from server.contract.short_names import GROUP, Named, is_akin, is_plausible, not_party, read_bare, read_shorts, tidy
from server.contract.sides import join_sides, lead_in
from server.contract.zones import is_operative, is_whereas
from server.model import Paragraph

_TRIGGER = latin(
    r"\b(?:by and between|by and among|between|among|amongst|BETWEEN|AMONG|by and betwen)\b|\b(?:entered into|made"
    r"|executed|agreed)(?: \S+){0,6}? by\b"
    r"|^\s*(?:THE )?PARTIES\b\s*(?:$|\(|:)|^\s*(?:The )?Parties\s*:?\s*$|\bparties to this [\w ]{3,60} are\b"
    r"|\bis (?:made )?from\b|\bgiven (?:\S+ ){0,6}?by\b|\bin favou?r of\b|\bgranted(?: \S+){0,6}? by\b",
    re.IGNORECASE,
)
_AGREE = latin(
    r"\s*[A-Z0-9][^;:()\"“]{2,120}\s(?:and|AND|&)\s[A-Z0-9][^;:()\"“]{2,120}?\s(?:(?:hereby|mutually|each|have|both)\s){0,2}agreed?\b"
)
_RECITALS = latin(
    r"\bWHEREAS\b|\bR\s?E\s?C\s?I\s?T\s?A\s?L\s?S?\b|\bBACKGROUND\b|\bW\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H\b|\bNOW,? THEREFORE\b"
    r"|\bRecitals\b|\bWhereas\b"
    r"|\bagree[sd]? as follows\b|\bTABLE OF CONTENTS?\b"
)
# what comes between two parties, or after the first of them
_PARTED = latin(r"\b(?:and|AND|And)\b|&|\n|\(\w\)|\d\)|\w{2}\.\s+[A-Z]|\byou\b")
_RUN = latin(
    r"(?<![\w/])((?:[A-Z0-9][\w&.'’/-]*|[a-z]+\.[a-z]{2,4})(?:,?\s(?:(?:of|and|the|for|de|van|der|la|&)\s)*(?:[A-Z0-9][\w&.'’/-]*|&))*)[\s,]*$"
)
_LONG_WINDOW = 5000
_MOST_TRIES = 14
# a later place must tell more than this beyond an earlier one: annexes and amendments name parties again
_LATER = 1
_EARLY = 30
_MOST_PARAGRAPHS = 14
_MOST_PARTIES = 8
# a sentence that has begun after the parties were named
_SENTENCE = latin(r"[.]\s+(?:[A-Z][a-z]+ ){1,3}(?:shall|will|is|are|has|have|agrees?)\b")
_ACTS = r"\s+(?:shall|will|must|may|agrees?|hereby|desires?|wishes|represents|covenants|undertakes|intends|has|is)\b"


def read_preamble(paragraphs: Sequence[Paragraph], actors: frozenset[str] = frozenset(), limit: int = 150) -> tuple[Named, ...]:
    """The parties of the preamble that names most of them with short names, in the order written; () where there is none."""
    flow = [p for p in paragraphs if p.story in ("body", "cell") and p.text.strip()][:limit]
    texts = [tidy(p.text[:_LONG_WINDOW]) for p in flow]
    whole = "\n".join(p.text for p in paragraphs[:400])
    best: tuple[Named, ...] = ()
    tries = 0
    for at, p in enumerate(flow):
        start = _start_of(texts[at], at, actors)
        if start is None:
            continue
        found = tuple(_read_window(_window(flow, texts, at, start), p.index, whole, actors))
        if _weight(found) > _weight(best) + (_LATER if best else 0):
            best = found
        tries += 1
        if tries > _MOST_TRIES:
            break
    return best


def read_scattered(paragraphs: Sequence[Paragraph], actors: frozenset[str] = frozenset(), limit: int = 12) -> tuple[Named, ...]:
    """Parties that the first paragraphs define outside a preamble ("each booking by Acme Ltd (Agency) of ...")."""
    found: dict[str, Named] = {}
    for p in [p for p in paragraphs if p.story in ("body", "cell") and p.text.strip()][:limit]:
        start = 0
        text = tidy(p.text[:3000])
        for group in GROUP.finditer(text):
            shorts = tuple(short for short in read_shorts(group, actors) if short[0].isupper())
            before = text[start : group.start()]
            roles = tuple(short for short in shorts if says_role(short, actors))
            name = _scattered_name(before) or (_capitalised(before) if roles else "")
            shorts = roles or tuple(short for short in shorts if name and is_akin(name, short))
            if shorts and shorts[0].lower() not in found:
                found[shorts[0].lower()] = Named(name or shorts[0], shorts, p.index)
            start = group.end()
    named = tuple(one for one in found.values() if one.name not in one.shorts)
    return named if len(named) > 1 else tuple(found.values())


def _scattered_name(before: str) -> str:
    parts = re.split(
        r"\b(?:by|with|for|from|of(?=\s(?:the|an?|our|your)\s)|to|and|between|which|that|undersigned,|authori[sz]es|engages|appoints"
        r"|retains|on)\s",
        before,
    )
    names = [cut_name(part) for part in (*parts, before)]
    name = next((name for name in reversed(names) if name and is_name(name) and (is_company(name) or is_person(name))), "")
    whole = _capitalised(before) if name else ""
    return whole if whole.endswith(name) and not FORM.search(whole[: -len(name)]) else name


def _capitalised(before: str) -> str:
    """The run of capitalised words right before a definition ("Department of Health and Social Care"), where it can be a name."""
    run = _RUN.search(before)
    return cut_name(run[1]) if run and is_name(run[1]) else ""


def _start_of(text: str, at: int, actors: frozenset[str]) -> int | None:
    """Where parties may start to be named in a paragraph: after "between" and the like, or (early on) at a line that gives a short name."""
    trigger = _TRIGGER.search(text[:4000])
    if trigger:
        return 0 if trigger[0].lower().startswith("in fav") else trigger.end()
    if at >= _EARLY:
        return None
    if _AGREE.match(text):
        return 0
    for group in GROUP.finditer(text[:1500]):
        if any(read_shorts(group, actors)):
            name = cut_name(text)
            sure = is_name(name) and (
                is_company(name) or any(says_role(short, actors) for short in read_shorts(group, actors)) or is_person(name)
            )
            return 0 if sure else None
    return None


def _weight(found: tuple[Named, ...]) -> int:
    """How much a reading of one place tells of two parties: their short names, whether these fit, their legal forms; of one little."""
    if len(found) < 2:
        return len(found)
    return sum(
        2
        + is_company(one.name)
        + (3 + any(is_akin(one.name, short) or role_word(short) != "" for short in one.shorts) if one.shorts else 0)
        for one in found[:2]
    )


def _window(flow: Sequence[Paragraph], texts: Sequence[str], at: int, start: int) -> str:
    """The words from a trigger on, over the paragraphs that go on naming parties."""
    parts = [texts[at][start : start + _LONG_WINDOW]]
    for p, words in zip(flow[at + 1 : at + _MOST_PARAGRAPHS], texts[at + 1 : at + _MOST_PARAGRAPHS], strict=True):
        text = words.strip()
        if (
            is_whereas(text)
            or is_operative(text)
            or (p.cell and not GROUP.search(text))
            or re.match(r"(?:recitals?|background|overview|purpose|introduction|agreed terms|table of contents)\b", text, re.IGNORECASE)
        ):
            break
        numbered = re.match(r"(?:\d{1,2}\.\d|(?:\d{1,2}\.?|[A-Z]\.|ARTICLE|Article|Section|SECTION)\s)", text)
        if (p.label or numbered) and not GROUP.search(text) and not is_company(text):
            break
        if len(parts) > 1 and sum(map(len, parts)) > 2500:
            break
        parts.append(words)
    window = "\n".join(parts)[:_LONG_WINDOW]
    end = _RECITALS.search(window)
    return window[: end.start()] if end else window


def _read_window(window: str, index: int, whole: str, actors: frozenset[str]) -> list[Named]:
    """Parties by their definitions ("Acme Ltd (the "Client")"): each takes the name between the definition before it and itself."""
    found: list[Named] = []
    start = 0
    for group in GROUP.finditer(window):
        segment = window[start : group.start()] if found else _after_between(window[start : group.start()])
        shorts, name = _read_definition(group, segment, found, whole, actors)
        if not shorts or (len(found) >= 2 and lead_in(window, group.start())):
            continue
        if len(found) >= 2 and _SENTENCE.search(segment):
            break
        if not found:
            ahead, own = unnamed_first(segment)
            found += [Named(ahead, (), index)] if ahead else []
            name = own or name
        start = group.end()
        name = name or _described(segment) or owner_name(segment, shorts)
        if found and not name and not _PARTED.search(segment) and not (_says_role(shorts) and _says_role(found[-1].shorts)):
            found[-1] = Named(found[-1].name, tuple(dict.fromkeys((*found[-1].shorts, *shorts))), index)
        elif is_plausible(name, shorts, actors) or (name and len(found) < 2 and _acts(shorts, whole)):
            found.append(Named(name or shorts[0], shorts, index))
    found = found[:_MOST_PARTIES]
    if len(found) == 1 and (last := trailing_name(window[start:])):
        found.append(Named(last, (), index))
    return join_sides(window, found) or [
        Named(name, (), index)
        for name in plain_names(window)
        if is_company(name) or name.split()[0].lower() in actors or not not_party(name.replace("_", " "))
    ]


def _says_role(shorts: Sequence[str]) -> bool:
    return any(role_word(short) for short in shorts)


def _read_definition(
    group: re.Match[str], segment: str, found: Sequence[Named], whole: str, actors: frozenset[str]
) -> tuple[tuple[str, ...], str]:
    """The new short names that a parenthesis gives, and the name that stands before it."""
    seen = {short.lower() for one in found for short in one.shorts}
    shorts = tuple(short for short in read_shorts(group, actors) if short.lower() not in seen)
    name = best_name(segment, shorts, first=not found)
    bare = "" if shorts else read_bare(group)
    if bare and name and bare.lower() not in seen and (is_akin(name, bare) or _acts((bare,), whole)):
        shorts = (bare,)
    return shorts, name


def _after_between(segment: str) -> str:
    """What follows the last "between" ahead of the first definition: a title page may have named the parties before."""
    ends = [match.end() for match in re.finditer(r"\b(?:between|BETWEEN|Between|among|AMONG)\b[\s:]+(?=\S)", segment)]
    return segment[ends[-1] :] if ends and is_name(cut_name(segment[ends[-1] :])) else segment


def _acts(shorts: Sequence[str], whole: str) -> bool:
    """Whether the contract has a bearer of the name do something, or something done by it ("the Procuring Entity shall ...")."""
    return any(
        short[0].isupper() and bool(re.search(rf"\b{re.escape(short)}{_ACTS}|\bby (?:the )?{re.escape(short)}\b", whole))
        for short in shorts
    )


def _described(segment: str) -> str:
    """A party that is told rather than named: "and the freelancer named in the booking note ("you")"."""
    match = re.match(r"[\s,;.]*(?:and\s)?((?:the|any|each)\s[a-z][^,(\n]{3,70})", segment) or re.search(
        r"\byou,\s((?:the|an?|any)\s[a-z][^,(\n]{3,70})", segment
    )
    return match[1].strip() if match else ""
