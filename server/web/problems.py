"""Every failure is an RFC 9457 problem document, and its status stands in one table. No contract text in any of them."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from server.answers import fault_place
from server.errors import (
    ClauseError,
    ContractError,
    EditError,
    Encrypted,
    NoSuchAuthor,
    NotADocx,
    ProofError,
    RedlineError,
    StrictOoxml,
    TooLarge,
    UnsafeContent,
    WordingError,
)

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"

# the most particular class of an error that stands here decides
STATUSES: dict[type[RedlineError], int] = {
    RedlineError: 500,
    ContractError: 422,
    NotADocx: 415,
    TooLarge: 413,
    Encrypted: 422,
    StrictOoxml: 422,
    UnsafeContent: 422,
    ClauseError: 500,
    WordingError: 422,
    EditError: 409,
    NoSuchAuthor: 409,
    ProofError: 500,
}

HINTS = {
    400: "Send multipart/form-data or JSON as /api/v1/docs describes.",
    404: "The API's addresses are listed in /api/v1/docs.",
    405: "See the Allow header, or /api/v1/docs.",
    413: "Send a smaller document, or raise REDLINER_MAX_REQUEST on the server.",
    415: "Send multipart/form-data with a .docx as `document`, or JSON.",
    500: "This is a fault of the program, not of your document. Nothing was changed.",
}


class BadRequest(RedlineError):
    """The request does not have the shape that the API describes."""

    code = "bad_request"


STATUSES[BadRequest] = 422


@dataclass(frozen=True, slots=True)
class Problem:
    """One failure, for a person (title, detail, hint) and for a program (status, code)."""

    status: int
    code: str
    detail: str
    hint: str = ""

    def as_json(self) -> dict[str, object]:
        title = HTTPStatus(self.status).phrase
        return {"type": "about:blank", "title": title, "status": self.status, "detail": self.detail, "code": self.code, "hint": self.hint}

    def response(self, headers: Iterable[tuple[str, str]] = ()) -> Response:
        answer = Response(json.dumps(self.as_json(), ensure_ascii=False), status=self.status, content_type=MEDIA_TYPE)
        answer.headers.extend(headers)
        return answer


def status_of(error: RedlineError) -> int:
    """The HTTP status of an error: that of its nearest class in STATUSES."""
    return next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES)


def answer_problems(app: Flask) -> None:
    """Register the handlers: our errors, HTTP's own (404, 405, 413, ...), and whatever nobody foresaw."""
    app.register_error_handler(RedlineError, _ours)
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(Exception, _unforeseen)


def _ours(error: RedlineError) -> Response:
    status = status_of(error)
    if status >= 500:
        log.error("%s on %s: %s", error.code, request.path, error.message)
    return Problem(status, error.code, error.message, error.hint).response()


def _of_http(error: HTTPException) -> Response:
    status = error.code or 500
    code = TooLarge.code if status == 413 else HTTPStatus(status).name.lower()
    kept = [(name, value) for name, value in error.get_headers() if name.lower() in {"allow", "location", "retry-after"}]
    if status < 400:
        return Response(status=status, headers=kept)
    if status == 413:
        _drain()
    return Problem(status, code, error.description or HTTPStatus(status).phrase, HINTS.get(status, "")).response(kept)


def _unforeseen(error: Exception) -> Response:
    log.error("%s on %s", fault_place(error), request.path)
    return Problem(500, "internal", "Something went wrong that we did not foresee.", HINTS[500]).response()


def _drain(most: int = 1 << 29) -> None:
    """Read and drop a body that was refused: a connection closed on unread bytes loses the answer on its way to the sender."""
    stream = request.environ["wsgi.input"]
    while most > 0 and (piece := stream.read(1 << 16)):
        most -= len(piece)
