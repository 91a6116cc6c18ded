"""A request's body, multipart or JSON, read as one of the shapes of requests.py; and how the API describes the two forms."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from typing import IO, Any

from flask import Request, request
from flask_openapi3.models.schema import Schema
from pydantic import BaseModel
from werkzeug.exceptions import UnsupportedMediaType

from server.web.problems import BadRequest
from server.web.requests import CleanRequest, MemoRequest, RedlineRequest, ReviewRequest, Shape, VerifyRequest, read_request

REFERENCE = "#/components/schemas/{model}"
REQUESTS = (ReviewRequest, RedlineRequest, MemoRequest, CleanRequest, VerifyRequest)
FILES = ("document", "original", "marked")
JSON_FIELDS = ("settings", "selections")


class InMemory(Request):
    """A request whose uploads stay in memory: Werkzeug's own would put a large one into a temporary file."""

    def _get_file_stream(self, *_: Any, **__: Any) -> IO[bytes]:
        return io.BytesIO()


def read_body(shape: type[Shape]) -> Shape:
    """The body of the current request. Raises BadRequest (a wrong field), or HTTP's 400 (no JSON) and 415 (neither form)."""
    if request.mimetype == "multipart/form-data":
        return read_request(shape, _multipart())
    if request.is_json:
        return read_request(shape, request.get_json())
    raise UnsupportedMediaType("The body is neither multipart/form-data nor JSON.")


def _multipart() -> dict[str, Any]:
    values: dict[str, Any] = dict(request.form.items())
    for name in JSON_FIELDS:
        if name in values:
            values[name] = _json_field(name, values[name])
    return values | {name: file.read() for name, file in request.files.items()}


def _json_field(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise BadRequest(f"{name}: not JSON", "In a multipart form, settings and selections are JSON.") from None


def describe_body(shape: type[BaseModel]) -> dict[str, Any]:
    """The OpenAPI request body: JSON by reference, and multipart with the documents as files."""
    schema = shape.model_json_schema(ref_template=REFERENCE)
    fields = {name: _binary() if name in FILES else field for name, field in schema["properties"].items() if name != "flat_opc"}
    form = {"type": "object", "properties": fields, "required": [name for name in fields if name in FILES], "additionalProperties": False}
    json_form = {"$ref": REFERENCE.format(model=shape.__name__)}
    return {"required": True, "content": {"multipart/form-data": {"schema": form}, "application/json": {"schema": json_form}}}


def _binary() -> dict[str, str]:
    return {"type": "string", "format": "binary"}


def describe_requests(shapes: Iterable[type[BaseModel]] = REQUESTS) -> dict[str, Schema]:
    """The request shapes as OpenAPI components, by name."""
    found: dict[str, Schema] = {}
    for shape in shapes:
        schema = shape.model_json_schema(ref_template=REFERENCE)
        definitions = schema.pop("$defs", {})
        found |= {name: Schema(**definition) for name, definition in definitions.items()}
        found[shape.__name__] = Schema(**schema)
    return found
