"""Parties outside a preamble: cover pages, key tables, "Client: Acme Ltd" lines, definitions ("the Buyer" means ...), signature blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from server.contract.names import SUFFIX, cut_name, is_company, is_name, is_person, is_placeholder
from server.contract.role_words import role_weight, role_word
from server.contract.short_names import Named
from server.model import Cell, Paragraph

_KEY = re.compile(
    r"\s*(?:\d[\d.]*\)?\s+)?(?:the\s+)?([A-Za-z][A-Za-z/ -]{1,32}?)(?:['’]s)?(?:\s+(?:name|details|company|information|entity|legal name"
    r"|name and address))?\s*[:\t|]\s*(.{0,160})$",
    re.IGNORECASE,
)
_CELL_KEY = re.compile(
    r"\s*(?:the\s+|(?:full )?(?:legal )?name(?: and address)? of (?:the\s+)?)?([A-Za-z][A-Za-z -]{1,32}?)(?:['’]s)?(?:\s+(?:name"
    r"|details|company|legal name"
    r"|name and address))?\s*:?\s*",
    re.IGNORECASE,
)
_SIGNATORY = re.compile(r"\s*(?:name and title|print(?:ed)? name|title|name)\s*(?:$|:)", re.IGNORECASE)
BEHALF = re.compile(
    r"\b(?:for and )?on behalf of:?\s+(?:the\s+)?(.{2,90}?)(?:\s*$|\s+(?:by|acting|in the presence|on|dated?)\b|\n|_{2,}|\s*\()",
    re.IGNORECASE,
)
_ENDS_IN_NAME = re.compile(rf"(?:^|[\w.,]\s)((?:[^\W\d_a-z][^\W_a-z&.'-]*,?\s){{1,7}}{SUFFIX}\.?)$")


_LABELLED = re.compile(
    r"(?:^|\s)(?:[Tt]he )?(Party [A-D1-4]"
    r"|[A-Z]?[a-z]+(?: [A-Za-z]+)?)(?:/[\w-]+)?\s*(?:\(\s*(?:the )?[\"“]?([^()\"“”]{2,30})[\"”]?\s*\))?\s*[:\uff1a]\s*"
    r"([^:\uff1a]{3,120}?)(?=\s+(?:\(?[\"“(]|Party [A-D1-4]\b|Address|Add|ADD|Tel|The |Legal|[A-Z]\w+\s*[:\uff1a])|\s*$|\n)"
)
_MEANS = re.compile(r"[\"“](?:[Tt]he )?([A-Z][\w]*(?: [\w]+)?)[\"”]\s+(?:means?|shall mean|refers? to|is)\s+([^;\"“]{3,160})")


def read_labelled(paragraphs: Sequence[Paragraph]) -> tuple[Named, ...]:
    """Parties that the first lines label inside a sentence: "Party A (Shipper): Acme Ltd Address: ... Party B (Carrier): Beta Ltd"."""
    found: dict[str, Named] = {}
    for p in [p for p in paragraphs if p.story in ("body", "cell") and p.text.strip()][:12]:
        for match in _LABELLED.finditer(p.text[:2000]):
            label = match[1]
            if abs(role_weight(label) or 0.0) < 3 and not label.startswith("Party "):
                continue
            shorts = tuple(short.strip() for short in (match[2], label) if short and role_word(short.strip()))
            name = _name_in(match[3])
            if name and shorts and shorts[-1].lower() not in found:
                found[shorts[-1].lower()] = Named(name, tuple(_titled(short) for short in shorts), p.index, "cover")
    return tuple(found.values())


def read_meanings(paragraphs: Sequence[Paragraph]) -> tuple[Named, ...]:
    """Parties that terms of business define: ""the Company" means Acme Ltd and "the Buyer" means the person who buys the Goods"."""
    found: dict[str, Named] = {}
    for p in paragraphs[:80]:
        for match in _MEANS.finditer(p.text[:3000]):
            short, meaning = match[1], re.sub(r"\s+(?:and|or)\s*$|(?<=[a-z]{3})\.(?:\s.*)?$", "", match[2])
            if role_weight(short) is None or short.lower() in found:
                continue
            name = cut_name(meaning)
            told = re.match(r"(?:the|a|an|any|each)\s[a-z][^,(]{3,80}", meaning)
            if name and is_name(name):
                found[short.lower()] = Named(name, (short,), p.index, "cover")
            elif told:
                found[short.lower()] = Named(told[0].strip(), (short,), p.index, "cover")
    return tuple(found.values())[:2]


def read_cover(paragraphs: Sequence[Paragraph]) -> tuple[Named, ...]:
    """Parties of key tables and "Client: ..." lines: the role word and what stands beside or after it."""
    cells = {(p.cell.table, p.cell.row, p.cell.column): p for p in reversed(paragraphs) if p.cell and p.text.strip()}
    found: dict[str, Named] = {}
    for p, following in _in_pairs(paragraphs):
        if p.story not in ("body", "cell") or len(p.text) > 200:
            continue
        key, value = _key_value(p, cells, following.text if following else "")
        if not key or key.lower() in found:
            continue
        name = _name_in(value)
        if role_word(name):
            continue
        if (name or p.cell) and not (key.lower() == "company" and _in_signature(p, paragraphs)):
            found[key.lower()] = Named(name or key, (key,), p.index, "cover")
    if len(found) > 2 and "company" in found and {role_word(key) for key in found if key != "company"} >= {"contractor", "client"}:
        del found["company"]
    return tuple(found.values())


def _in_signature(p: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a "Company" is a signatory's, after "Name" and "Title", and not a side of the contract."""
    before = [other.text for other in paragraphs[max(0, p.index - 8) : p.index] if other.text.strip()]
    return any(_SIGNATORY.match(text) for text in before[-4:])


def _key_value(p: Paragraph, cells: dict[tuple[int, int, int], Paragraph], following: str) -> tuple[str, str]:
    if p.cell:
        beside = cells.get((p.cell.table, p.cell.row, p.cell.column + 1))
        if beside is None or role_word(beside.text.strip(" :")):
            beside = cells.get((p.cell.table, p.cell.row + 1, p.cell.column)) if _heads_names(p.cell, cells) else beside
        match = _CELL_KEY.fullmatch(p.text)
        if match and beside and role_word(match[1]) and not role_word(beside.text.strip(" :")):
            return _titled(match[1]), beside.text
    if role_word(following.strip(" :")):
        following = ""
    match = _KEY.match(p.text)
    if match and role_word(match[1]) and match[1].lower() not in ("i", "me", "we", "us", "you"):
        return _titled(match[1]), match[2].strip() or following
    return "", ""


def _heads_names(cell: Cell, cells: dict[tuple[int, int, int], Paragraph]) -> bool:
    """Whether a cell stands in a row of two or more role words, over the names."""
    row = [p.text.strip(" :") for at, p in cells.items() if at[:2] == (cell.table, cell.row)]
    return len(row) > 1 and all(role_word(text) for text in row)


def _name_in(value: str) -> str:
    line = value.strip().split("\n")[0]
    if is_placeholder(line):
        return line.strip() if re.search(r"[A-Za-z]", line) else ""
    name = cut_name(line)
    told = re.match(
        r"(?:the|any|each)\s(?:person|company|party|individual|entity|customer|client|organisation|organization)[^,(]{3,80}", line
    )
    if told:
        return told[0].rstrip(" .")
    return (
        name if name and is_name(name) and (len(name.split()) <= 9) and not re.search(r"\b(?:shall|will|must|is|are|may)\b", name) else ""
    )


def _titled(word: str) -> str:
    return word.strip() if not word.strip().isupper() else word.strip().title()


def _in_pairs(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Paragraph | None]]:
    """Each paragraph with the one after it, the last with None."""
    for at, p in enumerate(paragraphs):
        yield p, paragraphs[at + 1] if at + 1 < len(paragraphs) else None


def read_signatures(paragraphs: Sequence[Paragraph], start: int) -> tuple[Named, ...]:
    """Parties of the signature blocks from paragraph `start` on: "For and on behalf of ...", role words, company names."""
    found: dict[str, Named] = {}
    block = [p for p in paragraphs[max(0, start - 2) : start + 80] if p.story in ("body", "cell", "textbox") and p.text.strip()]
    parties = any(re.match(r"\s*party name\s*:", p.text, re.IGNORECASE) for p in block)
    for p, following in _in_pairs(block):
        if re.match(r"\s*company\s*(?::|$)", p.text, re.IGNORECASE) and (parties or _in_signature(p, paragraphs)):
            continue
        for named in _sign_lines(p, following):
            found.setdefault(named.name.lower().rstrip("."), named)
    return tuple(found.values())


def _sign_lines(p: Paragraph, following: Paragraph | None) -> Iterator[Named]:
    text = p.text.strip()
    behalf = BEHALF.search(text[:300])
    if behalf:
        name = behalf[1].strip(" :,._")
        if role_word(name):
            yield Named(_titled(name), (_titled(name),), p.index, "signature")
        elif is_name(name) and not is_placeholder(name):
            yield Named(name, (), p.index, "signature")
        return
    line = text.split("\n")[0].strip()
    bare = line.rstrip(": ").removeprefix("The ").removeprefix("THE ")
    if role_word(bare) and len(bare) > 3:
        beside = following.text.strip().split("\n")[0] if following else ""
        name = beside if len(beside) < 90 and (is_company(beside) or is_person(beside)) and not _SIGNATORY.match(beside) else bare
        yield Named(_titled(bare) if name == bare else name, (_titled(bare),), p.index, "signature")
    elif re.match(r"(?:company|party name|name of party|legal name)\s*:\s*\S", line, re.IGNORECASE):
        yield Named(line.split(":", 1)[1].strip(), (), p.index, "signature")
    elif at_end := _ENDS_IN_NAME.search(line):
        yield Named(at_end[1].strip(), (), p.index, "signature")
    elif is_company(line) and len(line) < 90 and is_name(line) and ":" not in line:
        yield Named(line.rstrip(":, "), (), p.index, "signature")
