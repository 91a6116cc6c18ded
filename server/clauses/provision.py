"""A new provision set like its neighbours: number, heading, lead-in, in one paragraph or two."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from server.clauses.labels import bare, next_label, suffixed
from server.clauses.operative import within
from server.clauses.placement import Place, is_typed, is_whole_heading
from server.model import Contract, NewParagraph, Section

_BETWEEN = re.compile(r"[.:]?[\s\u00a0]*(?:[\u2013\u2014-][\s\u00a0]*)?")
_AFTER_LABEL = re.compile(r"[.):]*[\s\u00a0]*")
_TITLE = re.compile(r"((?:[A-Z][\w-]*)(?: (?:[A-Z][\w-]*|of|for|to|and|on|in|or|the|by|with|from)){0,6})\.\s+(?=[A-Z“\"{])")

_TRIES = 100


@dataclass(frozen=True, slots=True)
class Title:
    """The words before a provision's text. typed: a number that the contract types, with what follows it; "" where Word numbers."""

    label: str
    typed: str
    heading: str
    lead_in: str


def split_heading(wording: str, heading: str) -> tuple[str, tuple[str, ...]]:
    """The heading (given, or the wording's own first words "Licence Back. ...") and the paragraphs after it."""
    paragraphs = [part.strip() for part in wording.split("\n\n") if part.strip()]
    if not heading:
        own = _TITLE.match(paragraphs[0])
        if own:
            heading, paragraphs[0] = own.group(1), paragraphs[0][own.end() :]
        elif len(paragraphs) > 1 and len(paragraphs[0]) < 80 and not re.search(r"[.;:]$", paragraphs[0]):
            heading, paragraphs = paragraphs[0], paragraphs[1:]
    return heading, tuple(paragraphs)


class Numbers:
    """Gives out the numbers of new provisions, each once, in the order asked."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._given: dict[tuple[int, int], list[str]] = {}
        own = (section for n, section in enumerate(contract.sections) if "." in section.label.rstrip(".") and within(contract, n))
        self._taken = {section.label for section in own}

    def label(self, place: Place) -> str:
        """The number that the next provision at a place will show; "" where provisions have none."""
        if place.model is None:
            return ""
        row = [self._contract.sections[n].label for n in place.row]
        given = self._given.setdefault((place.after, place.row[-1] if place.row else -1), [])
        last = given[-1] if given else row[-1]
        if not last:
            return ""
        taken = self._taken | self._beside(place)
        label = suffixed(row[-1], taken) if place.suffix else next_label(last, len(row) + len(given))
        if is_typed(self._contract, self._contract.sections[place.row[-1]]):
            label = _first_free(label, len(row) + len(given), taken)
        given.append(label)
        self._taken.add(label)
        return label

    def _beside(self, place: Place) -> set[str]:
        """The numbers of the row's own neighbours: "(c)" in another section is not taken here."""
        parents = {self._contract.sections[n].parent for n in place.row}
        return {section.label for section in self._contract.sections if section.label and section.parent in parents}


def _first_free(label: str, position: int, taken: set[str]) -> str:
    """The label, or the first after it that no provision bears; a letter behind the last number where none is free."""
    free = label
    for step in range(1, _TRIES):
        if free not in taken:
            return free
        free = next_label(free, position + step)
    return suffixed(label, taken)


def set_provision(contract: Contract, place: Place, label: str, heading: str, bodies: tuple[str, ...]) -> tuple[NewParagraph, ...]:
    """The new paragraphs at a place, in the look of the provision they stand beside."""
    if place.model is None:
        return tuple(NewParagraph(body, "", contract.paragraphs[place.like].level, place.like) for body in bodies)
    model = contract.sections[place.model]
    if stands_alone(contract, place, heading):
        return _under_heading(contract, model, _title(contract, model, label, heading), bodies)
    title = _title(contract, model, label, heading)
    level = contract.paragraphs[model.first].level
    first = NewParagraph(title.typed + title.lead_in + bodies[0], bare_end(label), level, model.first, _lead(contract, model, title))
    return (first, *(NewParagraph(body, "", level, model.first) for body in bodies[1:]))


def stands_alone(contract: Contract, place: Place, heading: str) -> bool:
    """Whether a new provision gets a heading line of its own, with its text in paragraphs below."""
    return bool(heading) and place.model is not None and is_whole_heading(contract, contract.sections[place.model])


def bare_end(label: str) -> str:
    """A label as shown beside the text: without a closing point."""
    return label.rstrip(".")


def _title(contract: Contract, model: Section, label: str, heading: str) -> Title:
    text = contract.paragraphs[model.first].text[model.start :]
    typed = ""
    after = 0
    if is_typed(contract, model) and label:
        at = text.index(model.label)
        after = at + len(_typed_gap(contract, model)) + len(model.label)
        typed = text[:at] + label + _usual_gap(contract, model)
    lead_in = ""
    if model.heading and heading:
        heading = heading.upper() if _shouts(contract, model) else heading
        found = text.find(model.heading, after)
        between = _BETWEEN.match(text, found + len(model.heading)) if found >= 0 else None
        lead_in = heading + (between.group() if between and between.group().strip() else ". ")
    return Title(label, typed, heading, lead_in if not is_whole_heading(contract, model) else "")


def _shouts(contract: Contract, model: Section) -> bool:
    """Whether headings are in capitals here: the model's and most of its neighbours'; "AI" alone is no such heading."""
    beside = [s.heading for s in contract.sections if s.parent == model.parent and s.heading and s.kind == model.kind]
    return model.heading.isupper() and 2 * sum(heading.isupper() for heading in beside) > len(beside)


def _typed_gap(contract: Contract, section: Section) -> str:
    """What stands between a typed number and the text: ". ", a tab; "" where the text follows at once."""
    text = contract.paragraphs[section.first].text[section.start :]
    gap = _AFTER_LABEL.match(text, text.index(section.label) + len(section.label))
    return gap.group() if gap else ""


def _usual_gap(contract: Contract, model: Section) -> str:
    """The model's gap after its number; where it has no space, that of its neighbours, without one a space."""
    gap = _typed_gap(contract, model)
    if re.search(r"\s", gap):
        return gap
    beside = (s for s in contract.sections if s.parent == model.parent and s.kind == "provision" and is_typed(contract, s))
    spaced = Counter(other for s in beside if re.search(r"\s", other := _typed_gap(contract, s)))
    return max(spaced, key=lambda other: spaced[other]) if spaced else f"{gap} "


def _lead(contract: Contract, model: Section, title: Title) -> int:
    """How much of the new line looks unlike the rest: as much as of the model's line (number, heading, closing mark)."""
    paragraph = contract.paragraphs[model.first]
    if not paragraph.lead or not title.lead_in or model.start:
        return 0
    found = paragraph.text.find(model.heading)
    if found < 0 or paragraph.lead < found + len(model.heading):
        return 0
    beyond = paragraph.lead - found - len(model.heading)
    return len(title.typed) + min(len(title.heading) + beyond, len(title.lead_in))


def _under_heading(contract: Contract, model: Section, title: Title, bodies: tuple[str, ...]) -> tuple[NewParagraph, ...]:
    """A heading on its own line, and the text below it as the model has it: numbered sub-clauses, or plain paragraphs."""
    line = contract.paragraphs[model.first]
    text = title.typed + title.heading
    if line.text.rstrip().endswith((".", ":")):
        text += line.text.rstrip()[-1]
    head = NewParagraph(text, bare_end(title.label), line.level, model.first, len(text) if line.lead else 0)
    index = contract.sections.index(model)
    inner = next((s for s in contract.sections if s.parent == index and s.first > model.first and s.kind == "provision"), None)
    if inner is None or not inner.label or not bare(title.label):
        like = _text_below(contract, model)
        return (head, *(NewParagraph(body, "", contract.paragraphs[like].level, like) for body in bodies))
    return (head, *(_numbered(contract, inner, title.label, number, body) for number, body in enumerate(bodies, 1)))


def _numbered(contract: Contract, inner: Section, parent: str, number: int, body: str) -> NewParagraph:
    like = contract.paragraphs[inner.first]
    label = (
        f"{bare(parent)}.{number}"
        if re.fullmatch(r"\d+(?:\.\d+)+\.?", inner.label)
        else inner.label
        if number == 1
        else next_label(inner.label, number)
    )
    typed = ""
    if is_typed(contract, inner):
        gap = _AFTER_LABEL.match(like.text, like.text.index(inner.label) + len(inner.label))
        typed = label + (gap.group() if gap else " ")
    return NewParagraph(typed + body, bare_end(label), like.level, inner.first)


def _text_below(contract: Contract, model: Section) -> int:
    numbers = range(model.first + 1, model.last + 1)
    return next((n for n in numbers if len(contract.paragraphs[n].text.strip()) > 40 and not contract.paragraphs[n].label), model.first)
