"""Parties outside a preamble: cover pages, key tables, "Client: Acme Ltd" lines, signature blocks, letters, and "you" and "we"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from server.contract.names import cut_name, is_company, is_name, is_person, is_placeholder, role_word
from server.contract.preamble import Named
from server.model import Paragraph

_KEY = re.compile(
    r"\s*(?:the\s+)?([A-Za-z][A-Za-z/ -]{1,32}?)(?:['’]s)?(?:\s+(?:name|details|company|information|entity|legal name|name and address))?\s*[:\t|]\s*(.{0,160})$",
    re.IGNORECASE,
)
_CELL_KEY = re.compile(
    r"\s*(?:the\s+|name of (?:the\s+)?)?([A-Za-z][A-Za-z -]{1,32}?)(?:['’]s)?(?:\s+(?:name|details|company|legal name|name and address))?\s*:?\s*",
    re.IGNORECASE,
)
_BEHALF = re.compile(
    r"\b(?:for and )?on behalf of:?\s+(?:the\s+)?(.{2,90}?)(?:\s*$|\s+(?:by|acting|in the presence)\b|\n|_{2,}|\s*\()", re.IGNORECASE
)
_DEAR = re.compile(r"\s*(?:Dear|Hi|Hello)\s+((?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+)?([A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]+){0,3})\s*[,:]?\s*$")
_DEFINED_YOU = re.compile(
    r"(?P<before>[^.(;]{0,120}?)\(\s*[\"“‘](?P<a>you|we|us|I|me)[\"”’](?:[^()]{0,60})\)"
    r"|[\"“‘](?P<b>you|we|us|I|me)[,\"”’]{1,2}(?:[^.]{0,40}?)\s(?:means?|refers? to|is|are)\s+(?P<meaning>[^.;()]{2,120})",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|my)\b")


def read_cover(paragraphs: Sequence[Paragraph]) -> tuple[Named, ...]:
    """Parties of key tables and "Client: ..." lines: the role word and what stands beside or after it."""
    cells = {(p.cell.table, p.cell.row, p.cell.column): p for p in reversed(paragraphs) if p.cell and p.text.strip()}
    found: dict[str, Named] = {}
    for p in paragraphs:
        if p.story not in ("body", "cell") or len(p.text) > 200:
            continue
        key, value = _key_value(p, cells)
        if not key or key.lower() in found:
            continue
        name = _name_in(value)
        if name or p.cell:
            found[key.lower()] = Named(name or key, (key,), p.index, "cover")
    return tuple(found.values())


def _key_value(p: Paragraph, cells: dict[tuple[int, int, int], Paragraph]) -> tuple[str, str]:
    if p.cell:
        beside = cells.get((p.cell.table, p.cell.row, p.cell.column + 1))
        match = _CELL_KEY.fullmatch(p.text)
        if match and beside and role_word(match[1]) and not role_word(beside.text.strip(" :")):
            return _titled(match[1]), beside.text
    match = _KEY.match(p.text)
    if match and role_word(match[1]) and match[1].lower() not in ("i", "me", "we", "us", "you") and (match[2].strip() or p.cell):
        return _titled(match[1]), match[2]
    return "", ""


def _name_in(value: str) -> str:
    line = value.strip().split("\n")[0]
    if is_placeholder(line):
        return line.strip() if re.search(r"[A-Za-z]", line) else ""
    name = cut_name(line)
    return (
        name if name and is_name(name) and (len(name.split()) <= 9) and not re.search(r"\b(?:shall|will|must|is|are|may)\b", name) else ""
    )


def _titled(word: str) -> str:
    return word.strip() if not word.strip().isupper() else word.strip().title()


def read_signatures(paragraphs: Sequence[Paragraph], start: int) -> tuple[Named, ...]:
    """Parties of the signature blocks from paragraph `start` on: "For and on behalf of ...", role words, company names."""
    found: dict[str, Named] = {}
    block = [p for p in paragraphs[start : start + 80] if p.story in ("body", "cell", "textbox") and p.text.strip()]
    for p, following in zip(block, [*block[1:], None], strict=True):
        for named in _sign_lines(p, following):
            found.setdefault(named.name.lower().rstrip("."), named)
    return tuple(found.values())


def _sign_lines(p: Paragraph, following: Paragraph | None) -> Iterator[Named]:
    text = p.text.strip()
    behalf = _BEHALF.search(text[:300])
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
        name = beside if (is_company(beside) and len(beside) < 90) else bare
        yield Named(_titled(bare) if name == bare else name, (_titled(bare),), p.index, "signature")
    elif re.match(r"company\s*:\s*\S", line, re.IGNORECASE):
        yield Named(line.split(":", 1)[1].strip(), (), p.index, "signature")
    elif is_company(line) and len(line) < 90 and is_name(line) and not line.endswith(".") | (":" in line[:12]):
        yield Named(line.rstrip(":, "), (), p.index, "signature")


def read_you_and_we(paragraphs: Sequence[Paragraph]) -> tuple[Named, ...]:
    """The parties that a letter or plain-language terms call "you" and "we" (or "I"), with the names they give them; () for neither."""
    body = [p for p in paragraphs if p.story in ("body", "cell") and p.text.strip()]
    text = "\n".join(p.text for p in body)
    you, we, first = len(_YOU.findall(text)), len(_WE.findall(text)), len(_I.findall(text))
    amount = max(len(text.split()), 1)
    if you < 3 or you + we + first < max(6, amount / 150):
        return ()
    speaker = "we" if we >= first else "I"
    names = _pronoun_names(body)
    letter = _letter_names(body)
    addressee = names.get("you") or letter[0]
    writer = names.get("we") or names.get("us") or names.get("i") or names.get("me") or letter[1]
    second = Named(addressee or "you", (_as_used("you", text),), 0, "you")
    if we + first < 3 and not writer:
        return (second,)
    return (Named(writer or speaker, (_as_used(speaker, text),), 0, "we"), second)


def _as_used(pronoun: str, text: str) -> str:
    """ "You" where the drafter writes it with a capital in mid-sentence too."""
    capital = len(re.findall(rf"(?<=[a-z,;] ){pronoun.capitalize()}\b", text))
    small = len(re.findall(rf"(?<=[a-z,;] ){pronoun}\b", text))
    return pronoun.capitalize() if capital > small else pronoun


def _pronoun_names(body: Sequence[Paragraph]) -> dict[str, str]:
    names: dict[str, str] = {}
    for p in body[:40]:
        for match in _DEFINED_YOU.finditer(p.text[:3000]):
            pronoun = (match["a"] or match["b"]).lower()
            words = match["meaning"] or _last_name(match["before"] or "")
            name = cut_name(words) if match["before"] is not None else re.split(r",| and | \(", words)[0].strip()
            if name and pronoun not in names:
                names[pronoun] = name
    return names


def _last_name(before: str) -> str:
    """The name right before a parenthesis: its last run of capitalised words."""
    runs = re.findall(r"(?:[A-Z0-9][\w.&'’-]*(?:,?\s(?=[A-Z(&])|\s(?:and|of|the|&)\s(?=[A-Z])|))+", before)
    return runs[-1].strip(" ,") if runs else before.strip()[-60:]


def _letter_names(body: Sequence[Paragraph]) -> tuple[str, str]:
    """Addressee and writer of a letter: after "Dear", and over or under the sign-off or in the letter head."""
    dear_at = next((at for at, p in enumerate(body[:30]) if _DEAR.match(p.text)), None)
    if dear_at is None:
        return "", ""
    dear = _DEAR.match(body[dear_at].text)
    called = dear[2] if dear else ""
    head = [p.text.strip().split("\n")[0].strip(" ,") for p in body[:dear_at]]
    addressee = next((line for line in reversed(head) if called.split()[-1] in line and is_person(line)), called)
    companies = [line for line in head if is_company(line) and len(line) < 80]
    signed = next((match[1].strip() for p in body[dear_at:] if (match := _BEHALF.search(p.text[:200])) and is_name(match[1].strip())), "")
    return addressee, signed or (companies[0] if companies else _signed_off(body[dear_at:]))


def _signed_off(body: Sequence[Paragraph]) -> str:
    closing = next(
        (at for at, p in enumerate(body) if re.match(r"\s*(?:yours|sincerely|(?:kind|best) regards|regards)\b", p.text, re.IGNORECASE)),
        None,
    )
    if closing is None:
        return ""
    after = [p.text.strip().split("\n")[0].strip(" ,_") for p in body[closing + 1 : closing + 6]]
    return next((line for line in after if is_company(line)), next((line for line in after if is_person(line)), ""))
