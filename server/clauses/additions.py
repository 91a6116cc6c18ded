"""New provisions as insertions: a section with what joins it, an entry among the definitions, a list made longer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from server.clauses.amend import extend, named_rules
from server.clauses.blocks import Amend, RungText
from server.clauses.definitions import add_entry
from server.clauses.desk import Desk
from server.clauses.edits import worded
from server.clauses.findings import Group
from server.clauses.hits import Hit
from server.clauses.missing import place_of
from server.clauses.placement import label_at
from server.clauses.provision import set_provision, split_heading, stands_alone
from server.clauses.rows import Growth
from server.clauses.seats import seat_of_standing, sections_around
from server.clauses.survival import Survivor
from server.clauses.wording import Gaps
from server.model import Edit, Insertion, Span

Made = tuple[tuple[Edit, ...], tuple[Insertion, ...]]


def make_addition(desk: Desk, group: Group, texts: Mapping[int, RungText], comment: str) -> Made:
    """The edits and insertions that add a provision, with those that join it. texts: the rung's text of each of the group's hits."""
    place = desk.places[group.id]
    gaps = Gaps(sections=desk.sections, annex=desk.annexes.get(group.id, ""))
    if place.entry:
        return _grown(desk, group.id, add_entry(desk.contract, desk.writer.write(worded(desk, texts[0]), gaps)), comment)
    heading, bodies = split_heading(worded(desk, texts[0]), desk.placed(group.hits[0]).heading)
    written = [desk.writer.write(body, gaps) for body in bodies]
    edits: tuple[Edit, ...] = ()
    entries: tuple[Insertion, ...] = ()
    for number, hit in enumerate(group.hits[1:], 1):
        own = place_of(desk.contract, desk.placed(hit))
        if own is not None and own.entry:
            more = _grown(desk, group.id, add_entry(desk.contract, desk.writer.write(texts[number].wording, gaps)), "")
            edits, entries = (*edits, *more[0]), (*entries, *more[1])
        else:
            joined = texts[number].joined or split_heading(worded(desk, texts[number]), "-")[1][0]
            written.append(desk.writer.write(joined, gaps))
    title = desk.writer.write(heading, gaps) if heading else ""
    if not stands_alone(desk.contract, place, title):
        written[len(bodies) - 1 :] = [" ".join(written[len(bodies) - 1 :])]
    new = set_provision(desk.contract, place, desk.labels[group.id], title, tuple(written))
    return edits, (Insertion(group.id, place.after, new, comment), *entries)


def make_amendment(desk: Desk, finding: str, hits: Sequence[tuple[Hit, RungText]]) -> Made:
    """The edits and insertions that extend one list by what all these hits want in it."""
    hit, _ = hits[0]
    block = desk.block(hit)
    assert isinstance(block, Amend)
    gaps = Gaps(dict(hit.words), desk.sections)
    wordings: list[str] = []
    survivors: list[Survivor] = []
    for one, text in hits:
        mine = desk.block(one)
        assert isinstance(mine, Amend)
        if block.list == "survival":
            survivors += [found for rule in named_rules(mine) if (found := _survivor(desk, rule)) is not None]
        else:
            opens = block.list == "definitions"
            wordings.append(_paragraphs(desk, worded(desk, text), Gaps(gaps.words, gaps.sections, opens)))
    return _grown(desk, finding, extend(desk.contract, block, hit, wordings, survivors), "")


def _paragraphs(desk: Desk, wording: str, gaps: Gaps) -> str:
    """Each paragraph of a wording on its own: the first as `gaps` says, the others as sentences."""
    first, *others = wording.split("\n\n")
    written = [desk.writer.write(first, gaps), *(desk.writer.write(other, Gaps(gaps.words, gaps.sections)) for other in others)]
    return "\n\n".join(written)


def _survivor(desk: Desk, rule: str) -> Survivor | None:
    """A rule's provision as a survival list names it: the one that is chosen, else the one that the contract has."""
    if rule in desk.survivors:
        return desk.survivors[rule]
    clause = desk.library.get(rule)
    present = tuple(pattern for block in clause.insert for pattern in block.present) if clause else ()
    if seat_of_standing(desk.reach, present) is None:
        return None
    paragraph = desk.reach.first(present) or 0
    chain = sections_around(desk.contract, paragraph)
    heading = desk.contract.sections[chain[-1]].heading if chain else ""
    return Survivor(label_at(desk.contract, paragraph), heading, chain)


def _grown(desk: Desk, finding: str, growth: Growth, comment: str) -> Made:
    """A longer list as edits and insertions; new rows in one place are one insertion, words in one place one edit."""
    edits: dict[Span, str] = {}
    for span, new in growth.edits:
        edits[span] = edits.get(span, "") + new
    places = dict.fromkeys(after for after, _ in growth.rows)
    rows = tuple(Insertion(finding, after, tuple(row for at, row in growth.rows if at == after), comment) for after in places)
    paragraphs = desk.contract.paragraphs
    return tuple(Edit(finding, at, paragraphs[at.paragraph].text[at.start : at.end], new) for at, new in edits.items()), rows
