"""Signature blocks: who signs, for whom, and what the block calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from server.contract.actors import says_role
from server.contract.letters import latin
from server.contract.names import SUFFIX, is_company, is_name, is_person, is_placeholder
from server.contract.role_words import role_word
from server.contract.short_names import Named
from server.model import Paragraph

_SIGNATORY = latin(r"\s*(?:name and title|print(?:ed)? name|title|name)\s*(?:$|:)", re.IGNORECASE)
BEHALF = latin(
    r"\b(?:for and )?on behalf of:?\s+(?:the\s+)?(.{2,90}?)(?:\s*$|\s+(?:by|acting|in the presence|on|dated?)\b|\n|_{2,}|\s*\()",
    re.IGNORECASE,
)
# who signs, and as what, before the name of the company on one line
_OFFICE = re.compile(r"\b(?:Officer|President|Director|CEO|CFO|COO|CTO|Manager|Secretary|Treasurer|Chairman|Partner|Member)\b,?\s+")
_SIGNED_BY = latin(
    r"\s*(?:signed|executed|accepted)(?: \w+){0,3}? by\s(.{3,80}?)(?:,?\sas|,|\sfor)(?: and on behalf of)?\s(?:the\s)?"
    r"([A-Za-z-]+(?:\s[A-Za-z-]+)?)\W*$",
    re.IGNORECASE,
)
_ENDS_IN_NAME = latin(rf"(?:^|[\w.,]\s)((?:[^\W\d_a-z][^\W_a-z&.'-]*,?\s){{1,7}}{SUFFIX}\.?)$")


def in_signature(p: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a "Company" is a signatory's, after "Name" and "Title", and not a side of the contract."""
    before = [other.text for other in paragraphs[max(0, p.index - 8) : p.index] if other.text.strip()]
    return any(_SIGNATORY.match(text) for text in before[-4:])


def titled(word: str) -> str:
    """A role word as running text writes it: "Client" for "CLIENT"."""
    return word.strip() if not word.strip().isupper() else word.strip().title()


def in_pairs(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Paragraph | None]]:
    """Each paragraph with the one after it, the last with None."""
    for at, p in enumerate(paragraphs):
        yield p, paragraphs[at + 1] if at + 1 < len(paragraphs) else None


def read_signatures(paragraphs: Sequence[Paragraph], start: int, actors: frozenset[str] = frozenset()) -> tuple[Named, ...]:
    """Parties of the signature blocks from paragraph `start` on: "For and on behalf of ...", role words, company names."""
    found: dict[str, Named] = {}
    block = [p for p in paragraphs[max(0, start - 2) : start + 80] if p.story in ("body", "cell", "textbox") and p.text.strip()]
    parties = any(re.match(r"\s*party name\s*:", p.text, re.IGNORECASE) for p in block)
    for p, following in in_pairs(block):
        if re.match(r"\s*company\s*(?::|$)", p.text, re.IGNORECASE) and (parties or in_signature(p, paragraphs)):
            continue
        for named in _sign_lines(p, following, actors):
            found.setdefault(named.name.lower().rstrip("."), named)
    return tuple(found.values())


def _sign_lines(p: Paragraph, following: Paragraph | None, actors: frozenset[str]) -> Iterator[Named]:
    text = p.text.strip()
    by = _SIGNED_BY.match(text)
    if by and says_role(by[2], actors) and is_name(by[1].strip()):
        yield Named(by[1].strip(), (titled(by[2]),), p.index, "signature")
    elif behalf := BEHALF.search(text[:300]):
        yield from _signed_for(behalf[1].strip(" :,._"), p.index, actors)
    else:
        yield from _signed_line(p, following, actors)


def _signed_for(name: str, index: int, actors: frozenset[str]) -> Iterator[Named]:
    """Whom "for and on behalf of" names: "Acme Ltd", "the Client", "the Client: Acme Ltd"."""
    role, _, own = name.partition(":")
    if own and says_role(role.strip(), actors) and is_name(own.strip()):
        yield Named(own.strip(), (titled(role),), index, "signature")
    elif says_role(name, actors):
        yield Named(titled(name), (titled(name),), index, "signature")
    elif is_name(name) and not is_placeholder(name):
        yield Named(name, (), index, "signature")


def _signed_line(p: Paragraph, following: Paragraph | None, actors: frozenset[str]) -> Iterator[Named]:
    line = p.text.strip().split("\n")[0].strip()
    bare = line.rstrip(": ").removeprefix("The ").removeprefix("THE ").removeprefix("For the ").removeprefix("FOR THE ")
    role, _, own = line.partition(":")
    if says_role(bare, actors) and len(bare) > 3:
        beside = following.text.strip().split("\n")[0] if following else ""
        name = beside if _can_sign(beside, actors) else bare
        yield Named(titled(bare) if name == bare else name, (titled(bare),), p.index, "signature")
    elif own and says_role(role.strip(), actors) and role_word(role.strip()) != "neutral" and _can_sign(own.strip(), actors):
        yield Named(own.strip(), (titled(role),), p.index, "signature")
    elif re.match(r"(?:company|party name|name of party|legal name)\s*:\s*\S", line, re.IGNORECASE):
        yield Named(line.split(":", 1)[1].strip(), (), p.index, "signature")
    elif at_end := _ENDS_IN_NAME.search(_OFFICE.split(line)[-1]):
        yield Named(at_end[1].strip(), (), p.index, "signature")
    elif is_company(line) and len(line) < 90 and is_name(line) and ":" not in line:
        yield Named(line.rstrip(":, "), (), p.index, "signature")


def _can_sign(line: str, actors: frozenset[str]) -> bool:
    """Whether a line of a signature block is a name, not a blank, a label or another role."""
    if len(line) >= 90 or _SIGNATORY.match(line) or ":" in line or says_role(line, actors) or is_placeholder(line) or "__" in line:
        return False
    return is_company(line) or is_person(line) or (is_name(line) and len(line.split()) < 8)
