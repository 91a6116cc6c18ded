"""Whose law governs, and which courts or arbitrators decide: as written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.vocabulary import words
from server.model import Paragraph

_PLACE = (
    r"(?:(?:the\s)?(?:[Ss]tate|Commonwealth|[Pp]rovince|Republic|Kingdom|Federal Republic"
    r"|Emirate|Grand Duchy|District|Country|Canton) of\s)?"
    r"(?:the\s)?(?:(?:[A-Z]\.){2,}|[A-Z][\w’'-]+|\{[\w ]{2,40}\}|\[[^\]]{2,60}\]|_{3,})(?:\s(?:and|of|&"
    r"|the)\s(?:the\s)?[A-Z][\w’'-]+|[ \u00a0][A-Z][\w’'-]+){0,5}(?:,\s(?:United States of America|[A-Z][\w’'-]+"
    r"|U\.S\.A\.)(?:\s[A-Z][\w’'-]+){0,3}){0,2}"
)
_LAWS = r"(?:(?:substantive |internal |domestic |applicable |federal |local )*(?:[Ll]aws?(?: and decisions)?|law and jurisdiction))"
_GOVERNED = re.compile(
    rf"\b(?:governed|construed|interpreted|enforced|subject)\b[^.;]{{0,140}}?\b(?:by|under|with"
    rf"|to),?\s(?:and\s(?:\w+\s){{1,6}})?(?:the\s)?{_LAWS}\s(?:of|in|applicable in|in force in)\s({_PLACE})"
    rf"|\b{_LAWS}\s(?:of|in force in)\s({_PLACE}),?\s(?:shall|will|govern|applies|apply)"
    rf"|\b(?:governed|construed|interpreted)\b[^.;]{{0,80}}?\b(?:by|under|with)\s(?:the\s)?((?:[A-Z][\w-]+\s){{1,3}})[Ll]aws?\b"
    rf"|^({_PLACE}) law (?:governs|applies)|\b([A-Z][\w-]+) law (?:governs|applies|shall govern|will govern)",
    re.MULTILINE,
)
_MEANS = re.compile(rf"[“\"]?Governing Law[”\"]?\s*(?:means|:|is|shall be)?\s*(?:the\s)?(?:laws?\s(?:of|in)\s)?(?:the\s)?({_PLACE})")
_ROW = re.compile(r"(?:governing law|applicable law|jurisdiction|choice of law)(?:\s(?:and|&)\s[\w ]{3,30})?\s*:?\s*", re.IGNORECASE)
_COURTS = re.compile(
    r"\b((?:the\s)?(?:(?:state|federal|civil|competent|appropriate|ordinary|high|commercial|district|exclusive|superior"
    r"|and|or|county|provincial|[A-Z][a-z]+)[\s,]+){0,6}?[Cc]ourts?"
    rf"\s(?:of|in|located in|sitting in|situated in|for|located within|within|having jurisdiction in"
    rf"|at)\s(?:the\s)?(?:(?:city|county|borough|state|province) (?:and county )?of\s)?{_PLACE})"
    rf"|\b(courts?\sof\s{_PLACE})|\b((?:exclusive |non-exclusive )?jurisdiction of the [A-Z][\w-]+ courts?)|\b(the [A-Z][\w-]+ courts)\b"
)
_SEAT = re.compile(
    rf"\b(?:seat|(?:legal )?place|venue|location) of (?:the |any )?arbitration\b[^.;]{{0,40}}?\b(?:be|is|:)\s(?:in\s)?({_PLACE})"
    rf"|\b(?:arbitrat\w+|mediat\w+)\b[^.;]{{0,100}}?\b(?:in|seated at)\s"
    rf"(?!(?:accordance|English|German|French|Spanish|Italian|[Ww]riting)\b)({_PLACE})"
)
_NO_SEAT = re.compile(
    r"Association|Rules|Cent(?:re|er)\b|Chamber|Act\b|Institute|Arbitrat|English|German|French|Part(?:y|ies)\b|Agreement|Section|Article|Clause"
    r"|Dispute|Exhibit|[’']s\b|Writing|Good\b"
)
_TRAIL = re.compile(
    r",?\s(?:without|excluding|except|as|and|that|which|applicable|irrespective|regardless|Without)$"
    r"|\sand the (?:Part(?:y|ies)|Compan\w+|Client|Contractor|Consultant)$|,\sBorough$|[.,;]+$"
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
    for p in _legal(paragraphs, ("law", "Law", "LAW")):
        text = _calmed(p.text)
        match = _GOVERNED.search(text) or _MEANS.search(text)
        if match:
            place = _clean(next(group for group in match.groups() if group))
            if place and not place.startswith(("{", "[", "_")):
                return place
            found = found or place
    return _beside(paragraphs) or found


def _calmed(text: str) -> str:
    """Words in capitals as they would stand in a sentence, so that a place can be told from what goes on after it."""
    if "LAW" not in text:
        return text
    return _SHOUTED.sub(lambda found: found[0].lower() if found[0].lower() in _QUIET else found[0].title(), text)


def read_courts(paragraphs: Sequence[Paragraph]) -> str:
    """The courts or the seat of arbitration, as written, "" for none."""
    for p in _legal(paragraphs, ("ourt", "OURT", "rbitrat")):
        if not re.search(
            r"jurisdiction|venue|courts?\b[^.]{0,60}\b(?:shall|will|have)|submit|brought|seat|arbitrat|disputes?|exclusive",
            p.text,
            re.IGNORECASE,
        ):
            continue
        match = _COURTS.search(p.text)
        if match:
            return _clean(next(group for group in match.groups() if group))
        for seat in _SEAT.finditer(p.text):
            if not _NO_SEAT.search(seat[1] or seat[2]):
                return _clean(seat[1] or seat[2])
    return ""


def _legal(paragraphs: Sequence[Paragraph], words: tuple[str, ...]) -> list[Paragraph]:
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
                return _clean(place.split("\n")[0])[:80]
    return ""


def _clean(place: str) -> str:
    trimmed = place.strip()
    while (shorter := _TRAIL.sub("", trimmed).strip()) != trimmed:
        trimmed = shorter
    return trimmed.removeprefix("the ") if trimmed.startswith("the State") or trimmed.startswith("the Province") else trimmed
