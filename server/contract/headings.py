"""Headings: which words of a paragraph are its title, by style, by look or by text alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.contract.vocabulary import SMALL
from server.contract.zones import is_zone_title
from server.model import Paragraph

LONGEST = 100
MOST_WORDS = 12
_LEAD_IN = re.compile(
    r"([^\s.:;?!“\"(\[{][^.:?!\n]{1,78}?)(\.|:|[ \u00a0][\u2013\u2014-][ \u00a0]|\u2014)(?=[\s\u00a0]{1,3}[A-Z“\"(\[]|\s*$|[\t\n])"
)
_STYLED = re.compile(r"heading\s*\d|^title$|\bheading\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:shall|will|must|may|is|are|has|have|agrees?|means?|does|do|be|been|was|were|can|should|hereby|represents"
    r"|belongs|owns|grants|pays|keeps|provides|applies|gives|retains|survives|decides"
    r"|acknowledges|warrants)\b",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(r"[A-Z][^.:]{2,60}\.\s+[A-Z][a-z]*\s+[a-z]")  # "Effect of Termination.  Upon any expiration:"
_SPEAKS = re.compile(r"(?:You|We|I|They)\s[a-z]")
_FILL = re.compile(r"_{3,}|\.{4,}|^[\W\d_]+$|@|https?:|\$|£|€")
_FIELD_LINE = re.compile(
    r"(?:by|name|title|date|signature|signed|print name|its|address|email|e-mail|phone|telephone|tel|fax|attention|attn|to|from|re|dear"
    r"|between|and|among|by and between)\b\s*:?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A title. start, end: where it stands. whole: nothing but the title in the paragraph.

    look: what made it one: style | caps | look | title | lead | text.
    """

    text: str
    start: int
    end: int
    whole: bool
    look: str


def read_heading(paragraph: Paragraph, start: int, labelled: bool, numbered: bool = False) -> Heading | None:
    """The heading of a paragraph whose label ends at `start`, None where its words are all provision.

    Of a paragraph without a label more is asked: a heading style, a look unlike the rest, or capitals throughout. numbered: the
    label is a number rather than a list letter; then a short phrase in small letters will do ("4. Intellectual property").
    """
    text = paragraph.text
    rest = text[start:].strip()
    if not rest:
        return None
    if len(rest) <= LONGEST and not _FILL.search(rest):
        whole = _read_whole(paragraph, start, rest, labelled)
        if whole is None and numbered and _is_phrase(rest):
            whole = _as_whole(paragraph.text, start, rest, "title")
        if whole:
            return whole
    return _read_lead(paragraph, start, labelled)


def is_title_case(words: str) -> bool:
    """Whether a line is capitalised like a title: its first and nearly all longer words."""
    found = re.findall(r"[^\W\d_][\w'’-]*", words)
    if not found or not found[0][0].isupper():
        return False
    heavy = [word for word in found if word.lower() not in SMALL]
    lower = sum(word[0].islower() for word in heavy)
    return lower == 0 or (len(heavy) >= 4 and lower <= 1 and not words.rstrip().endswith(".") and not _VERB.search(words))


def is_capitals(words: str) -> bool:
    """Whether a line is in capitals; a stray lower-case letter ("2nd") is let pass."""
    letters = [letter for letter in words if letter.isalpha()]
    return len(letters) >= 3 and sum(letter.isupper() for letter in letters) >= 0.9 * len(letters)


def _read_whole(paragraph: Paragraph, start: int, rest: str, labelled: bool) -> Heading | None:
    look = "" if _RUNS_ON.match(rest) else _look_of(paragraph, start, rest, labelled)
    if not look or len(rest.split()) > MOST_WORDS + (6 if look == "style" else 0):
        return None
    if rest.endswith((";", ",", "; and", "; or")) or rest[0].islower() or (look != "style" and _FIELD_LINE.fullmatch(rest)):
        return None
    return _as_whole(paragraph.text, start, rest, look)


def _as_whole(text: str, start: int, rest: str, look: str) -> Heading | None:
    trimmed = rest.rstrip(" .:;\t\n")
    begin = start + len(text[start:]) - len(text[start:].lstrip())
    return Heading(trimmed, begin, begin + len(trimmed), True, look) if trimmed else None


def _is_phrase(rest: str) -> bool:
    return (
        rest[0].isupper() and len(rest.split()) <= 6 and not _VERB.search(rest) and rest[-1] not in ".;:,)" and not re.search(r"\d", rest)
    )


def _look_of(paragraph: Paragraph, start: int, rest: str, labelled: bool) -> str:
    if _STYLED.search(paragraph.style) and not _is_sentence(rest):
        return "style"
    ends_open = rest.endswith((":", "."))
    if _VERB.search(rest) and not is_title_case(rest) and not is_capitals(rest):
        return ""
    if is_capitals(rest) and not (ends_open and _VERB.search(rest)):
        return "caps"
    if paragraph.lead >= start + len(rest) and paragraph.lead and not rest.endswith((",", ";")):
        return "look"
    if is_zone_title(rest) or (labelled and is_title_case(rest) and (not _VERB.search(rest) or len(rest.split()) <= 4)):
        return "title"
    return ""


def _is_sentence(rest: str) -> bool:
    """A provision that wears a heading's style, or is bold throughout: it has a verb and small letters, and is no short phrase."""
    if is_title_case(rest) or is_capitals(rest):
        return False
    if not _VERB.search(rest):
        return bool(_SPEAKS.match(rest)) and len(rest.split()) > 4
    return bool(_SPEAKS.match(rest)) or len(rest.split()) > 6 or rest.endswith((".", ";", ":", ",", "; and", "; or"))


def _read_lead(paragraph: Paragraph, start: int, labelled: bool) -> Heading | None:
    text = paragraph.text
    if start < paragraph.lead < len(text) and paragraph.lead - start <= LONGEST:
        lead = re.split(r"[.:;]\s", text[start : paragraph.lead].strip(), maxsplit=1)[0]
        trimmed = lead.rstrip(" .:;\t\n-–—")
        if (
            trimmed
            and trimmed[0] not in "“\"(‘'"
            and len(trimmed.split()) <= MOST_WORDS
            and trimmed[0].isupper()
            and not _is_sentence(trimmed)
            and not _only_term(text, paragraph.lead)
        ):
            begin = text.index(trimmed, start)
            return Heading(trimmed, begin, begin + len(trimmed), False, "look")
    match = _LEAD_IN.match(text, start)
    if not match or _FILL.search(match[1]) or not (labelled or match[2] == "."):
        return None
    words = match[1].strip()
    if len(words.split()) > MOST_WORDS or words[0].islower() or _VERB.search(words):
        return None
    alone = not text[match.end() :].strip()
    if not (is_title_case(words) or is_capitals(words) or (len(words.split()) <= 2 and not alone)):
        return None
    return Heading(words, match.start(1), match.start(1) + len(words), False, "lead" if labelled else "text")


def _only_term(text: str, end: int) -> bool:
    """A bold name at the start of a sentence ("**Consultant** shall ...", "**Fees** means ...") is no heading."""
    after = text[end:].lstrip()
    before = text[:end].rstrip()
    return bool(after) and after[0].islower() and not before.endswith((".", ":", "-", "–", "—"))
