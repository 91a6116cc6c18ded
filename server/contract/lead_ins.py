"""Lead-ins: the line ending in a colon or a dash that a list hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from server.contract.labels import label_of
from server.model import Paragraph, Section

_STORIES = ("body", "cell")


def find_lead_ins(paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> tuple[int | None, ...]:
    """Of every paragraph the one it continues: the line ending in a colon or a dash that its list hangs on, else None."""
    starts = {section.first: section for section in sections}
    found: list[int | None] = [None] * len(paragraphs)
    opener: int | None = None
    for at, p in enumerate(paragraphs):
        text = p.text.strip()
        if not text or p.story not in _STORIES:
            continue
        section = starts.get(at)
        parent = sections[section.parent].first if section and section.parent is not None else None
        if parent is not None and _opens(paragraphs[parent].text):
            found[at] = parent
        elif opener is not None and _hangs_on(p, section):
            found[at] = opener
        if _opens(text):
            opener = at
        elif found[at] is None:
            opener = None
    return tuple(found)


def _hangs_on(p: Paragraph, section: Section | None) -> bool:
    if section is None:
        return _continues(p)
    return bool(section.label) and section.heading == "" and _is_list(p, section)


def _opens(text: str) -> bool:
    return text.rstrip().endswith((":", ":-", "—", "–", ": and", ": or"))


def _continues(p: Paragraph) -> bool:
    label = label_of(p)
    if label is not None and label.shape == "bullet":
        return True
    return p.text.lstrip()[:1].islower() or p.text.rstrip().endswith((";", "; and", "; or", ",")) or "list" in p.style.lower()


def _is_list(p: Paragraph, section: Section) -> bool:
    label = label_of(p)
    return label is not None and "decimal" not in label.shape and section.kind == "provision"
