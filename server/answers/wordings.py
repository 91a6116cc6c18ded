"""The wordings of a selection as plain data: what would be written, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from server.answers.redlines import skip_json
from server.answers.reviews import findings_json
from server.model import Edit
from server.review import Proposed

Json = dict[str, Any]


def proposed_json(proposed: Proposed) -> Json:
    """The findings that go together, each as in a review and with the rung taken; and those left out, with the reason.

    Their edits are cut to the words that change, each with the whole text of its paragraph, and new paragraphs come with the texts of those
    that they follow and look like: whoever writes them into an open document finds the places by their words. The annex of a rung taken
    comes ready to be put in, too.
    """
    own = {(proposal.finding, proposal.rung): proposal for proposal in proposed.review.proposals}
    texts = [paragraph.text for paragraph in proposed.review.contract.paragraphs]
    found = findings_json(proposed.review)
    for finding in found:
        finding["rung"] = proposed.rungs[finding["id"]]
        for wording in finding["proposals"]:
            proposal = own[finding["id"], wording["rung"]]
            wording["edits"] = [{**hunk, "text": texts[hunk["paragraph"]]} for edit in proposal.edits for hunk in _hunks(edit)]
            for new in wording["new_paragraphs"]:
                new |= {"after_text": texts[new["after"]], "like_text": texts[new["like"]]}
            if wording["annex"]:
                brought = wording["rung"] == finding["rung"]
                wording["annex"]["flat_opc"] = proposed.annexes.get(finding["id"]) if brought else None
    return {"findings": found, "skipped": [skip_json(skip) for skip in proposed.skipped]}


def _hunks(edit: Edit) -> Iterator[Json]:
    """The least words of an edit that change, in order; an empty paragraph that goes is a hunk of no words."""
    if not edit.old and not edit.new:
        yield _hunk(edit, edit.span.start, "", "")
    for kept, group in groupby(edit.changes, key=lambda change: change.kind == "keep"):
        steps = list(group)
        if not kept:
            old, new = ("".join(step.text for step in steps if step.kind == kind) for kind in ("delete", "insert"))
            yield _hunk(edit, steps[0].span.start, old, new)


def _hunk(edit: Edit, start: int, old: str, new: str) -> Json:
    return {"paragraph": edit.span.paragraph, "start": start, "end": start + len(old), "old": old, "new": new}
