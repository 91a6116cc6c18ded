"""Parties outside a preamble: cover pages, key tables, "Client: Acme Ltd" lines, definitions ("the Buyer" means ...)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.actors import says_role
from server.contract.letters import latin
from server.contract.names import cut_name, is_name, is_placeholder
from server.contract.role_words import role_weight, role_word
from server.contract.short_names import Named
from server.contract.signatures import in_pairs, in_signature, titled
from server.model import Cell, Paragraph

Cells = dict[tuple[int, int, int], Paragraph]
# pronouns, and those who sign, are no keys
_NOBODY = ("i", "me", "we", "us", "you", "undersigned")
_KEY = latin(
    r"\s*(?:\d[\d.]*\)?\s+)?(?:the\s+)?([A-Za-z][A-Za-z/ -]{1,32}?)(?:['’]s)?(?:\s+(?:name|details|company|information|entity|legal name"
    r"|name and address))?\s*[:\t|]\s*(.{0,160})$",
    re.IGNORECASE,
)
_CELL_KEY = latin(
    r"\s*(?:the\s+|(?:full )?(?:legal )?name(?: and address)? of (?:the\s+)?)?([A-Za-z][A-Za-z -]{1,32}?)(?:['’]s)?(?:\s+(?:name"
    r"|details|company|legal name"
    r"|name and address))?\s*:?\s*",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"\s+(?:(?:Tele)?phone|Tel|Fax|E-?mail|Address|Attn|Attention)\b\W*")
_LABELLED = latin(
    r"(?:^|\s)(?:[Tt]he )?(Party [A-D1-4]"
    r"|[A-Z]?[a-z]+(?: [A-Za-z]+)?)(?:/[\w-]+)?\s*(?:\(\s*(?:the )?[\"“]?([^()\"“”]{2,30})[\"”]?\s*\))?\s*[:\uff1a]\s*"
    r"([^:\uff1a]{3,120}?)(?=\s+(?:\(?[\"“(]|Party [A-D1-4]\b|Address|Add|ADD|Tel|The |Legal|[A-Z]\w+\s*[:\uff1a])|\s*$|\n)"
)
_MEANS = latin(
    r"(?<!\w)[\"“‘'](?:[Tt]he )?([A-Z][\w]*(?: [\w]+)?)[\"”’']\s+(?:means?|shall mean|refers? to|is)\s+"
    r"((?:[^;\"“‘']|(?<=\w)'(?=\w)){3,160})"
)


def read_labelled(paragraphs: Sequence[Paragraph]) -> tuple[Named, ...]:
    """Parties that the first lines label inside a sentence: "Party A (Shipper): Acme Ltd Address: ... Party B (Carrier): Beta Ltd"."""
    found: dict[str, Named] = {}
    for p in [p for p in paragraphs if p.story in ("body", "cell") and p.text.strip()][:12]:
        for match in _LABELLED.finditer(p.text[:2000]):
            label = match[1]
            if abs(role_weight(label) or 0.0) < 3 and not label.startswith("Party "):
                continue
            shorts = tuple(short.strip() for short in (match[2], label) if short and role_word(short.strip()))
            name = name_in(match[3])
            if name and shorts and shorts[-1].lower() not in found:
                found[shorts[-1].lower()] = Named(name, tuple(titled(short) for short in shorts), p.index, "cover")
    return tuple(found.values())


def read_meanings(paragraphs: Sequence[Paragraph], actors: frozenset[str] = frozenset()) -> tuple[Named, ...]:
    """Parties that terms of business define: ""the Company" means Acme Ltd and "the Buyer" means the person who buys the Goods"."""
    found: dict[str, Named] = {}
    for p in paragraphs[:80]:
        for match in _MEANS.finditer(p.text[:3000]):
            short, meaning = match[1], re.sub(r"\s+(?:and|or)\s*$|(?<=[a-z]{3})\.(?:\s.*)?$", "", match[2])
            if not says_role(short, actors) or short.lower() in found:
                continue
            name = cut_name(meaning)
            told = re.match(r"(?:the|a|an|any|each)\s[a-z][^,(]{3,80}", meaning)
            if name and is_name(name):
                found[short.lower()] = Named(name, (short,), p.index, "cover")
            elif told:
                found[short.lower()] = Named(told[0].strip(), (short,), p.index, "cover")
    return tuple(found.values())[:2]


def read_cover(paragraphs: Sequence[Paragraph], actors: frozenset[str] = frozenset()) -> tuple[Named, ...]:
    """Parties of key tables and "Client: ..." lines: the role word and what stands beside or after it."""
    cells = {(p.cell.table, p.cell.row, p.cell.column): p for p in reversed(paragraphs) if p.cell and p.text.strip()}
    found: dict[str, Named] = {}
    for p, following in in_pairs(paragraphs):
        if p.story not in ("body", "cell") or len(p.text) > 200:
            continue
        key, value = _key_value(p, cells, following.text if following else "", actors)
        if not key or key.lower() in found:
            continue
        name = name_in(value)
        if says_role(name, actors):
            continue
        if (name or p.cell) and not (key.lower() == "company" and in_signature(p, paragraphs)):
            found[key.lower()] = Named(name or key, (key,), p.index, "cover")
    if len(found) > 2 and "company" in found and {role_word(key) for key in found if key != "company"} >= {"contractor", "client"}:
        del found["company"]
    return tuple(found.values())


def _key_value(p: Paragraph, cells: Cells, following: str, actors: frozenset[str]) -> tuple[str, str]:
    """A role and what stands beside, under or after it; "" twice where the paragraph does not name a role."""
    if p.cell:
        match = _CELL_KEY.fullmatch(p.text)
        beside = _value_of(p.cell, cells, actors) if match and says_role(match[1], actors) else ""
        if match and beside:
            return titled(match[1]), beside
    match = _KEY.match(p.text)
    if match and says_role(match[1], actors) and match[1].lower() not in _NOBODY:
        return titled(match[1]), match[2].strip() or ("" if says_role(following.strip(" :"), actors) else following)
    return "", ""


def _value_of(cell: Cell, cells: Cells, actors: frozenset[str]) -> str:
    """What a cell with a role has beside it; in a row of roles, the first name below it."""
    row = [(at[2], p.text.strip(" :")) for at, p in sorted(cells.items()) if at[:2] == (cell.table, cell.row)]
    roles = [column for column, text in row if says_role(text, actors)]
    if len(roles) > 1 and roles[-1] == row[-1][0]:
        below = [p.text for at, p in sorted(cells.items()) if at[0] == cell.table and at[1] > cell.row and at[2] == cell.column]
        return next((text for text in below if not says_role(text.strip(" :"), actors)), "")
    beside = cells.get((cell.table, cell.row, cell.column + 1))
    return beside.text if beside and not says_role(beside.text.strip(" :"), actors) else ""


def name_in(value: str) -> str:
    """The name that a value of a key begins with; "" for none."""
    line = _CONTACT.split(value.strip().split("\n")[0])[0]
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
