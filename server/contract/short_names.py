"""Short names: what a definition in a preamble calls a party ("(the "Client")", "hereinafter the Consultant")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.contract.actors import says_role
from server.contract.letters import latin
from server.contract.names import is_company, is_person, is_placeholder, without_stop
from server.contract.role_words import role_word

_QUOTED = latin(r"[\"“”„«?]\s?([^\"“”„«»?()]{1,60}?)\s?[\"”“»?]|(?<![\w])[‘'`]{1,2}([^‘’'`()]{1,60}?)[’'`]{1,2}(?![\w])")
_HEREAFTER = r"(?:herein|hereafter|hereinafter|referred to as|known as|called|designated(?: as)?)"
GROUP = latin(
    r"\(([^()]{0,40}(?:\([^()]{0,40}\)[^()]{0,60})?[^()]{0,420})\)"
    r"|(?:[Hh]erein(?:after)?|[Hh]ereafter|referred to (?:herein(?:after)? )?as|known as"
    r"|called)[^\"“‘.;()]{0,50}([\"“‘][^\"“”’]{1,50}[\"”’])"
    r"|\b[Hh]ere(?:in)?after(?: (?:to be|also|jointly|collectively|individually))?(?: called| referred to as| known as|,|:)?\s(?:the\s)?"
    r"([A-Z][\w&-]+(?: (?:of )?[A-Z][\w&-]+)?)"
)
_BARE = latin(
    rf"\s*(?:{_HEREAFTER}\W+(?:\w+\W+){{0,4}}?)?(?:(?:the|as|and|or|collectively|together"
    rf"|each an?)\W+)*([A-Z][\w&.'’-]*(?:\s(?:of\s)?[A-Z][\w&.'’-]*){{0,2}})\s*$"
)
_SAID = latin(rf"\s*{_HEREAFTER}\b", re.IGNORECASE)
_NOT_PARTY = latin(
    r"\b(?:date|agreement|terms?|part(?:y|ies)|contract|deed|services?|effective|sow|msa|nda|psa|dpa|amendment"
    r"|program(?:me)?|premises|products?|territory"
    r"|purpose|project|exhibit|schedule|state|confidential|act|code|letter|addendum|plan|property|commencement|engagement"
    r"|closing|order|site|software"
    r"|business|transaction|notes?|shares|securities|effectiveness|execution|period|policy|statement|offices?|facility"
    r"|license[sd]?|individually|collectively|joint venturers?|joint venture|jv|sec|stock|offering|filing|offer"
    r"|formerly|company number|marks?|technology|information|patents?|materials?|event|team|stadium|website|vat|ein)\b",
    re.IGNORECASE,
)
# "Project Owner", "Site Host", "Licence Holder": who does something, whatever the words before
_AGENT = latin(r"(?:[a-z](?:er|or|ee|ist|ant)|house|owner|host|lab|client|recipient)s?$", re.IGNORECASE)
# words that a confidentiality clause gives to either side in turn
_PAIRWISE = latin(r"(?:disclosing|receiving|indemnif\w+) party$|recipient$|discloser$", re.IGNORECASE)
_ANYONE = latin(r"(?:.*\s)?(?:each|either|any|other|one|neither|a)\s(?:\w+\s)?part(?:y|ies)\b", re.IGNORECASE)
_TIDIED = (
    (latin("[（]"), "("),
    (latin(r"[\"“„]([A-Z][\w -]{1,30}) \(([A-Z][\w -]{1,30})\)[\"”“]"), r'("\1" or "\2")'),
    (latin("[）]"), ")"),
    (latin(r"''|``|‘‘|’’"), '"'),
    (latin(r"[\"“]\(((?:the )?[\w&., -]{2,40})\)[\"”]"), r'("\1")'),
    (latin(r"\(((?:\w+ ){0,4})[\"“]\s*([^\"“”()]{2,40}?)\s*\)"), r'(\1"\2")'),
    (latin(r"\(((?:\w+,? ){0,4})-?([A-Z][^\"“”()]{1,40}?)[\"”]\s*\)"), r'(\1"\2")'),
    (latin(r"\bB\s?E\s?T\s?W\s?E\s?E\s?N\b"), "BETWEEN"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A party as one place of the document names it. shorts: in the order written; index: the paragraph; source: where it stands.

    side: what it and its affiliates are called together (the "Sellers"), "" for nothing.
    """

    name: str
    shorts: tuple[str, ...]
    index: int
    source: str = "preamble"
    side: str = ""


def tidy(text: str) -> str:
    """Words of a preamble with the slips of scans and drafters set right: `(“Acme)`, `"(Acme)"`, `(''Acme")`, `B E T W E E N`."""
    for pattern, said in _TIDIED:
        text = pattern.sub(said, text)
    return text


def is_pairwise(short: str) -> bool:
    """Whether a name is given to either side in turn ("Receiving Party", "Indemnified Party")."""
    return bool(_PAIRWISE.match(short))


def not_party(short: str) -> bool:
    """Whether a defined word names a thing ("Agreement", "Effective Date") rather than a party."""
    last = short.split()[-1] if short.split() else ""
    if role_word(short) or ((_AGENT.search(last) or role_word(last)) and not _NOT_PARTY.search(last)):
        return False
    return bool(_NOT_PARTY.search(short))


def read_shorts(group: re.Match[str], actors: frozenset[str] = frozenset()) -> Iterator[str]:
    """The short names that a match of `GROUP` gives a party; none where it defines something else."""
    inside = group[1] or group[2] or ""
    quoted = [match[1] or match[2] for match in _QUOTED.finditer(inside)]
    if not quoted:
        bare = _BARE.match(group[3] or inside)
        if bare and (group[3] or (says_role(bare[1], actors) and len(bare[1]) > 1) or _SAID.match(inside)):
            quoted = [bare[1]]
    for short in quoted:
        clean = without_stop(" ".join(short.split()).strip(" ,;:"))
        clean = clean[4:] if clean.lower().startswith("the ") and len(clean) > 4 else clean
        if (
            clean
            and clean[0].isalnum()
            and (clean.lower() in actors or not not_party(clean))
            and clean.lower() not in ("our", "ours", "your", "yours", "my")
        ):
            yield clean


def read_bare(group: re.Match[str]) -> str:
    """A short name without quotes ("(MICOA)", "(the Platform)"), which only its likeness to the name or its use can tell; "" for none."""
    bare = _BARE.fullmatch(group[1] or "")
    short = bare[1] if bare else ""
    return short if len(short) > 1 and not not_party(short) else ""


def is_plausible(name: str, shorts: Sequence[str], actors: frozenset[str] = frozenset()) -> bool:
    """Whether a definition is a party's: its short name says a role or comes from its name, or the name is a company's or a person's."""
    if _ANYONE.match(name) or (not name and any(is_pairwise(short) for short in shorts)):
        return False
    if any(says_role(short, actors) for short in shorts):
        return True
    if not name or not any(any(letter.isupper() for letter in short) or short in name.lower() for short in shorts):
        return False
    return any(is_akin(name, short) for short in shorts) or is_company(name) or is_person(name) or is_placeholder(name)


def is_akin(name: str, short: str) -> bool:
    """Whether a short name is made of the name: its first letters in order ("IGER"), or a word of it ("Acme" of "Acme Ltd")."""
    letters = "".join(word[0] for word in re.findall(r"[A-Za-z0-9]+", name)).lower()
    plain = re.sub(r"[\W_]+", "", short).lower()
    return short.lower()[:4].rstrip() in name.lower() or _in_order(plain, letters)


def _in_order(short: str, letters: str) -> bool:
    """Whether a short name is made of the words' first letters ("IGER" of "Institute of Grassland and Environmental Research")."""
    rest = iter(letters)
    return len(short) > 1 and all(letter in rest for letter in short)
