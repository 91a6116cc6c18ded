"""Proposals: for every finding and every rung our wording in the contract's own words, as edits and new provisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from server.clauses.additions import Made, make_addition, make_amendment
from server.clauses.blocks import RUNGS, Amend, RungText
from server.clauses.choice import Choices
from server.clauses.clause import Clause
from server.clauses.desk import Desk, lay_out, new_terms
from server.clauses.detect import find_along, find_hits
from server.clauses.edits import make_edit, take_in, worded
from server.clauses.enclosure import enclose
from server.clauses.findings import Group, group_hits
from server.clauses.hits import Hit
from server.clauses.library import Library
from server.clauses.merging import is_met
from server.clauses.parameters import read_values
from server.clauses.placeholders import placeholders
from server.clauses.reach import Reach
from server.clauses.wording import Gaps, Writer
from server.model import Contract, Edit, Finding, Insertion, Proposal, Rung

ALL = Choices()
Worded = tuple[Hit, RungText]
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"{])")


def draft(contract: Contract, library: Library, findings: Sequence[Finding], choices: Choices = ALL) -> tuple[Proposal, ...]:
    """A proposal for every rung of every finding, in the order in which they are to be written (new provisions by their numbers).

    Wordings name the sections of what is chosen together with them. A rung that needs a parameter without a value is left out.
    Raises WordingError for a parameter that does not exist or is out of bounds.
    """
    values = read_values(library.parameters, choices.values)
    reach = Reach(contract, library.sieve)
    rules = {rule for finding in findings for rule in finding.rules}
    wanted = {finding.id for finding in findings}
    groups = [group for group in group_hits(reach.view, library, find_hits(reach, library, rules)) if group.id in wanted]
    chosen = frozenset(wanted if choices.chosen is None else choices.chosen)
    desk = Desk(reach, library, Writer(contract, values), values, chosen, choices)
    desk.writer = Writer(contract, values, new_terms(desk, groups))
    ordered = lay_out(desk, groups)
    along = _place_along(desk, ordered)
    return tuple(proposal for group in ordered for proposal in _propose(desk, group, along.get(group.id, ())))


def _place_along(desk: Desk, groups: Sequence[Group]) -> dict[str, tuple[Hit, ...]]:
    """What changes along with a clause's findings, given to the last finding that stands at or before it, else to the first."""
    along: dict[str, list[Hit]] = {}
    for rule in dict.fromkeys(hit.rule for group in groups for hit in group.hits if hit.kind == "replace"):
        mine = [group for group in groups if rule in group.rules]
        for hit in find_along(desk.reach, desk.clause(rule)):
            before = [group for group in mine if group.anchor.paragraph <= hit.stretch.paragraph]
            along.setdefault((before[-1] if before else mine[0]).id, []).append(hit)
            break
    return {name: tuple(hits) for name, hits in along.items()}


def _propose(desk: Desk, group: Group, along: tuple[Hit, ...]) -> list[Proposal]:
    rungs = [rung for rung in RUNGS if rung in desk.block(group.hits[0]).rungs]
    return [made for rung in rungs if (made := _rung(desk, group, rung, along)) is not None]


def _rung(desk: Desk, group: Group, rung: Rung, along: tuple[Hit, ...]) -> Proposal | None:
    hits = [hit for hit in (*group.hits, *along) if not _gaps(desk, desk.block(hit).nearest(rung)) - desk.values.keys()]
    if not hits or hits[0] != group.hits[0]:
        return None
    texts = [desk.block(hit).nearest(rung) for hit in hits]
    comment, note = _reasons(desk, group, hits[0], rung)
    annexed, asked = enclose(desk, group.id, list(zip(hits, texts, strict=True)))
    used = tuple(sorted(asked.union(*(_gaps(desk, text) for text in texts))))
    if group.hits[0].kind in ("insert", "append"):
        if group.id not in desk.places:
            return Proposal(group.id, rung, (), tuple(replace(one, comment=comment) for one in annexed), comment, note, used)
        added = replace(group, hits=tuple(hits))
        edits, insertions = make_addition(desk, added, dict(enumerate(texts)), comment)
        return Proposal(group.id, rung, edits, (*insertions, *annexed), comment, note, used)
    (edits, insertions), spoken = _merged(desk, group, list(zip(hits, texts, strict=True)), rung)
    comment = " ".join(dict.fromkeys((comment, *spoken))).strip()
    edits = tuple(replace(edit, comment=comment if number == 0 else "") for number, edit in enumerate(edits))
    insertions = tuple(replace(new, comment="" if edits else comment) for new in insertions)
    return Proposal(group.id, rung, edits, (*insertions, *annexed), comment, note, used) if edits or insertions else None


def _merged(desk: Desk, group: Group, worded_hits: Sequence[Worded], rung: Rung) -> tuple[Made, list[str]]:
    """The edits of all rules on one sentence, the leading one's first; what is done already, or ruled out by one that is in, is left out.

    Also what each further rule says to the other side: the first sentence of its comment.
    """
    edits: list[Edit] = []
    insertions: list[Insertion] = []
    spoken: list[str] = []
    taken: list[Clause] = []
    for turn in _turns(desk, worded_hits):
        turn = [(hit, text) for hit, text in turn if _has_a_say(desk, hit, taken, edits)]
        more, rows = _changes(desk, group.id, turn) if turn else ((), ())
        came = [take_in(edits, edit) for edit in more if edit.old != edit.new]
        insertions += rows
        if any(came) or rows:
            fresh = [(hit, text) for hit, text in turn if taken and desk.clause(hit.rule) not in taken and hit in group.hits]
            spoken += [_SENTENCE.split(_reasons(desk, group, hit, rung)[0])[0] for hit, _ in fresh]
            taken += [desk.clause(hit.rule) for hit, _ in turn]
    return (tuple(edits), tuple(insertions)), spoken


def _turns(desk: Desk, worded_hits: Sequence[Worded]) -> list[list[Worded]]:
    """The hits one by one, but those that lengthen the same list together."""
    turns: dict[object, list[Worded]] = {}
    for number, (hit, text) in enumerate(worded_hits):
        block = desk.block(hit)
        shared = isinstance(block, Amend) and block.list in ("survival", "force_majeure")
        turns.setdefault((block.list, hit.anchor) if shared and isinstance(block, Amend) else number, []).append((hit, text))
    return list(turns.values())


def _has_a_say(desk: Desk, hit: Hit, taken: Sequence[Clause], edits: Sequence[Edit]) -> bool:
    """Whether a hit still wants its words in: its rule is not ruled out, and what the others wrote does not do its work already."""
    clause = desk.clause(hit.rule)
    if any(clause.id in other.excludes or other.id in clause.excludes for other in taken):
        return False
    return clause in taken or not is_met(desk.reach, clause, hit, edits)


def _changes(desk: Desk, finding: str, turn: Sequence[Worded]) -> Made:
    hit, text = turn[0]
    return make_amendment(desk, finding, turn) if hit.kind == "amend" else ((make_edit(desk, finding, hit, text),), ())


def _gaps(desk: Desk, text: RungText) -> set[str]:
    """The parameters that a wording asks for."""
    return {gap.value for gap in placeholders(worded(desk, text) + text.joined) if gap.kind == "param"}


def _reasons(desk: Desk, group: Group, hit: Hit, rung: Rung) -> tuple[str, str]:
    """Comment and note of a rung; one left out is that of the clause's first block that has it."""
    clause, text = desk.clause(hit.rule), desk.block(hit).nearest(rung)
    others = [block.nearest(rung) for block in (*clause.replace, *clause.amend, *clause.insert, *clause.append)]
    comment = text.comment or next((other.comment for other in others if other.comment), "")
    note = text.note or next((other.note for other in others if other.note), "")
    written = desk.writer.remark(comment, Gaps(sections=desk.sections, annex=desk.annexes.get(group.id, ""))) if comment else ""
    return written, desk.writer.explain(note) if note else ""
