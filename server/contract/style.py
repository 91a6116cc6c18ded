"""The drafter's habits: quotes, the word for a provision, shall or will, spelling, what the document calls itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.model import Paragraph, Style

_PROVISION = re.compile(
    r"\b(Sections?|sections?|SECTIONS?|Clauses?|clauses?|CLAUSES?|Articles?|articles?|Paragraphs?|paragraphs?|§)\s?(?=\d|[IVX]+\b)"
)
_DUTY = re.compile(r"\b(shall|will|must)\b(?! (?:mean|include|constitute|terminate|govern|survive|prevail|control|apply))", re.IGNORECASE)
_UK = re.compile(
    r"\b(?:licen[c]e\b(?! agreement to drive)|organis|recognis|authoris|utilis|favour|colour|labour|honour|programme"
    r"|behaviour|centre|fulfil\b|judgement|defence"
    r"|whilst|cheque|indemnis|minimis|analys(?:e|ed|ing)\b|VAT\b|England and Wales|artefact|ageing)",
    re.IGNORECASE,
)
_US = re.compile(
    r"\b(?:organiz|recogniz|authoriz|utiliz|favor(?!ite)|color|labor|honor|behavior|center|fulfill|judgment|defense"
    r"|indemniz|minimiz|analyz|check\b"
    r"|State of|artifact|attorneys?[’']? fees)",
    re.IGNORECASE,
)
_SAMPLE = 100_000
_SELF = re.compile(
    r"\b(this|these)\s((?:\w+\s){0,2}?(?:Agreement|agreement|AGREEMENT|Contract|contract|NDA|SOW|Statement of Work"
    r"|statement of work|letter agreement|letter|Letter"
    r"|Terms and Conditions|terms and conditions|Terms|terms|Deed|deed|Addendum|addendum|DPA|Order Form|Order"
    r"|Engagement Letter|engagement letter|Undertaking"
    r"|Work Order|Licence|License|MSA|PSA))\b"
)


def read_style(paragraphs: Sequence[Paragraph]) -> Style:
    """What most of the text does; where it says nothing, what US forms do."""
    text = "\n".join(p.text for p in paragraphs)[:_SAMPLE]
    return Style(
        quotes=_quotes(text),
        term_look=_term_look(text, paragraphs),
        provision=_provision(text),
        duty=_most(match.lower() for match in _DUTY.findall(text)) or "shall",
        spelling="uk" if len(_UK.findall(text)) > len(_US.findall(text)) else "us",
        agreement=_agreement(text),
    )


def _quotes(text: str) -> str:
    curly = sum(text.count(mark) for mark in "“”’‘")
    straight = text.count('"') + text.count("'")
    return "curly" if curly > straight else "straight"


def _term_look(text: str, paragraphs: Sequence[Paragraph]) -> str:
    quoted = len(
        re.findall(
            r"[\"“‘][A-Z][^\"“”’\n]{1,60}[\"”’]\)?\s?(?:means|shall mean|has the meaning|\))|[\"“‘][A-Z][^\"“”’\n]{1,60}[\"”’]\)", text
        )
    )
    bold = sum(bool(p.lead and re.match(r"\s*(?::|means|has the meaning)", p.text[p.lead :])) for p in paragraphs)
    plain = len(re.findall(r"^[A-Z][\w ]{2,40} means\b", text, re.MULTILINE)) - bold
    best = max(quoted, bold, plain)
    return "quoted" if quoted == best else ("bold" if bold == best else "plain")


def _provision(text: str) -> str:
    found = _most(word if word == "§" else (word[:-1] if word.lower().endswith("s") else word) for word in _PROVISION.findall(text))
    if not found:
        return "Section"
    return found.title() if found.isupper() else found


def _agreement(text: str) -> str:
    """ "this Agreement", "these Terms": the form most used, in its usual case."""
    return _most(f"{first} {_lowered(name)}" for first, name in _SELF.findall(text)) or _by_title(text[:300])


def _by_title(opening: str) -> str:
    """What a document that never speaks of itself would say."""
    for name, said in (
        ("terms", "these terms"),
        ("letter", "this letter"),
        ("statement of work", "this SOW"),
        ("contract", "this contract"),
    ):
        if name in opening.lower():
            return said
    return "this Agreement"


def _lowered(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 4 else name


def _most(found: object) -> str:
    counts: dict[str, int] = {}
    for word in found:  # type: ignore[attr-defined]
        counts[word] = counts.get(word, 0) + 1
    return max(counts, key=lambda word: counts[word]) if counts else ""
