"""The shapes that come in over HTTP: checked here and nowhere else."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError, WithJsonSchema, model_validator

from server.web.problems import BadRequest

Shape = TypeVar("Shape", bound=BaseModel)
Rung = Literal["preferred", "fallback", "floor"]
Short = Annotated[str, StringConstraints(max_length=200)]


def _bytes_of(value: Any) -> Any:
    """The bytes of a file: as they are (multipart), or base64 (JSON)."""
    if not isinstance(value, str):
        return value
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("not base64") from error


def _as_text(value: Any) -> Any:
    """A parameter as the clauses know it, text; JSON's numbers and switches are welcome."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value


Docx = Annotated[bytes, BeforeValidator(_bytes_of), WithJsonSchema({"type": "string", "contentEncoding": "base64"})]
Setting = Annotated[
    str, BeforeValidator(_as_text), WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "number"}, {"type": "boolean"}]})
]


class Incoming(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ReviewRequest(Incoming):
    """A contract, as `document` (a DOCX) or as `flat_opc` (the XML of Word's body.getOoxml), never both.

    me: any name the contract gives your side; settings: the clauses' parameters by name.
    """

    document: Docx | None = None
    flat_opc: str | None = None
    me: Short = ""
    settings: dict[str, Setting] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_of_two(self) -> ReviewRequest:
        if (self.document is None) == (self.flat_opc is None):
            raise ValueError("give either document or flat_opc")
        return self

    @property
    def data(self) -> bytes:
        """The bytes of the contract, in whichever form it came."""
        return self.document if self.document is not None else (self.flat_opc or "").encode()


class SelectionRequest(Incoming):
    """One finding to mark. rung: which wording; text: your own instead; comment: your own, or false for none."""

    finding: Short
    rung: Rung | None = None
    text: str | None = None
    comment: str | Literal[False] | None = None


class RedlineRequest(ReviewRequest):
    """author and date stand on every tracked change (date: ISO 8601, UTC where it names no zone; now if left out).

    selections: what to mark; left out, the musts and shoulds are marked with their preferred wording.
    """

    author: Short = ""
    date: datetime | None = None
    comments: bool = True
    selections: list[SelectionRequest] | None = None


class MemoRequest(RedlineRequest):
    """As a redline; format says how the issues list is written: docx, md, csv, or txt for the covering message alone.

    private: with the notes and rungs that only our side may read.
    """

    format: Literal["docx", "md", "csv", "txt"] = "docx"
    private: bool = False


class CleanRequest(Incoming):
    """A marked DOCX. author: whose changes are accepted and whose comments go; left out, the server's own author.

    accept_all: earlier authors' changes are accepted, too; hide_names: those who stay become "Author".
    """

    document: Docx
    author: Short = ""
    accept_all: bool = False
    hide_names: bool = False


class VerifyRequest(Incoming):
    """Two DOCX. author: count only this author's changes as ours; left out, whatever the marked document adds."""

    original: Docx
    marked: Docx
    author: Short = ""


def read_request(shape: type[Shape], values: Any) -> Shape:
    """The values as that shape. Raises BadRequest that names the field, never its content."""
    try:
        return shape.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        message = first["msg"].removeprefix("Value error, ")
        raise BadRequest(f"{field}: {message}" if field else message, "The shape is described in /api/v1/docs.") from None
