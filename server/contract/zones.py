"""Zones: the parts of a document that are not provisions: contents, recitals, definitions, signatures, schedules."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.role_words import role_word
from server.model import Paragraph

_CONTENTS_LINE = re.compile(r"(?:\t|\.{3,}|(?:\. ){3,}|\s)\s*\d{1,3}\s*$")
_CONTENTS_HEAD = re.compile(r"\s*(?:table of contents|contents|index)\s*:?\s*$", re.IGNORECASE)
_SIGNING = re.compile(
    r"\s*(?:in witness (?:whereof|hereof|thereof)"
    r"|(?:the parties|each party|both parties|(?:we,? )?the undersigned)[^.;]{0,80}\b(?:have|has)\b[^.;]{0,40}\b(?:executed|signed|entered)"
    r"|(?:agreed|accepted|acknowledged|executed|signed|read)\b[^.;]{0,60}"
    r"\b(?:and agreed|and accepted|accepted|by the parties|on behalf of|as a deed)"
    r"|agreed(?: and accepted| to)?\s*:?\s*$|accepted\s*:?\s*$|signatures?\s*:?\s*$|signature (?:page|block)s?\b|execution page"
    r"|please sign\b"
    r"|by signing\b[^.]{0,60}\b(?:below|this|cover page)|signed by\b|signed\s*:|signed for and on behalf|for and (?:on )?behalf of\b"
    r"|(?:yours|very truly|sincerely|best regards|kind regards)[\s,a-z]{0,20}$"
    r"|executed (?:as|by|on|in)\b"
    r"|this (?:agreement|contract|deed|document) has been (?:entered into|executed|signed))",
    re.IGNORECASE,
)
_BLANK_LINE = re.compile(
    r"\s*(?:/s/|(?:by|signature|signed|name|print(?:ed)? name|title)\s*:?\s*(?:_{2,}|\.{4,}|/s/|-{4,})|_{8,}\s*$|x\s?_{4,})", re.IGNORECASE
)
_SIGN_WORDS = re.compile(
    r"\s*(?:by|signature|signed|name|print(?:ed)? name|title|date|its|name and title|address)\s*:?\s*(?:\[.*|\{.*|_.*)?$", re.IGNORECASE
)
_SIGNED = re.compile(r"\s*(?:by|signed|signature)\s*:(?:\s*[^\W\d_][^:;]{2,80})?\s*$", re.IGNORECASE)
_SHORT_CELL = 160
_WHEREAS = re.compile(r"\s*(?:\(?[A-Z1-9]{1,2}[.)]\s*)?(?:whereas|witnesseth|w i t n e s s e t h)\b", re.IGNORECASE)
_OPERATIVE = re.compile(
    r"\s*(?:now,? ?therefore|in consideration of|it is (?:hereby )?agreed|the parties (?:hereby |hereto )?(?:hereto |hereby )?agree\b"
    r"|agreed terms|operative provisions|terms and conditions\s*$|agreement\s*:?\s*$)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:Recitals?|Background|Whereas|Preamble|Witnesseth|Definitions|Defined Terms|Interpretation|Definitions and Interpretation)\s*:?",
    re.IGNORECASE,
)
_KINDS = (
    (
        "recitals",
        re.compile(
            r"(?:recitals?|background(?! (?:ip|intellectual|technology|materials?|works?|checks?)\b)|whereas|preamble|witnesseth"
            r"|w i t n e s s e t h)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "definitions",
        re.compile(
            r"(?:(?:certain )?definitions?|defined terms|interpretation|glossary|definitions and interpretation)\b(?! of (?!terms))",
            re.IGNORECASE,
        ),
    ),
    ("parties", re.compile(r"(?:the )?parties(?: to this agreement)?$|between$|agreement between$", re.IGNORECASE)),
    (
        "signature",
        re.compile(
            r"(?:signatures?|execution|signature (?:page|block)s?|signed|acceptance and signature|agreed and accepted)$", re.IGNORECASE
        ),
    ),
    ("schedule", re.compile(r"(?:schedule|exhibit|annex|annexure|appendix|attachment)\b(?! of (?:fees|payments))", re.IGNORECASE)),
)


def kind_of_heading(heading: str) -> str:
    """What a section is, by its heading: recitals | definitions | parties | signature | schedule | provision."""
    words = heading.strip().rstrip(":.").strip()
    return next((kind for kind, pattern in _KINDS if pattern.match(words)), "provision")


def is_zone_title(words: str) -> bool:
    """Whether a plain line is the title of recitals or definitions by its words alone ("Background")."""
    return bool(_TITLE.fullmatch(words))


def find_contents(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Indices of the lines of a table of contents: by style, or short lines with a page number after its title."""
    found = {p.index for p in paragraphs if p.style.lower().startswith(("toc ", "toc1", "toc2", "toc3", "table of contents"))}
    inside, misses = False, 0
    for p in paragraphs:
        if _CONTENTS_HEAD.match(p.text) and p.story == "body":
            inside, misses = True, 0
            found.add(p.index)
        elif inside and p.text.strip():
            line = len(p.text) < 160 and bool(_CONTENTS_LINE.search(p.text))
            if line or p.index in found:
                found.add(p.index)
            misses = 0 if line else misses + 1
            inside = misses < 3
    return frozenset(found)


def is_signing(paragraph: Paragraph, late: bool) -> bool:
    """Whether signatures start here: the words that open them, or (late in the document) a line to sign on."""
    text = paragraph.text
    if len(text) > 600 or paragraph.style.lower().startswith("toc"):
        return False
    if re.match(r"\s*in witness (?:where|here|there)of", text, re.IGNORECASE):
        return True
    if _SIGNING.match(text) and len(text) < 400:
        return late or not _is_sentence(text)
    return late and (bool(_BLANK_LINE.match(text)) or (text.isupper() and len(text) < 40 and bool(role_word(text.strip(" :")))))


def is_sign_line(text: str) -> bool:
    """Whether a line is part of a signature block ("By:", "Name: [Name]", "____")."""
    return bool(_BLANK_LINE.match(text) or _SIGN_WORDS.match(text))


def is_signed(text: str) -> bool:
    """Whether someone signs in this line, or is to: "By:", "By: Ada Lovelace", "____"."""
    return bool(_SIGNED.match(text) or _BLANK_LINE.match(text))


def find_sign_tables(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The first paragraph of each table that is signed in: short cells, someone signs in one of them."""
    tables: dict[int, list[Paragraph]] = {}
    for p in paragraphs:
        if p.cell is not None and p.text.strip():
            tables.setdefault(p.cell.table, []).append(p)
    signed = (cells for cells in tables.values() if any(is_signed(p.text) for p in cells))
    return frozenset(cells[0].index for cells in signed if all(len(p.text) <= _SHORT_CELL for p in cells))


def is_whereas(text: str) -> bool:
    return bool(_WHEREAS.match(text))


def is_operative(text: str) -> bool:
    """Whether the recitals end here ("NOW, THEREFORE", "The parties agree as follows")."""
    return bool(_OPERATIVE.match(text))


def _is_sentence(text: str) -> bool:
    return len(text) > 120 and text.rstrip().endswith(".")
