"""Word lists of the trade, as sets."""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """The words of some lines; a phrase is written with underscores ("service_provider")."""
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())


SMALL = words(
    "a an and as at by for from in into is of on or the to under upon with without vs per not no its their your our this that these"
)
