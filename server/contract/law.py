"""Whose law governs: as written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.vocabulary import words
from server.model import Paragraph

PLACE = (
    r"(?:(?:the\s)?(?:[Ss]tate|Commonwealth|[Pp]rovince|Republic|Kingdom|Federal Republic"
    r"|Emirate|Grand Duchy|District|Country|Canton) of\s)?"
    r"(?:the\s)?(?:(?:[A-Z]\.){2,}|[A-Z][\w’'-]+|\{[\w ]{2,40}\}|\[[^\]]{2,60}\]|_{3,})(?:\s(?:and|of|&"
    r"|the)\s(?:the\s)?[A-Z][\w’'-]+|[ \u00a0][A-Z][\w’'-]+){0,5}(?:,\s(?:United States of America|[A-Z][\w’'-]+"
    r"|U\.S\.A\.)(?:\s[A-Z][\w’'-]+){0,3}){0,2}"
)
_LAWS = (
    r"(?:(?:substantive |internal |domestic |applicable |federal |local |commercial |general |statutory,? |regulatory,? "
    r"|decisional |rules |and )*"
    r"(?:[Ll]aws?(?: and decisions)?|law and jurisdiction)(?:,? (?:and|but) not (?:[a-z]+ ){1,12}[a-z]+,)?)"
)
_GOVERNED = re.compile(
    rf"\b(?:governed|construed|interpreted|enforced|controlled|subject)\b[^.;]{{0,140}}?\b(?:by|under|with"
    rf"|to),?\s(?:and\s(?:\w+\s){{1,6}})?(?:the\s)?{_LAWS}\s(?:(?:of|in|applicable in|in force in)\s|(?=State of))({PLACE})"
    rf"|\b{_LAWS}\s(?:of|in force in)\s({PLACE}),?\s(?:shall|will|govern|applies|apply)"
    rf"|\b(?:governed|construed|interpreted)\b[^.;]{{0,80}}?\b(?:by|under|with)\s(?:the\s)?((?:[A-Z][\w-]+\s){{1,3}})[Ll]aws?\b"
    rf"|^({PLACE}) law (?:governs|applies|(?:shall|will) (?:govern|apply))|\b([A-Z][\w-]+) law (?:governs|applies|(?:shall|will"
    rf"|is to) (?:govern|apply))",
    re.MULTILINE,
)
_MEANS = re.compile(rf"[“\"]?Governing Law[”\"]?\s*(?:means|:|is|shall be)?\s*(?:the\s)?(?:laws?\s(?:of|in)\s)?(?:the\s)?({PLACE})")
_SAME = re.compile(
    r"\b(?:governed|construed|interpreted)\b[^.;]{0,80}\blaws? (?:thereof|of (?:that|such|said) (?:[Ss]tate"
    r"|[Pp]rovince|[Cc]ountry))\b"
)
_NAMED = re.compile(rf"\b(?:State|Commonwealth|Province|Republic) of {PLACE}")
_ROW = re.compile(r"(?:governing law|applicable law|jurisdiction|choice of law)(?:\s(?:and|&)\s[\w ]{3,30})?\s*:?\s*", re.IGNORECASE)
_TRAIL = re.compile(
    r",?\s(?:without|excluding|except|as|and|that|which|applicable|irrespective|regardless|Without)$"
    r"|\sand the (?:Part(?:y|ies)|Compan\w+|Client|Contractor|Consultant)$|,?\s(?:Each|Either|Any|All|The)(?:\s(?:Party|Parties"
    r"|City))?$|,\sBorough$|[.,;]+$"
)
_SHOUTED = re.compile(r"\b[A-Z]{2,}\b")
_QUIET = words(
    "a all an and any applicable accordance agreement arising as be by choice conflict conflicts construed contracts effect enforced",
    "exclusive exclusively excluding for from giving govern governed in interpreted into is its jurisdiction law laws made obligations or",
    "otherwise out parties performed principles provisions regard regardless respects rights rules shall subject substantive such than",
    "to that entered under where wholly will with within without executed other of the this",
)


def read_jurisdiction(paragraphs: Sequence[Paragraph]) -> str:
    """The place whose law governs, as written ("the State of Delaware", "England and Wales"), "" for none."""
    found = ""
    for p in legal(paragraphs, ("law", "Law", "LAW")):
        text = calmed(p.text)
        match = _GOVERNED.search(text) or _MEANS.search(text)
        if match:
            place = clean(next(group for group in match.groups() if group))
            if place and not place.startswith(("{", "[", "_")):
                return place
            found = found or place
        elif same := _SAME.search(text):
            named = list(_NAMED.finditer(text, 0, same.start()))
            found = found or (clean(named[-1][0]) if named else "")
    return _beside(paragraphs) or found


def calmed(text: str) -> str:
    """Words in capitals as they would stand in a sentence, so that a place can be told from what goes on after it."""
    if "LAW" not in text:
        return text
    return _SHOUTED.sub(lambda found: found[0].lower() if found[0].lower() in _QUIET else found[0].title(), text)


def legal(paragraphs: Sequence[Paragraph], words: tuple[str, ...]) -> list[Paragraph]:
    """The paragraphs that have one of some words in them."""
    return [p for p in paragraphs if p.story in ("body", "cell") and any(word in p.text for word in words)]


def _beside(paragraphs: Sequence[Paragraph]) -> str:
    """The cell beside "Governing law" in a key table."""
    cells = {(p.cell.table, p.cell.row, p.cell.column): p.text for p in reversed(paragraphs) if p.cell and p.text.strip()}
    for p in paragraphs:
        if p.cell and _ROW.fullmatch(p.text.strip()):
            value = cells.get((p.cell.table, p.cell.row, p.cell.column + 1), "")
            value = re.sub(r"^[“\"]?Governing Law[”\"]?\s(?:means|is)\s", "", value.strip(), flags=re.IGNORECASE)
            place = re.sub(r"^(?:the\s)?laws?\s(?:of|in)\s(?:the\s)?", "", value.strip(), flags=re.IGNORECASE)
            if place:
                return clean(place.split("\n")[0])[:80]
    return ""


def clean(place: str) -> str:
    """A place without what the sentence goes on with."""
    trimmed = place.strip()
    while (shorter := _TRAIL.sub("", trimmed).strip()) != trimmed:
        trimmed = shorter
    return trimmed.removeprefix("the ") if trimmed.startswith("the State") or trimmed.startswith("the Province") else trimmed
