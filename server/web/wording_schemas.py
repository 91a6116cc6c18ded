"""The shape of the wordings of a selection over HTTP; server/answers fills it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from server.web.schemas import Annex, Edit, Finding, NewParagraph, Proposal, Skip


class PlacedEdit(Edit):
    """The least words that change: old or new is "" where words only come or go. text: the whole paragraph that they lie in."""

    text: str


class PlacedParagraph(NewParagraph):
    """after_text, like_text: those paragraphs' texts."""

    after_text: str
    like_text: str


class PlacedAnnex(Annex):
    """flat_opc: the annex as Office's insertOoxml takes it, at the rung taken."""

    flat_opc: str | None


class Wording(Proposal):
    new_paragraphs: list[PlacedParagraph]  # type: ignore[assignment]  # the same, and more
    annex: PlacedAnnex | None
    edits: list[PlacedEdit]  # type: ignore[assignment]


class WordedFinding(Finding):
    """rung: the one taken; its proposal holds your own text and comment, where the selection gives them."""

    proposals: list[Wording]  # type: ignore[assignment]
    rung: Literal["preferred", "fallback", "floor"]


class Wordings(BaseModel):
    """What a selection would write. skipped: what does not go along with the rest, and why."""

    findings: list[WordedFinding]
    skipped: list[Skip]
