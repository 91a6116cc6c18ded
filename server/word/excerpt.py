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
    """Markup, then a paragraph (b"" at the end of the story or where a paragraph holds others)."""

    head: bytes
    paragraph: bytes


def excerpt(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """The two stories with their shared paragraphs left out; as they are where that can't be done."""
    if not (_is_plain(old) and _is_plain(new)):
        return old, new
    before, after = _pieces(old), _pieces(new)
    kept = [word for word in (*(KEPT_THEN if REVISED in old else ()), *KEPT) if word in old]
    short_old, short_new = list(before), list(after)
    for start_old, start_new, size in _matches(before, after):
        for first, last in _stretches(before[start_old : start_old + size], kept):
            token = f"\ue0f5paragraphs {start_old + first}:{last - first}\ue0f5".encode()
            stand_in = b"<w:p><w:r><w:t>" + token + b"</w:t></w:r></w:p>"
            for pieces, start in ((short_old, start_old), (short_new, start_new)):
                head = pieces[start + first].head
                pieces[start + first : start + last] = [Piece(head, stand_in)] + [Piece(b"", b"")] * (last - first - 1)
    return _joined(short_old), _joined(short_new)


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


def _pieces(story: bytes) -> list[Piece]:
    *segments, rest = story.split(END)
    pieces: list[Piece] = []
    for segment in segments:
        at = max(segment.rfind(b"<w:p>"), segment.rfind(b"<w:p "))
        own_end = segment.find(b">", at)
        if at < 0 or segment[own_end - 1 : own_end] == b"/":
            pieces.append(Piece(segment + END, b""))
        else:
            pieces.append(Piece(segment[:at], segment[at:] + END))
    return [*pieces, Piece(rest, b"")]


def _matches(before: Sequence[Piece], after: Sequence[Piece]) -> Iterator[tuple[int, int, int]]:
    """Stretches that stand in both, in order: start in the one, start in the other, length. In linear time, so not always the most."""
    often = {piece for pieces in (before, after) for piece, count in Counter(pieces).items() if count > 1}
    places = {piece: at for at, piece in enumerate(after) if piece not in often}
    start = at = size = 0  # the stretch so far: before[start : start + size] is after[at : at + size]
    for here, piece in enumerate(before):
        if start + size == here and after[at + size : at + size + 1] == [piece]:
            size += 1
            continue
        there = places.get(piece, -1)
        if piece not in often and there >= at + size:
            if size:
                yield start, at, size
            start, at, size = here, there, 1
    if size:
        yield start, at, size


def _stretches(pieces: Sequence[Piece], kept: Sequence[bytes]) -> list[tuple[int, int]]:
    """Where stretches of paragraphs that can be left out begin and end; nothing but paragraphs stands inside one."""
    able = [bool(piece.paragraph) and not any(word in piece.paragraph for word in kept) for piece in pieces]
    edges = [0] + [i for i in range(1, len(pieces)) if able[i] != able[i - 1] or pieces[i].head.strip()] + [len(pieces)]
    return [(first, last) for first, last in pairwise(edges) if first < last and able[first]]


def _joined(pieces: Sequence[Piece]) -> bytes:
    return b"".join([part for piece in pieces for part in piece])
