"""Parties outside a preamble: cover pages, key tables, "Client: Acme Ltd" lines, signature blocks, letters, and "you" and "we"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from server.contract.names import SUFFIX, cut_name, is_company, is_name, is_person, is_placeholder, role_word
from server.contract.short_names import Named
from server.model import Paragraph

_KEY = re.compile(
    r"\s*(?:the\s+)?([A-Za-z][A-Za-z/ -]{1,32}?)(?:['’]s)?(?:\s+(?:name|details|company|information|entity|legal name"
    r"|name and address))?\s*[:\t|]\s*(.{0,160})$",
    re.IGNORECASE,
)
_CELL_KEY = re.compile(
    r"\s*(?:the\s+|name of (?:the\s+)?)?([A-Za-z][A-Za-z -]{1,32}?)(?:['’]s)?(?:\s+(?:name|details|company|legal name"
    r"|name and address))?\s*:?\s*",
    re.IGNORECASE,
)
_SIGNATORY = re.compile(r"\s*(?:name and title|print(?:ed)? name|title|name)\s*(?:$|:)", re.IGNORECASE)
_BEHALF = re.compile(
    r"\b(?:for and )?on behalf of:?\s+(?:the\s+)?(.{2,90}?)(?:\s*$|\s+(?:by|acting|in the presence|on|dated?)\b|\n|_{2,}|\s*\()",
    re.IGNORECASE,
)
_ENDS_IN_NAME = re.compile(rf"(?:^|[\w.,]\s)((?:[^\W\d_a-z][^\W_a-z&.'-]*,?\s){{1,7}}{SUFFIX}\.?)$")
_DEAR = re.compile(r"\s*(?:Dear|Hi|Hello)\s+((?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+)?([A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]+){0,3})\s*[,:]?\s*$")
_PRONOUN_GROUP = re.compile(r"\(([^()]{0,90}[\"“‘](?:you|we|us|I|me)[\"”’,][^()]{0,60})\)", re.IGNORECASE)
_PRONOUN_MEANS = re.compile(
    r"[\"“‘](you|we|us|I|me)[,\"”’]{1,2}(?:[^.]{0,40}?)\s(?:means?|refers? to|is|are)\s+([^.;()]{2,120})", re.IGNORECASE
)
_IN_QUOTES = re.compile(r"[\"“‘]([^\"“”‘’]{1,40}?),?[\"”’]")
_YOU = re.compile(
    r"(?P<before>[^.(;]{0,120}?)\(\s*[\"“‘](?P<a>you|we|us|I|me)[\"”’](?:[^()]{0,60})\)"
    r"|[\"“‘](?P<b>you|we|us|I|me)[,\"”’]{1,2}(?:[^.]{0,40}?)\s(?:means?|refers? to|is|are)\s+(?P<meaning>[^.;()]{2,120})",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_SAMPLE = 60_000
_PRONOUNS = {"you": "you", "your": "you", "we": "we", "us": "we", "our": "we", "i": "i", "me": "i", "my": "i"}
_I = re.compile(r"\b(?:I|my)\b")


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
        match = _CELL_KEY.fullmatch(p.text)
        if match and beside and role_word(match[1]) and not role_word(beside.text.strip(" :")):
            return _titled(match[1]), beside.text
    if role_word(following.strip(" :")):
        following = ""
    match = _KEY.match(p.text)
    if match and role_word(match[1]) and match[1].lower() not in ("i", "me", "we", "us", "you"):
        return _titled(match[1]), match[2].strip() or following
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
    elif re.match(r"(?:company|party name|name of party|legal name)\s*:\s*\S", line, re.IGNORECASE):
        yield Named(line.split(":", 1)[1].strip(), (), p.index, "signature")
    elif at_end := _ENDS_IN_NAME.search(line):
        yield Named(at_end[1].strip(), (), p.index, "signature")
    elif is_company(line) and len(line) < 90 and is_name(line) and ":" not in line:
        yield Named(line.rstrip(":, "), (), p.index, "signature")


def read_you_and_we(paragraphs: Sequence[Paragraph]) -> tuple[Named, ...]:
    """The parties that a letter or plain-language terms call "you" and "we" (or "I"), with the names they give them; () for neither."""
    body = [p for p in paragraphs if p.story in ("body", "cell") and p.text.strip()]
    text = "\n".join(p.text for p in body)[:_SAMPLE]
    you, we, first = len(_YOU.findall(text)), len(_WE.findall(text)), len(_I.findall(text))
    amount = max(len(text.split()), 1)
    if you < 3 or you + we + first < max(6, amount / 150):
        return ()
    speaker = "we" if we >= first else "I"
    defined = _pronoun_names(body)
    letter = _letter_names(body)
    addressee = defined.get("you") or (letter[0], ())
    writer = defined.get("we") or defined.get("i") or (letter[1], ())
    second = Named(addressee[0] or "you", (_as_used("you", text), *addressee[1]), 0, "you")
    if we + first < 3 and not writer[0]:
        return (second,)
    return (Named(writer[0] or speaker, (_as_used(speaker, text), *writer[1]), 0, "we"), second)


def _as_used(pronoun: str, text: str) -> str:
    """ "You" where the drafter writes it with a capital in mid-sentence too."""
    capital = len(re.findall(rf"(?<=[a-z,;] ){pronoun.capitalize()}\b", text))
    small = len(re.findall(rf"(?<=[a-z,;] ){pronoun}\b", text))
    return pronoun.capitalize() if capital > small else pronoun


def _pronoun_names(body: Sequence[Paragraph]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What "you", "we" and "I" stand for: the full name and the other short names given with it."""
    names: dict[str, tuple[str, tuple[str, ...]]] = {}
    for p in body[:40]:
        for group in _PRONOUN_GROUP.finditer(p.text[:3000]):
            quoted = [match[1] for match in _IN_QUOTES.finditer(group[1])]
            others = tuple(word for word in quoted if word.lower() not in _PRONOUNS)
            name = cut_name(_last_name(p.text[max(0, group.start() - 160) : group.start()]))
            for word in quoted:
                if name and word.lower() in _PRONOUNS:
                    names.setdefault(_PRONOUNS[word.lower()], (name, others))
        for match in _PRONOUN_MEANS.finditer(p.text[:3000]):
            name = re.split(r",| and | \(", match[2])[0].strip()
            names.setdefault(_PRONOUNS[match[1].lower()], (name, ()))
    return names


def _last_name(before: str) -> str:
    """The name right before a parenthesis: its last run of capitalised words."""
    before = re.split(r"[.;:)]\s", before)[-1]
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
