"""The shapes that go out over HTTP, as the API describes them; server/answers.py fills them."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import BaseModel

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Revisions(BaseModel):
    insertions: int
    deletions: int
    authors: list[str]


class Document(BaseModel):
    """signed, protected: whether it is; a note says what follows from it. file_stem: what files about it are called ("Client - MSA")."""

    sha256: str
    file_stem: str
    paragraphs: int
    words: int
    kind: str
    language: str
    jurisdiction: str
    revisions: Revisions
    comments: int
    signed: bool
    protected: bool


class Party(BaseModel):
    name: str
    short: list[str]
    role: Literal["contractor", "client", "other"]
    is_me: bool


class Term(BaseModel):
    name: str
    paragraph: int


class Section(BaseModel):
    label: str
    heading: str
    first: int
    last: int


class Topic(BaseModel):
    topic: str
    paragraph: int
    start: int
    end: int
    score: float
    flag: bool


class Law(BaseModel):
    text: str
    jurisdiction: str
    as_of: str


class Anchor(BaseModel):
    """start and end: code points of text, half-open."""

    story: str
    paragraph: int
    label: str
    start: int
    end: int
    text: str
    quote: str
    occurrence: int
    before: str
    after: str


class NewParagraph(BaseModel):
    """after: the paragraph that it follows; like: the one whose style and numbering it takes; lead: how many leading characters look
    as that one's lead-in does."""

    text: str
    level: int | None
    label: str
    after: int
    like: int
    lead: int


class Cell(BaseModel):
    table: int
    row: int
    column: int


class Paragraph(BaseModel):
    """lead: how many leading characters look unlike the rest; level: the list or heading level, from 0."""

    index: int
    story: str
    label: str
    text: str
    style: str
    level: int | None
    lead: int
    cell: Cell | None


class Step(BaseModel):
    op: Literal["keep", "delete", "insert"]
    text: str


class Edit(BaseModel):
    paragraph: int
    start: int
    end: int
    old: str
    new: str


class AnnexParagraph(BaseModel):
    text: str
    level: int | None
    label: str


class Annex(BaseModel):
    """An annex that comes with a proposal, on a page of its own behind the contract; a table's cells are paragraphs of their own."""

    name: str
    label: str
    title: str
    paragraphs: list[AnnexParagraph]


class Proposal(BaseModel):
    rung: Literal["preferred", "fallback", "floor"]
    action: Literal["replace", "delete", "insert", "comment"]
    text: str
    new_paragraphs: list[NewParagraph]
    annex: Annex | None
    diff: list[Step]
    edits: list[Edit]
    comment: str
    note: str
    parameters: list[str]


class Finding(BaseModel):
    id: str
    rule: str
    rules: list[str]
    category: str
    kind: Literal["replace", "insert", "amend", "append"]
    severity: Literal["critical", "high", "medium", "low"]
    priority: Literal["must", "should", "nice"]
    title: str
    why: str
    source: list[str]
    law: list[Law]
    requires: list[str]
    excludes: list[str]
    anchor: Anchor
    proposals: list[Proposal]


class Note(BaseModel):
    level: Literal["info", "warning"]
    message: str
    paragraph: int | None


class Review(BaseModel):
    document: Document
    parties: list[Party]
    terms: list[Term]
    sections: list[Section]
    topics: list[Topic]
    findings: list[Finding]
    notes: list[Note]
    paragraphs: list[Paragraph]


class Proof(BaseModel):
    rejects_to_original: bool
    accepts_to_intended: bool
    untouched_parts: bool
    differences: list[str]


class Skip(BaseModel):
    finding: str
    reason: str
    message: str


class Redline(BaseModel):
    """document: the marked DOCX, base64. Asked for without `Accept: application/json`, the answer is the DOCX itself."""

    model_config: ClassVar[Any] = {
        "openapi_extra": {
            "content": {DOCX: {"schema": {"type": "string", "format": "binary"}}},
            "headers": {"Redline-Proof": {"description": "The proof, as JSON.", "schema": {"type": "string"}}},
        }
    }

    document: str
    applied: list[str]
    skipped: list[Skip]
    proof: Proof


class Problem(BaseModel):
    type: str
    title: str
    status: int
    detail: str
    code: str
    hint: str


class Health(BaseModel):
    status: Literal["ok"]
    clauses: int
