"""The word diff: what a lawyer reads between `old` and `new`. Deterministic, by whole words, without confetti.

Words are mapped to private characters and compared by Myers' algorithm (diff-match-patch, without its time limit, which would
make the result depend on the machine's load). What is then kept is judged again: a short word left standing between two
changes is harder to read than one longer change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from diff_match_patch import diff_match_patch

from server.model import Change, Edit, Span
from server.redline.tokens import closing_edge, is_word, opening_edge, split_sentences, split_tokens, split_words

Piece = tuple[str, str]  # old, new: equal where text is kept

PRIVATE = 0xF0000  # supplementary private use: two planes, no surrogates
LARGE = 1_000_000  # words times words; beyond it (a page rewritten in one go) sentences are compared first
SHORT_WORD = 4  # letters: "the", "of", "any", "with"
STANDS_ALONE = 2  # a kept stretch is worth reading when it is more than half as long as the smaller change beside it
PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("\u201c", "\u201d"))
MARKS = {"keep": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}


def word_diff(edit: Edit) -> tuple[Change, ...]:
    """The steps from edit.old to edit.new, in order; positions in the paragraph, in code points, from edit.span.start on.

    Keeps and deletes together are `old`, keeps and inserts `new`. Where words are replaced, the delete comes first and the
    insert stands at its end. Equal texts give one keep; two empty ones nothing.
    """
    return tuple(_changes(compare(edit.old, edit.new), edit.span))


def render(changes: Sequence[Change]) -> str:
    """The diff as one line: `[-deleted-]{+inserted+}`, kept text plain."""
    return "".join(MARKS[change.kind].format(change.text) for change in changes)


def compare(old: str, new: str) -> list[Piece]:
    """Pieces in order, kept ones (equal pairs) and changed ones by turns."""
    pieces = _join(_trim(_raw_pieces(old, new)))
    pieces = _join(_trim(_drop_confetti(pieces)))
    return _join(_close_brackets(_slide(pieces)))


def _changes(pieces: Sequence[Piece], span: Span) -> Iterator[Change]:
    at = span.start
    for old, new in pieces:
        end = at + len(old)
        if old:
            yield Change("keep" if old == new else "delete", Span(span.paragraph, at, end), old)
        if new and old != new:
            yield Change("insert", Span(span.paragraph, end, end), new)
        at = end


# ---------------------------------------------------------------- comparing
def _raw_pieces(old: str, new: str) -> list[Piece]:
    before, after = split_words(old), split_words(new)
    if len(before) * len(after) <= LARGE:
        return _match(before, after)
    pieces: list[Piece] = []
    for left, right in _join(_match(split_sentences(old), split_sentences(new))):
        words = split_words(left), split_words(right)
        small = left != right and len(words[0]) * len(words[1]) <= LARGE
        pieces += _match(*words) if small else [(left, right)]
    return pieces


def _match(before: Sequence[str], after: Sequence[str]) -> list[Piece]:
    """One piece for every stretch that the two have in common, is gone, or is new."""
    codes: dict[str, str] = {}
    coded = ["".join(codes.setdefault(word, chr(PRIVATE + len(codes))) for word in words) for words in (before, after)]
    words = {code: word for word, code in codes.items()}
    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0
    pieces = []
    for step, code in matcher.diff_main(coded[0], coded[1], False):
        text = "".join(words[char] for char in code)
        pieces.append((text if step <= 0 else "", text if step >= 0 else ""))
    return pieces


def _join(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours of one kind become one; empty pieces go."""
    joined: list[Piece] = []
    for piece in pieces:
        if piece == ("", ""):
            continue
        if joined and (joined[-1][0] == joined[-1][1]) == (piece[0] == piece[1]):
            piece = (joined[-1][0] + piece[0], joined[-1][1] + piece[1])
            joined.pop()
        joined.append(piece)
    return joined


# ---------------------------------------------------------------- making it readable
def _trim(pieces: Sequence[Piece]) -> list[Piece]:
    """What both sides of a change begin or end with is kept: " sole" for " exclusive" changes the word, not the space."""
    trimmed: list[Piece] = []
    for old, new in pieces:
        left = _common(split_tokens(old), split_tokens(new))
        rest_old, rest_new = old[len(left) :], new[len(left) :]
        right = _common(split_tokens(rest_old)[::-1], split_tokens(rest_new)[::-1], backwards=True)
        end_old, end_new = len(rest_old) - len(right), len(rest_new) - len(right)
        trimmed += [(left, left), (rest_old[:end_old], rest_new[:end_new]), (right, right)]
    return trimmed


def _common(first: list[str], second: list[str], backwards: bool = False) -> str:
    tokens = [token for token, _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))]
    return "".join(reversed(tokens) if backwards else tokens)


def _drop_confetti(pieces: list[Piece]) -> list[Piece]:
    """Kept stretches that are not worth reading join the changes around them, the shortest first."""
    while True:
        inner = range(1, len(pieces) - 1)
        crumbs = [at for at in inner if pieces[at][0] == pieces[at][1] and _is_crumb(pieces[at][0], pieces[at - 1], pieces[at + 1])]
        if not crumbs:
            return pieces
        at = min(crumbs, key=lambda at: len(pieces[at][0]))
        whole = ("".join(piece[0] for piece in pieces[at - 1 : at + 2]), "".join(piece[1] for piece in pieces[at - 1 : at + 2]))
        pieces = _join([*pieces[: at - 1], whole, *pieces[at + 2 :]])


def _is_crumb(kept: str, before: Piece, after: Piece) -> bool:
    if "\t" in kept or "\n" in kept:  # tabs and breaks are structure: they stay
        return False
    words = [token for token in split_tokens(kept) if is_word(token)]
    if not words or (len(words) == 1 and (len(words[0]) <= SHORT_WORD or not is_word("".join((*before, *after))))):
        return True
    return len(kept) * STANDS_ALONE <= min(max(map(len, before)), max(map(len, after)))


def _slide(pieces: list[Piece]) -> list[Piece]:
    """A stretch that is only inserted or only deleted may often stand in several places: it takes the one with the best edges."""
    # A change at the edge of the text has nothing beside it, but may leave something there.
    edges = [[("", "")] if pieces and pieces[at][0] != pieces[at][1] else [] for at in (0, -1)]
    pieces = edges[0] + pieces + edges[1]
    for at, (old, new) in enumerate(pieces):
        if (old and new) or old == new:
            continue
        left, right = split_tokens(pieces[at - 1][0]), split_tokens(pieces[at + 1][0])
        # Next to another change, a word must stay between the two.
        floor = _to_first_word(left) if at > 1 else 0
        spare = _to_first_word(right[::-1]) if at + 2 < len(pieces) else 0
        tokens = left + split_tokens(old or new) + right
        size = len(tokens) - len(left) - len(right)
        start = _best_start(tokens, len(left), size, range(floor, len(tokens) - spare - size + 1))
        before, middle, after = ("".join(part) for part in (tokens[:start], tokens[start : start + size], tokens[start + size :]))
        pieces[at - 1 : at + 2] = [(before, before), (middle, "") if old else ("", middle), (after, after)]
    return pieces


def _to_first_word(tokens: Sequence[str]) -> int:
    """How many tokens up to and with the first word; all where there is none."""
    return next((number for number, token in enumerate(tokens, 1) if is_word(token)), len(tokens))


def _best_start(tokens: Sequence[str], start: int, size: int, allowed: range) -> int:
    """Where a stretch of `size` tokens may stand as well as at `start`: moved on by a token when that token equals its other end."""
    first = last = start
    while first > allowed.start and tokens[first - 1] == tokens[first + size - 1]:
        first -= 1
    while last < allowed.stop - 1 and tokens[last] == tokens[last + size]:
        last += 1

    def edges(at: int) -> int:
        return opening_edge(*_around(tokens, at)) + closing_edge(*_around(tokens, at + size))

    return max(range(first, last + 1), key=edges)


def _around(tokens: Sequence[str], at: int) -> tuple[str, str]:
    return "".join(tokens[max(0, at - 4) : at]), "".join(tokens[at : at + 1])


def _close_brackets(pieces: list[Piece]) -> list[Piece]:
    """A bracket or quotation mark goes with its partner: `twelve (12)` is replaced, not `twelve (12`."""
    for at, (old, new) in enumerate(pieces):
        if not (old and new) or old == new:
            continue
        for opening, closing in PAIRS:
            left = pieces[at - 1][0] if at else ""
            right = pieces[at + 1][0] if at + 1 < len(pieces) else ""
            open_marks = min(_open(old, opening, closing), _open(new, opening, closing))
            loose_marks = max(_open(old, opening, closing), _open(new, opening, closing))
            if open_marks > 0 and right.startswith(closing):
                old, new = old + closing, new + closing
                pieces[at], pieces[at + 1] = (old, new), (right[1:],) * 2
            elif loose_marks < 0 and left.endswith(opening):
                old, new = opening + old, opening + new
                pieces[at - 1], pieces[at] = (left[:-1],) * 2, (old, new)
    return pieces


def _open(text: str, opening: str, closing: str) -> int:
    """How many stay open; below nothing, how many close what was opened before."""
    return text.count(opening) - text.count(closing)
