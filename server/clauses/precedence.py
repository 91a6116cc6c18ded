"""The order of precedence: the documents of the contract, and which of them prevails."""

from __future__ import annotations

import re

from server.clauses.rows import Growth, add_rows
from server.clauses.series import grown, read_series, writes_serial_comma
from server.model import Contract, Listing, Span


def find_order(contract: Contract) -> Listing | None:
    """The contract's order of precedence, None where it has none."""
    return next((listing for listing in contract.facts.lists if listing.kind == "order_of_precedence"), None)


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
