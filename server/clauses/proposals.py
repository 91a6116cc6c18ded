"""Proposals: for every finding and every rung our wording in the contract's own words, as edits and new provisions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from server.clauses.choice import Choices
from server.clauses.clause import RUNGS, Clause, Insert, Replace, RungText
from server.clauses.detect import find_along, find_hits
from server.clauses.findings import Group, group_hits
from server.clauses.hits import Hit
from server.clauses.library import Library
from server.clauses.parameters import read_values
from server.clauses.placeholders import placeholders
from server.clauses.placement import Place, find_place, label_at
from server.clauses.provision import Numbers, bare_end, set_provision, split_heading
from server.clauses.reach import Reach
from server.clauses.wording import Gaps, Writer
from server.model import Contract, Edit, Finding, Insertion, Proposal, Rung, Span

ALL = Choices()
_TAIL = re.compile(r"(?:[\s.;:,]|[;,] (?:and|or))*$")


@dataclass(slots=True)
class Desk:
    """What one drafting needs at hand. sections: for {section:RULE}; labels, places: of each missing protection's finding."""

    reach: Reach
    library: Library
    writer: Writer
    values: Mapping[str, str]
    sections: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def contract(self) -> Contract:
        return self.reach.view.contract

    def clause(self, rule: str) -> Clause:
        found = self.library.get(rule)
        assert found is not None
        return found


def draft(contract: Contract, library: Library, findings: Sequence[Finding], choices: Choices = ALL) -> tuple[Proposal, ...]:
    """A proposal for every rung of every finding, in the order in which they are to be written (new provisions by their numbers).

    Wordings name the sections of what is chosen together with them. A rung that needs a parameter without a value is left out.
    Raises WordingError for a parameter that does not exist or is out of bounds.
    """
    values = read_values(library.parameters, choices.values)
    reach = Reach(contract, library.sieve)
    desk = Desk(reach, library, Writer(contract, values), values)
    rules = {rule for finding in findings for rule in finding.rules}
    wanted = {finding.id for finding in findings}
    groups = [group for group in group_hits(reach.view, library, find_hits(reach, library, rules)) if group.id in wanted]
    chosen = wanted if choices.chosen is None else set(choices.chosen)
    ordered = _number(desk, groups, chosen)
    along = _place_along(desk, ordered)
    return tuple(proposal for group in ordered for proposal in _propose(desk, group, along.get(group.id, ())))


def _number(desk: Desk, groups: list[Group], chosen: set[str]) -> list[Group]:
    """The groups in writing order; new provisions get their numbers, the chosen ones first, so that theirs have no gaps."""
    for group in groups:
        if group.hits[0].kind == "insert":
            place = find_place(desk.contract, _insert(desk, group.hits[0]).place)
            if place is not None:
                desk.places[group.id] = place
        elif group.id in chosen:
            desk.sections |= {rule: label_at(desk.contract, group.anchor.paragraph) for rule in group.rules}
    standing = [group for group in groups if group.id not in desk.places]
    new = sorted((group for group in groups if group.id in desk.places), key=lambda one: _writing_order(desk, one, chosen))
    numbers = Numbers(desk.contract)
    for group in new:
        label = numbers.label(desk.places[group.id])
        desk.labels[group.id] = label
        if group.id in chosen:
            desk.sections[group.rules[0]] = _cited(desk, group, label)
    return [*standing, *new]


def _writing_order(desk: Desk, group: Group, chosen: set[str]) -> tuple[int, bool, int, str]:
    place = desk.places[group.id]
    return place.after, group.id not in chosen, place.rank, group.rules[0]


def _cited(desk: Desk, group: Group, label: str) -> str:
    """How the contract cites a provision: "3.4", or "3.4 (No AI Training)" where it adds headings."""
    number = bare_end(label)
    heading, _ = split_heading(_insert(desk, group.hits[0]).nearest("preferred").wording, _insert(desk, group.hits[0]).heading)
    cites = sum(
        len(re.findall(r"\b(?:Section|Clause|clause|section|Article)s? \d[\d.]* \([A-Z]", p.text)) for p in desk.contract.paragraphs
    )
    return f"{number} ({heading})" if number and heading and cites > 1 else number


def _place_along(desk: Desk, groups: Sequence[Group]) -> dict[str, tuple[Hit, ...]]:
    """What changes along with a clause's findings, given to the last finding that stands at or before it, else to the first."""
    along: dict[str, list[Hit]] = {}
    for rule in dict.fromkeys(rule for group in groups if group.hits[0].kind == "replace" for rule in group.rules):
        mine = [group for group in groups if rule in group.rules]
        for hit in find_along(desk.reach, desk.clause(rule)):
            before = [group for group in mine if group.anchor.paragraph <= hit.stretch.paragraph]
            along.setdefault((before[-1] if before else mine[0]).id, []).append(hit)
            break
    return {name: tuple(hits) for name, hits in along.items()}


def _propose(desk: Desk, group: Group, along: tuple[Hit, ...]) -> list[Proposal]:
    rungs = [rung for rung in RUNGS if rung in _block(desk, group.hits[0]).rungs]
    return [made for rung in rungs if (made := _rung(desk, group, rung, along)) is not None]


def _rung(desk: Desk, group: Group, rung: Rung, along: tuple[Hit, ...]) -> Proposal | None:
    texts = {id(hit): _block(desk, hit).nearest(rung) for hit in (*group.hits, *along)}
    used = sorted({gap.value for text in texts.values() for gap in placeholders(text.wording) if gap.kind == "param"})
    if any(name not in desk.values for name in used):
        return None
    leading = texts[id(group.hits[0])]
    spoken, private = _reasons(desk.clause(group.rules[0]), leading, rung)
    comment = desk.writer.write(spoken, Gaps(sections=desk.sections)) if spoken else ""
    note = desk.writer.explain(private) if private else ""
    if group.hits[0].kind == "insert":
        insertion = _insertion(desk, group, leading, comment)
        return Proposal(group.id, rung, (), (insertion,), comment, note, tuple(used))
    edits: list[Edit] = []
    for hit in (*group.hits, *along):
        edit = _edit(desk, group.id, hit, texts[id(hit)])
        if edit.old != edit.new:
            _add(edits, edit)
    edits[:1] = [replace(edit, comment=comment) for edit in edits[:1]]
    return Proposal(group.id, rung, tuple(edits), (), comment, note, tuple(used)) if edits else None


def _reasons(clause: Clause, text: RungText, rung: Rung) -> tuple[str, str]:
    """Comment and note of a rung; one left out is that of the clause's first block that has it."""
    others = [block.nearest(rung) for block in (*clause.replace, *clause.insert)]
    comment = text.comment or next((other.comment for other in others if other.comment), "")
    return comment, text.note or next((other.note for other in others if other.note), "")


def _add(edits: list[Edit], edit: Edit) -> None:
    """Takes an edit in; of two that overlap the earlier stays, but words added at the end of a rewritten stretch are added to it."""
    at = next((number for number, other in enumerate(edits) if _overlap(edit.span, other.span)), None)
    if at is None:
        edits.append(edit)
        return
    other = edits[at]
    if edit.span.end == other.span.end and other.new.endswith(edit.old) and edit.new.startswith(edit.old):
        edits[at] = replace(other, new=other.new.removesuffix(edit.old) + edit.new)


def _insertion(desk: Desk, group: Group, text: RungText, comment: str) -> Insertion:
    heading, bodies = split_heading(_worded(desk, text), _insert(desk, group.hits[0]).heading)
    gaps = Gaps(sections=desk.sections)
    written = tuple(desk.writer.write(body, gaps) for body in bodies)
    place = desk.places[group.id]
    title = desk.writer.write(heading, gaps) if heading else ""
    return Insertion(group.id, place.after, set_provision(desk.contract, place, desk.labels[group.id], title, written), comment)


def _edit(desk: Desk, finding: str, hit: Hit, text: RungText) -> Edit:
    span = hit.stretch
    whole = desk.contract.paragraphs[span.paragraph].text
    old = whole[span.start : span.end]
    opens = span.start <= desk.reach.view.text_start(desk.reach.view.sentence_at(span)) and not old[:1].islower()
    new = desk.writer.write(_worded(desk, text), Gaps(dict(hit.words), desk.sections, opens))
    block = _block(desk, hit)
    if isinstance(block, Replace) and block.scope != "match" and new:
        ending = _TAIL.search(old)
        new = _TAIL.sub("", new) + (ending.group() if ending else "")
    if _is_shouted(whole[max(0, span.start - 80) : span.end] if len(old) < 80 else old):
        new = new.upper()
    return _joined(finding, whole, span, new)


def _joined(finding: str, whole: str, span: Span, new: str) -> Edit:
    """The edit with the spaces that its place needs: none doubled where words are struck, one where words come in."""
    start, end = span.start, span.end
    before, after = whole[:start], whole[end:]
    if not new and start < end:
        if before.endswith(" ") and (not after or after[0] in " .,;:)"):
            start -= 1
        elif not before.strip() and after.startswith(" "):
            end += 1
    if new and start == end:
        new = (" " if before[-1:].strip() and new[0] not in ",.;:)" and before[-1:] not in '(“"' else "") + new
        new += " " if after[:1].strip() and after[0] not in ",.;:)" else ""
    return Edit(finding, Span(span.paragraph, start, end), whole[start:end], new)


def _worded(desk: Desk, text: RungText) -> str:
    """The short wording where every section it names is chosen and numbered; else the full one."""
    named = [gap.value for gap in placeholders(text.short) if gap.kind == "section"]
    return text.short if text.short and all(desk.sections.get(rule) for rule in named) else text.wording


def _is_shouted(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 20 and all(character.isupper() for character in letters)


def _overlap(one: Span, other: Span) -> bool:
    if one.paragraph != other.paragraph:
        return False
    return (one.start < other.end and other.start < one.end) or (one.start, one.end) == (other.start, other.end)


def _block(desk: Desk, hit: Hit) -> Replace | Insert:
    clause = desk.clause(hit.rule)
    return clause.insert[hit.block] if hit.kind == "insert" else clause.replace[hit.block]


def _insert(desk: Desk, hit: Hit) -> Insert:
    return desk.clause(hit.rule).insert[hit.block]
