"""The shape of a restore certificate over HTTP; server/answers fills it."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel


class Statement(BaseModel):
    statement: str
    holds: bool


class Certificate(BaseModel):
    """What was proved of a marked document. SHA-256 in hexadecimal; repeat: how anyone can prove it again. Also as text/plain."""

    model_config: ClassVar[Any] = {"openapi_extra": {"content": {"text/plain": {"schema": {"type": "string"}}}}}

    original_sha256: str
    marked_sha256: str
    author: str
    proved: list[Statement]
    differences: list[str]
    repeat: list[str]
