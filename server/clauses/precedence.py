"""The order of precedence: the documents of the contract, and which of them prevails."""

from __future__ import annotations

import re

from server.clauses.rows import Growth, add_rows
from server.clauses.series import grown, read_series, writes_serial_comma
from server.model import Contract, Listing, Span

_ORDERS = re.compile(r"\border of (?:precedence|priority)\b|\bin the following order\b", re.IGNORECASE)
_PREVAILS = re.compile(r"\b(?:prevails?|takes? precedence|(?:shall|will) (?:control|govern)|controls|governs)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\b(?:part(?:y|ies)|decisions?|views?|opinions?|version|laws?|interests?|instructions?|determination)\b|['’]s\b", re.IGNORECASE
)
_NEAR = 80


def find_order(contract: Contract) -> Listing | None:
    """The contract's order of precedence, None where it has none; that a party, its view or a law prevails is none."""
    return next((one for one in contract.facts.lists if one.kind == "order_of_precedence" and _ranks_documents(contract, one)), None)


def _ranks_documents(contract: Contract, order: Listing) -> bool:
    """Whether what prevails is one of the documents: nothing but its own words stands between it and the verb."""
    text = contract.paragraphs[order.span.paragraph].text
    if order.items[0].paragraph != order.span.paragraph or _ORDERS.search(text):
        return True
    names = "|".join(sorted({re.escape(text[item.start : item.end].split()[-1]) for item in order.items}))
    verbs = [verb.start() for verb in _PREVAILS.finditer(text)]
    before = [text[max(0, verb - _NEAR) : verb] for verb in verbs]
    subjects = [words[ends[-1] :] for words in before if (ends := [name.end() for name in re.finditer(names, words, re.IGNORECASE)])]
    behind = any(verbs and item.start > verbs[0] for item in order.items)
    parties = {name for party in contract.parties for name in (party.name, *party.short)}
    return behind or any(not _OF_OTHERS.search(words) and not any(name in words for name in parties) for words in subjects)


def add_document(contract: Contract, order: Listing, document: str, first: bool) -> Growth:
    """The order with one document more. first: whether it is to prevail over the others."""
    rows = [item.paragraph for item in order.items]
    if len(set(rows)) == len(rows) and rows[0] != order.span.paragraph:
        return _before_rows(contract, rows[0], document) if first else add_rows(contract, rows, [document])
    text = contract.paragraphs[order.span.paragraph].text
    series = read_series(order.span.paragraph, text, [(_with_article(text, item), item.end) for item in order.items])
    more = grown(series, document, 0 if first else len(series.items), writes_serial_comma(contract))
    return Growth(((series.span, more.words),))


def _before_rows(contract: Contract, row: int, document: str) -> Growth:
    """A document that comes first takes the first row with it, so that no row's number changes."""
    text = contract.paragraphs[row].text
    typed = re.match(r"\s*(?:\(?(?:\d{1,2}|[a-z]{1,3})[.)]\s+)?", text)
    at = typed.end() if typed else 0
    return Growth(((Span(row, at, at), f"{document}, followed by "),))


def _with_article(text: str, item: Span) -> int:
    """Where a member begins, its "the" or "any" included."""
    article = re.search(r"(?:the|any|each|this|all)(?: applicable| relevant)?\s+$", text[: item.start], re.IGNORECASE)
    return article.start() if article else item.start
