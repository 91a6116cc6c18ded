"""A change as a reader wants to see it: the words around it, what is struck, what comes in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from server.model import Change, Contract, Edit, Proposal, Step

AROUND = 70  # code points kept before and after a change
GAP = " … "


def steps_of(contract: Contract, proposal: Proposal) -> tuple[Step, ...]:
    """The proposal's changes in document order, unchanged stretches cut to the words next to them; new paragraphs each on a line."""
    steps: list[Step] = []
    for paragraph in dict.fromkeys(edit.span.paragraph for edit in proposal.edits):
        edits = [edit for edit in proposal.edits if edit.span.paragraph == paragraph]
        steps += [Step("keep", "\n")] if steps else []
        steps += _cut(list(_walk(contract.paragraphs[paragraph].text, edits)))
    for insertion in proposal.insertions:
        for new in insertion.paragraphs:
            steps += [Step("keep", "\n")] if steps else []
            label = f"{new.label} " if new.label and not new.text.lstrip().startswith(new.label) else ""
            steps.append(Step("insert", label + new.text.replace("\t", " ")))
    return tuple(steps)


def plain(steps: Sequence[Step]) -> str:
    """How it would read: kept and new words."""
    return "".join(step.text for step in steps if step.kind != "delete").strip()


def shorten(text: str, most: int) -> str:
    """The text on one line, cut at a word with an ellipsis where it is longer than `most` code points."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _walk(text: str, edits: Sequence[Edit]) -> Iterator[Step]:
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        yield Step("keep", text[at : edit.span.start])
        whole = (Change("delete", edit.span, edit.old), Change("insert", edit.span, edit.new))
        yield from (Step(change.kind, change.text) for change in edit.changes or whole)
        at = edit.span.end
    yield Step("keep", text[at:])


def _cut(steps: Sequence[Step]) -> Iterator[Step]:
    """Kept stretches with their far words left out."""
    joined: list[Step] = []
    for step in steps:
        if joined and joined[-1].kind == step.kind:
            joined[-1] = Step(step.kind, joined[-1].text + step.text)
        elif step.text:
            joined.append(step)
    for number, step in enumerate(joined):
        if step.kind != "keep":
            yield step
            continue
        first, last = number == 0, number == len(joined) - 1
        yield Step("keep", _trimmed(step.text, head=not first, tail=not last))


def _trimmed(text: str, head: bool, tail: bool) -> str:
    """The first and last words of a kept stretch, as many as stand beside a change. head, tail: whether a change stands there."""
    room = AROUND * (head + tail)
    if len(text) <= room + len(GAP):
        return text
    before = text[:AROUND].rsplit(" ", 1)[0] if head else ""
    after = text[-AROUND:].split(" ", 1)[-1] if tail else ""
    return (before + GAP + after) if head and tail else before + GAP.rstrip() if head else GAP.lstrip() + after
