"""The excerpt of two versions of a story that holds all their differences: paragraphs that both have, byte for byte, left out.

A long contract with a few edits is compared and read many times faster this way. A stretch of equal paragraphs becomes one paragraph, the
same in both, whose text is a token; whoever reads the excerpt can put the texts back. Where that is not plainly sound (comments, CDATA or
other bindings of the prefix w in the XML; revisions, comments, fields or text boxes in a paragraph) nothing is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

END = b"</w:p>"
TOKEN = re.compile("\ue0f5paragraphs ([0-9]+):([0-9]+)\ue0f5")
SENTINEL = "\ue0f5paragraphs ".encode()
# What reaches beyond its paragraph, or is ours, is kept in the excerpt.
REVISED = b"w:author="
KEPT_THEN = (REVISED, b"<w:move", b"<w:customXml")
KEPT = (b"<w:comment", b"<w:fldChar")
SPELLED_OUT = re.compile(rb"&#(x0*e0f5|0*57589);", re.IGNORECASE)
XML_HEAD = re.compile(rb"\s*<\?xml[^>]*\?>")


class Piece(NamedTuple):
    """Markup, then a paragraph without its end tag (b"" where a paragraph holds others)."""

    head: bytes
    paragraph: bytes


def excerpt(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """The two stories with their shared paragraphs left out; as they are where that can't be done."""
    if not (_is_plain(old) and _is_plain(new)):
        return old, new
    before, after = old.split(END), new.split(END)  # what stands behind the last paragraph comes last, and is kept
    kept = [word for word in (*(KEPT_THEN if REVISED in old else ()), *KEPT) if word in old]
    short_old, short_new = list(before), list(after)
    for start_old, start_new, size in reversed(list(_matches(before[:-1], after[:-1]))):
        pieces = [_piece(segment) for segment in before[start_old : start_old + size]]
        for first, last in reversed(_stretches(pieces, kept)):
            token = f"\ue0f5paragraphs {start_old + first}:{last - first}\ue0f5".encode()
            stand_in = pieces[first].head + b"<w:p><w:r><w:t>" + token + b"</w:t></w:r>"
            short_old[start_old + first : start_old + last] = [stand_in]
            short_new[start_new + first : start_new + last] = [stand_in]
    return END.join(short_old), END.join(short_new)


def restore(texts: Sequence[str], known: Mapping[str, Sequence[str]]) -> list[str] | None:
    """The texts of an excerpt's paragraphs with the left-out ones put back; None where a token is not known."""
    whole: list[str] = []
    for text in texts:
        found = TOKEN.search(text)
        if found is None:
            whole.append(text)
            continue
        left_out = known.get(found.group())
        if left_out is None or found.end() != len(text) or TOKEN.search(text, 0, found.start()):
            return None
        whole += [text[: found.start()] + left_out[0], *left_out[1:]]
    return whole


def tokens(texts: Sequence[str], whole: Sequence[str]) -> Mapping[str, Sequence[str]] | None:
    """What each token stands for, from the texts of an excerpt and of the whole it was made of; None where they don't fit."""
    known: dict[str, Sequence[str]] = {}
    at = 0
    for text in texts:
        found = TOKEN.search(text)
        count = int(found.group(2)) if found else 1
        taken = list(whole[at : at + count])
        if len(taken) < count or (found is None and taken != [text]):
            return None
        if found:
            if found.end() != len(text) or not taken[0].startswith(text[: found.start()]):
                return None
            known[found.group()] = [taken[0][found.start() :], *taken[1:]]
        at += count
    return known if at == len(whole) else None


def _is_plain(story: bytes) -> bool:
    head = XML_HEAD.match(story)
    encoding = head.group().lower() if head else b""
    if b"encoding" in encoding and b"utf-8" not in encoding:
        return False
    # One byte is looked for many times faster than two, and is mostly not there.
    if SENTINEL in story or (b"&" in story and b"&#" in story and SPELLED_OUT.search(story)):
        return False
    return not (b"!" in story and b"<!" in story) and story.count(b" xmlns:w=") == 1


def _piece(segment: bytes) -> Piece:
    """What stands between the ends of two paragraphs."""
    at = max(segment.rfind(b"<w:p>"), segment.rfind(b"<w:p "))
    own_end = segment.find(b">", at)
    if at < 0 or segment[own_end - 1 : own_end] == b"/":
        return Piece(segment, b"")
    return Piece(segment[:at], segment[at:])


def _matches(before: Sequence[bytes], after: Sequence[bytes]) -> Iterator[tuple[int, int, int]]:
    """Stretches that stand in both, in order: start in the one, start in the other, length. In linear time, so not always the most."""
    places: Mapping[bytes, int] | None = None
    here = there = size = 0  # the stretch so far ends before[:here] and after[:there]
    while here < len(before):
        if there < len(after) and before[here] == after[there]:
            here, there, size = here + 1, there + 1, size + 1
            continue
        if size:
            yield here - size, there - size, size
            size = 0
        if before[here + 1 : here + 2] == after[there + 1 : there + 2]:  # one paragraph changed in its place, as most do
            here, there = here + 1, there + 1
            continue
        places = _places(before, after) if places is None else places
        found = places.get(before[here], -1)
        here, there = (here, found) if found >= there else (here + 1, there)
    if size:
        yield here - size, there - size, size


def _places(before: Sequence[bytes], after: Sequence[bytes]) -> Mapping[bytes, int]:
    """Where each segment stands in `after` that neither has twice."""
    often = {segment for segments in (before, after) for segment, count in Counter(segments).items() if count > 1}
    return {segment: at for at, segment in enumerate(after) if segment not in often}


def _stretches(pieces: Sequence[Piece], kept: Sequence[bytes]) -> list[tuple[int, int]]:
    """Where stretches of paragraphs that can be left out begin and end; nothing but paragraphs stands inside one."""
    able = [bool(piece.paragraph) and not any(word in piece.paragraph for word in kept) for piece in pieces]
    edges = [0] + [i for i in range(1, len(pieces)) if able[i] != able[i - 1] or pieces[i].head.strip()] + [len(pieces)]
    return [(first, last) for first, last in pairwise(edges) if first < last and able[first]]
