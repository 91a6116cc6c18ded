"""The detector `one_sided`: a duty, right or limit for one side only, with nothing like it for the other."""

from __future__ import annotations

import re
from functools import cache

from server.clauses.blocks import Replace
from server.clauses.hits import Hit
from server.clauses.phrase import find_phrases
from server.clauses.reach import Reach

_BOTH = r"(?:each|either|neither|no|any|every) (?:of the )?part(?:y|ies)|(?:both|the|all) parties|neither"
_TURNED = {
    "me": rf"(?:{{them}}|{_BOTH}|{{me}},? (?:and|or|nor) {{them}}|{{them}},? (?:and|or|nor) {{me}}|the indemnifying party)",
    "them": r"(?:{me}|the other(?: part(?:y|ies))?|each other|one another|the indemnified part(?:y|ies))",
}


def find_one_sided(rule: str, number: int, block: Replace, reach: Reach) -> tuple[Hit, ...]:
    """The block's matches that no counterpart makes mutual, in the contract or, with across = "section", in the same top section."""
    patterns = counterparts(block)
    if block.across == "contract":
        return () if reach.stands(patterns) else find_phrases(rule, number, block, reach)
    hits = find_phrases(rule, number, block, reach)
    return tuple(hit for hit in hits if not reach.stands(patterns, reach.view.section_of(hit.anchor.paragraph)))


def counterparts(block: Replace) -> tuple[str, ...]:
    """The patterns that make it mutual: those of the file, else `any` with the sides changed over ("each party" is the other side, too)."""
    return block.counterpart or tuple(turned(source) for source in block.any)


@cache
def turned(source: str) -> str:
    """A pattern with the two sides changed over, its named groups unnamed."""
    plain = re.sub(r"\(\?P<\w+>", "(?:", source)
    return re.sub(r"\{(me|them)\}", lambda found: _TURNED[found.group(1)], plain)
