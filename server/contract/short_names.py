"""Short names: what a definition in a preamble calls a party ("(the "Client")", "hereinafter the Consultant")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.contract.names import is_company, is_person, is_placeholder, role_word

_QUOTED = re.compile(r"[\"“”„«?]\s?([^\"“”„«»?()]{1,60}?)\s?[\"”“»?]|(?<![\w])[‘'`]{1,2}([^‘’'`()]{1,60}?)[’'`]{1,2}(?![\w])")
GROUP = re.compile(
    r"\(([^()]{0,40}(?:\([^()]{0,40}\)[^()]{0,60})?[^()]{0,160})\)"
    r"|(?:herein(?:after)?|hereafter|referred to (?:herein(?:after)? )?as|known as|called)[^\"“‘.;()]{0,50}([\"“‘][^\"“”’]{1,50}[\"”’])"
    r"|\b(?:hereinafter|hereafter)(?: called| referred to as| known as|,)?\s(?:the\s)?([A-Z][\w&-]+(?:\s[A-Z][\w&-]+)?)"
)
_BARE_SHORT = re.compile(
    r"\s*(?:(?:hereinafter|hereafter|herein)?(?:\s*(?:referred to|called|known)(?: as)?)?,?\s*(?:the"
    r"|as)\s+)?([A-Z][\w&-]+(?:\s[A-Z][\w&-]+){0,2})\s*$"
)
_NOT_PARTY = re.compile(
    r"\b(?:date|agreement|terms?|part(?:y|ies)|contract|deed|services?|effective|sow|msa|nda|psa|dpa|amendment"
    r"|program(?:me)?|premises|products?|territory"
    r"|purpose|project|exhibit|schedule|state|confidential|act|code|letter|addendum|plan|property|commencement|engagement"
    r"|closing|order|site|software"
    r"|business|transaction|notes?|shares|securities|effectiveness|execution|period|policy|statement|offices?|facility"
    r"|license[sd]?|individually|collectively"
    r"|formerly|company number|marks?|technology|information|patents?|materials?|event|team|stadium|website|vat|ein)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A party as one place of the document names it. shorts: in the order written; index: the paragraph; source: where it stands."""

    name: str
    shorts: tuple[str, ...]
    index: int
    source: str = "preamble"


def not_party(short: str) -> bool:
    """Whether a defined word names a thing ("Agreement", "Effective Date") rather than a party."""
    return not role_word(short) and bool(_NOT_PARTY.search(short))


def read_shorts(group: re.Match[str]) -> Iterator[str]:
    """The short names that a match of `GROUP` gives a party; none where it defines something else."""
    inside = group[1] or group[2] or ""
    quoted = [match[1] or match[2] for match in _QUOTED.finditer(inside)]
    if not quoted:
        bare = _BARE_SHORT.match(group[3] or inside)
        if bare and (group[3] or role_word(bare[1])):
            quoted = [bare[1]]
    for short in quoted:
        clean = " ".join(short.split()).strip(" ,.;:")
        clean = clean[4:] if clean.lower().startswith("the ") and len(clean) > 4 else clean
        if clean and clean[0].isalnum() and not not_party(clean) and clean.lower() not in ("our", "ours", "your", "yours", "my"):
            yield clean


def is_plausible(name: str, shorts: Sequence[str]) -> bool:
    """Whether a definition is a party's: its short name says a role or comes from its name, or the name is a company's or a person's."""
    if any(role_word(short) for short in shorts):
        return True
    if not name or not any(any(letter.isupper() for letter in short) or short in name.lower() for short in shorts):
        return False
    letters = "".join(word[0] for word in re.findall(r"[A-Za-z0-9]+", name)).lower()
    lower = name.lower()
    akin = any(short.lower()[:4] in lower or _in_order(short.lower(), letters) for short in shorts)
    return akin or is_company(name) or is_person(name) or is_placeholder(name)


def _in_order(short: str, letters: str) -> bool:
    """Whether a short name is made of the words' first letters ("IGER" of "Institute of Grassland and Environmental Research")."""
    rest = iter(letters)
    return len(short) > 1 and all(letter in rest for letter in short)
