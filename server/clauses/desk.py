"""What one drafting needs at hand, and where its new provisions go."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from server.clauses.annex_labels import AnnexLabels
from server.clauses.blocks import Amend, Placed, Replace
from server.clauses.choice import Choices
from server.clauses.citing import cite, cite_at
from server.clauses.clause import Clause
from server.clauses.definitions import defined_name
from server.clauses.findings import Group
from server.clauses.hits import Hit
from server.clauses.library import Library
from server.clauses.missing import place_of
from server.clauses.placement import Place, label_at
from server.clauses.provision import Numbers, bare_end, split_heading
from server.clauses.reach import Reach
from server.clauses.seats import seat_at, seat_of_hit
from server.clauses.survival import Survivor
from server.clauses.wording import Writer
from server.model import Contract


@dataclass(slots=True)
class Desk:
    """sections: for {section:RULE}, of what is chosen; survivors: the same for survival lists.

    labels, places: of each finding that adds a provision. annexes: the label of each finding's annex. chosen: ids of the findings that go
    into the document together.
    """

    reach: Reach
    library: Library
    writer: Writer
    values: Mapping[str, str]
    chosen: frozenset[str] = frozenset()
    choices: Choices = Choices()  # noqa: RUF009  (frozen)
    sections: dict[str, str] = field(default_factory=dict)
    survivors: dict[str, Survivor] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    annexes: dict[str, str] = field(default_factory=dict)

    @property
    def contract(self) -> Contract:
        return self.reach.view.contract

    def clause(self, rule: str) -> Clause:
        found = self.library.get(rule)
        assert found is not None
        return found

    def block(self, hit: Hit) -> Replace | Amend | Placed:
        return self.clause(hit.rule).block(hit.kind, hit.block)

    def placed(self, hit: Hit) -> Placed:
        """The block of a hit that adds a provision."""
        block = self.block(hit)
        assert isinstance(block, Placed)
        return block


def lay_out(desk: Desk, groups: Sequence[Group]) -> list[Group]:
    """The groups in writing order; new provisions get their numbers, the chosen ones first, so that theirs have no gaps."""
    for group in groups:
        leading = group.hits[0]
        if adds_provision(desk, leading):
            place = place_of(desk.contract, desk.placed(leading))
            if place is not None:
                desk.places[group.id] = place
        elif group.id in desk.chosen:
            at = group.anchor.paragraph
            _cite(desk, group, (label_at(desk.contract, at), cite_at(desk.contract, at)), "")
    new = sorted((group for group in groups if group.id in desk.places), key=lambda one: _writing_order(desk, one))
    numbers = Numbers(desk.contract)
    for group in new:
        label = numbers.label(desk.places[group.id])
        desk.labels[group.id] = label
        if group.id in desk.chosen:
            cited = cite(desk.contract, label, _parent(desk, desk.places[group.id]))
            _cite(desk, group, (bare_end(label), cited), heading_of(desk.placed(group.hits[0])))
    ordered = [*(group for group in groups if group.id not in desk.places), *new]
    _label_annexes(desk, ordered)
    return ordered


def _label_annexes(desk: Desk, groups: Sequence[Group]) -> None:
    """A label for each annex, in writing order, those that will come with the chosen findings first."""
    labels = AnnexLabels(desk.contract)
    for group in sorted(groups, key=lambda one: one.id not in desk.chosen or not _brings_annex(desk, one)):
        name = next((name for hit in group.hits if (name := desk.block(hit).annex)), "")
        if name:
            desk.annexes[group.id] = labels.label(name)


def _brings_annex(desk: Desk, group: Group) -> bool:
    rung = desk.choices.rungs.get(group.id, desk.choices.rung)
    return any(desk.block(hit).annex and desk.block(hit).nearest(rung).annex for hit in group.hits)


def adds_provision(desk: Desk, hit: Hit) -> bool:
    """Whether a hit's wording is a provision of its own (an annex may come without one)."""
    return hit.kind in ("insert", "append") and any(text.wording for text in desk.block(hit).rungs.values())


def heading_of(block: Placed) -> str:
    """The title of a new provision."""
    wording = block.nearest("preferred").wording
    return split_heading(wording, block.heading)[0] if wording else ""


def new_terms(desk: Desk, groups: Sequence[Group]) -> tuple[str, ...]:
    """The terms that the chosen findings define."""
    texts = (
        (rung.wording, rung.joined)
        for group in groups
        if group.id in desk.chosen
        for hit in group.hits
        for rung in desk.block(hit).rungs.values()
    )
    return tuple(dict.fromkeys(name for pair in texts for text in pair if (name := defined_name(text))))


def _writing_order(desk: Desk, group: Group) -> tuple[int, bool, int, int, str]:
    """What belongs to the section above comes before a new section at the same place."""
    place = desk.places[group.id]
    inner = len(seat_at(desk.contract, place))
    return place.after, group.id not in desk.chosen, -inner, place.rank, group.rules[0]


def _parent(desk: Desk, place: Place) -> int | None:
    return desk.contract.sections[place.row[-1]].parent if place.row else None


def _cite(desk: Desk, group: Group, numbers: tuple[str, str], heading: str) -> None:
    """How the contract cites what a chosen finding adds or edits: "3.4", or "3.4 (No AI Training)" where it adds headings.

    numbers: its own label, and how that is cited.
    """
    number, cited = numbers
    cites = sum(
        len(re.findall(r"\b(?:Section|Clause|clause|section|Article)s? \d[\d.]* \([A-Z]", p.text)) for p in desk.contract.paragraphs
    )
    chain = seat_of_hit(desk.contract, group.hits[0], desk.places.get(group.id))
    for rule in group.rules:
        desk.sections[rule] = f"{cited} ({heading})" if number and heading and cites > 1 else cited
        desk.survivors[rule] = Survivor(number, heading, chain)
