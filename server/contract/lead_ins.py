"""Lead-ins: the line that a list hangs on, ending in a colon, a dash, or in the middle of its sentence ("Consultant agrees to")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.labels import label_of
from server.contract.vocabulary import words
from server.model import Paragraph, Section

_STORIES = ("body", "cell")
_FIRST = 1
_ENDS = (".", ";", "!", "?", "”", '"', ")")
# a sentence cannot end in these
_OPEN = words(
    "shall will must may not to that for by in of with from if when where who which following follows include includes including means",
    "and or are is be has have can cannot than as at on under upon into either both namely below agrees agree undertakes warrants",
)
_VERB = re.compile(r"\b(?:shall|will|must|may|agrees?|represents?|warrants?|undertakes?|includes?|means)\b")


def find_lead_ins(paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> tuple[int | None, ...]:
    """Of every paragraph the one it continues: the line that its list hangs on, else None."""
    starts = {section.first: section for section in sections}
    found: list[int | None] = [None] * len(paragraphs)
    opener: int | None = None
    before = 0
    for at, p in enumerate(paragraphs):
        text = p.text.strip()
        if not text or p.story not in _STORIES:
            continue
        section = starts.get(at)
        parent = sections[section.parent] if section and section.parent is not None else None
        if parent is not None and (found[before] == parent.first or _opens_list(paragraphs[parent.first], parent, p)):
            found[at] = parent.first
        elif opener is not None and _hangs_on(p, section) and (found[before] == opener or _leads(paragraphs[opener], p)):
            found[at] = opener
        if _opens(text) or (found[at] is None and _breaks_off(text) and not _is_title(p, section)):
            opener = at
        elif found[at] is None:
            opener = None
        before = at
    return tuple(found)


def _opens_list(opener: Paragraph, section: Section, p: Paragraph) -> bool:
    return not _is_title(opener, section) and _leads(opener, p)


def _is_title(p: Paragraph, section: Section | None) -> bool:
    """Whether the paragraph is its heading and nothing else."""
    return section is not None and bool(section.heading) and not _opens(p.text) and p.text.strip(" .\t").endswith(section.heading)


def _leads(opener: Paragraph, p: Paragraph) -> bool:
    """Whether a line opens a list that this paragraph is of: outright, or by breaking off where the list goes on."""
    if _opens(opener.text):
        return True
    return _breaks_off(opener.text.strip()) and (_begins_list(p) or _words_of(p)[:1].islower())


def _begins_list(p: Paragraph) -> bool:
    label = label_of(p)
    return label is not None and (label.shape == "bullet" or label.numbers[-1] == _FIRST)


def _hangs_on(p: Paragraph, section: Section | None) -> bool:
    if section is None:
        return _continues(p)
    return bool(section.label) and section.heading == "" and (_is_list(p, section) or _words_of(p)[:1].islower())


def _opens(text: str) -> bool:
    return text.rstrip().endswith((":", ":-", "—", "–", ": and", ": or"))


def _breaks_off(text: str) -> bool:
    """Whether a line of some words stops in the middle of its sentence; the "; and" of a list item is no such stop."""
    if text.endswith(_ENDS) or len(text.split()) <= _FIRST or re.search(r"[;,]\s*(?:and|or)$", text):
        return False
    return _last_word(text) in _OPEN or (text.endswith(",") and bool(_VERB.search(text)))


def _last_word(text: str) -> str:
    return re.sub(r"[^\w]+$", "", text).rsplit(maxsplit=1)[-1].lower() if re.search(r"\w", text) else ""


def _words_of(p: Paragraph) -> str:
    """The paragraph's text behind its label."""
    label = label_of(p)
    return p.text[label.end :].lstrip() if label and not p.label else p.text.lstrip()


def _continues(p: Paragraph) -> bool:
    label = label_of(p)
    if label is not None and label.shape == "bullet":
        return True
    return p.text.lstrip()[:1].islower() or p.text.rstrip().endswith((";", "; and", "; or", ",")) or "list" in p.style.lower()


def _is_list(p: Paragraph, section: Section) -> bool:
    label = label_of(p)
    return label is not None and "decimal" not in label.shape and section.kind == "provision"
