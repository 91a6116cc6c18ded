"""How a contract cites one of its provisions: "8.2", "8.2(a)", "Article VI"."""

from __future__ import annotations

import re

from server.clauses.labels import bare
from server.model import Contract

_WORDED = re.compile(r"(article|part)\s+(\S.*)", re.IGNORECASE)
_ITEM = re.compile(r"\(?([A-Za-z]|[ivx]{1,5}|[IVX]{1,5})\)?|\(?(\d{1,2})\)")


def cite_at(contract: Contract, paragraph: int) -> str:
    """The innermost numbered section that holds a paragraph, as the contract would cite it; "" where none has a number."""
    holding = [n for n, section in enumerate(contract.sections) if section.first <= paragraph <= section.last and section.label]
    if not holding:
        return ""
    inner = min((contract.sections[n] for n in holding), key=lambda one: (one.last - one.first, -one.first, -one.start))
    return cite(contract, inner.label, inner.parent)


def cite(contract: Contract, label: str, parent: int | None) -> str:
    """A label as it is cited: a list's letter after its parents' number; the word only where it is not just "Section"."""
    worded = _WORDED.match(label)
    if worded:
        return f"{worded[1].title()} {worded[2].rstrip('.:')}"
    own = bare(label)
    item = _ITEM.fullmatch(own)
    if item is None:
        return own
    while parent is not None:
        outer = contract.sections[parent]
        if outer.label and outer.kind in ("provision", "definitions"):
            return f"{cite(contract, outer.label, outer.parent)}({item[1] or item[2]})"
        parent = outer.parent
    return own
