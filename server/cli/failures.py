"""How a command ends: 0 done, 1 a check failed, 2 wrong use, 3 the document cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from server.errors import ClauseError, ContractError, RedlineError, WordingError

CHECK_FAILED, WRONG_USE, UNUSABLE_DOCUMENT = 1, 2, 3

# the first kind that an error is decides
EXITS: tuple[tuple[type[RedlineError], int], ...] = (
    (ContractError, UNUSABLE_DOCUMENT),
    (ClauseError, WRONG_USE),
    (WordingError, WRONG_USE),
    (RedlineError, CHECK_FAILED),
)


class Failure(Exception):
    """The end of a command: its exit code, and one line on stderr ("" for none: what was printed says it)."""

    def __init__(self, code: int, line: str = "") -> None:
        super().__init__(line)
        self.code = code
        self.line = " ".join(line.split())


def failure_of(error: RedlineError, place: str = "") -> Failure:
    """What, where, what to do, in one line."""
    code = next(code for kind, code in EXITS if isinstance(error, kind))
    return Failure(code, f"{place}: {error}" if place else str(error))


@contextmanager
def about(*paths: Path) -> Iterator[None]:
    """Say which file it was (or which two), where a room only knows that the document cannot be used."""
    try:
        yield
    except ContractError as error:
        raise failure_of(error, " or ".join(map(str, paths))) from None
