"""The blocks of a clause file: what it looks for, and the wording of each rung."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from server.clauses.placeholders import placeholders
from server.model import Rung

RUNGS: tuple[Rung, ...] = ("preferred", "fallback", "floor")


def _flow(text: str) -> str:
    """A wording may be broken over lines in the file: one paragraph is one line; a blank line starts another paragraph."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()) if part.strip())


def _check_placeholders(text: str) -> str:
    placeholders(text)
    return text


Flow = Annotated[str, AfterValidator(_flow)]
Wording = Annotated[str, AfterValidator(_flow), AfterValidator(_check_placeholders)]
ExampleText = Annotated[str, AfterValidator(lambda text: text.strip("\n"))]
Look = Literal["provisions", "definitions", "recitals", "headings"]


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


class RungText(Table):
    """One rung. wording: "" strikes. short: the wording where {section:RULE} in it can be filled. note: for me only.

    joined: the wording inside the section that the block `joins`. annex: whether the block's annex comes with this rung.
    """

    wording: Wording = ""
    short: Wording = ""
    joined: Wording = ""
    comment: Wording = ""
    note: Wording = ""
    annex: bool = True


class Laddered(Table):
    """Something with up to three rungs, mildest last. annex: the name of the annex that comes with its wording, "" for none."""

    preferred: RungText | None = None
    fallback: RungText | None = None
    floor: RungText | None = None
    annex: str = ""

    @model_validator(mode="after")
    def _has_a_rung(self) -> Laddered:
        if not self.rungs:
            raise ValueError("needs a wording: at least one of preferred, fallback, floor")
        return self

    @property
    def rungs(self) -> dict[Rung, RungText]:
        """The rungs there are, preferred first."""
        found: dict[Rung, RungText] = {}
        for name in RUNGS:
            text = getattr(self, name)
            if text is not None:
                found[name] = text
        return found

    def nearest(self, rung: Rung) -> RungText:
        """The named rung, else the nearest milder one, else the mildest there is."""
        later = [self.rungs[name] for name in RUNGS[RUNGS.index(rung) :] if name in self.rungs]
        return later[0] if later else list(self.rungs.values())[-1]


class Example(Table):
    """A contract in a few lines. parties: me, them. becomes: what the preferred rung makes of it. beside: rules chosen with this one."""

    text: ExampleText
    becomes: ExampleText | None = None
    why: Flow = ""
    parties: tuple[str, str] = ("Contractor", "Client")
    kind: str = ""
    beside: tuple[str, ...] = ()


class Replace(Laddered):
    """Words that should not be there.

    also: what must stand in the same stretch, each of them, before or after. look_in: where it looks; by default in provisions, for
    scope "match" also in definitions and headings. present: this protection anywhere in the contract: nothing is found. along: no
    finding of its own, changed along with this clause's other findings. over, under: for `limit`, the bound ("12 months",
    "{param:longest}"). counterpart, across: for `one_sided`, what makes it mutual anywhere in the contract or in the same section.
    otherwise: counts only in sentences where no other block of the clause has anything to say: broad patterns after the precise ones.
    longest: stretches of more characters than this are passed over, 0 for none.
    """

    find: Literal["phrase", "limit", "one_sided"] = "phrase"
    over: str = ""
    under: str = ""
    counterpart: tuple[str, ...] = ()
    across: Literal["contract", "section"] = "contract"
    within: Literal["sentence", "paragraph", "section"] = "sentence"
    any: tuple[str, ...] = Field(min_length=1)
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    scope: Literal["match", "sentence", "paragraph", "item"] = "sentence"
    look_in: tuple[Look, ...] | None = None
    along: bool = False
    otherwise: bool = False
    longest: int = 0
    risky: tuple[Example, ...] = ()
    safe: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _fits_its_detector(self) -> Replace:
        if (self.find == "limit") != bool(self.over or self.under) or (self.over and self.under):
            raise ValueError('find = "limit" needs one bound, over = "12 months" or under = "30 days"; other detectors take none')
        if self.find != "one_sided" and (self.counterpart or self.across != "contract"):
            raise ValueError('`counterpart` and `across` belong to find = "one_sided"')
        return self


class When(Table):
    """What warrants an addition: every key given must hold; `all` by each of its members, the others by one.

    found: clauses of which one has something to say here; `any` and `all` are then asked of the paragraphs where it has.
    """

    found: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()  # no governing law among these

    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()


class Addition(Laddered):
    """Words that should be there. present: this protection, however worded. unless: what makes it unwarranted."""

    present: tuple[str, ...] = ()
    when: When = When()
    unless: tuple[str, ...] = ()
    lacking: tuple[Example, ...] = ()
    held: tuple[Example, ...] = ()


class Placed(Addition):
    """A provision of its own. heading: its title. place: where it goes, tried in order."""

    place: tuple[str, ...] = ("end",)
    heading: Flow = ""

    @model_validator(mode="after")
    def _places_exist(self) -> Placed:
        for place in self.place:
            kind, _, topic = place.partition(":")
            if place not in ("end", "definitions") and (kind not in ("sub-clause of", "after") or not topic.strip()):
                raise ValueError(f'place "{place}" is none of "sub-clause of:TOPIC", "after:TOPIC", "definitions", "end"')
        return self


class Insert(Placed):
    """A new provision. joins: the rule whose new section takes these words in where both are missing; turn: the order in which."""

    joins: str = ""
    turn: int = 0


class Amend(Addition):
    """An existing list or definition is extended. of: the terms whose definition is extended; without, a new one is added.

    at: which end of a list that ranks its members.
    """

    list: Literal["survival", "force_majeure", "definitions", "order_of_precedence"]
    of: tuple[str, ...] = ()
    at: Literal["first", "last"] = "last"

    @model_validator(mode="after")
    def _fits_its_list(self) -> Amend:
        if self.of and self.list != "definitions":
            raise ValueError('`of` belongs to list = "definitions"')
        if self.at == "first" and self.list != "order_of_precedence":
            raise ValueError('`at` belongs to list = "order_of_precedence"')
        return self


class Append(Placed):
    """An annex. annex: the name of a document under clause_replacements/annexes/. A wording, if any, refers to it in the contract."""

    annex: str = Field(min_length=1)
