"""The API's routes: parse in, call review, describe out. No judgement here."""

from __future__ import annotations

import base64
import io
import json
from pathlib import PurePath
from typing import Any

from flask import Response, current_app, jsonify, request, send_file
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag

from server import answers, review
from server.clauses import Library
from server.settings import Settings
from server.web import schemas
from server.web.certificate_schemas import Certificate
from server.web.clause_schemas import ClauseList
from server.web.incoming import describe_body, read_body
from server.web.problems import MEDIA_TYPE
from server.web.requests import CleanRequest, MemoRequest, RedlineRequest, ReviewRequest, VerifyRequest
from server.web.wording_schemas import Wordings

PROBLEM: dict[str, Any] = {"content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
MEMO_TYPES = {"docx": schemas.DOCX, "md": "text/markdown", "csv": "text/csv", "txt": "text/plain"}
REFUSALS: dict[str | int, Any] = {status: dict(PROBLEM) for status in (400, 413, 415, 422, 500)}

api = APIBlueprint("api", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="contract", description="Read, mark and prove a contract")])


def library() -> Library:
    """The clauses this server was started with."""
    loaded: Library = current_app.extensions["library"]
    return loaded


def settings() -> Settings:
    chosen: Settings = current_app.extensions["settings"]
    return chosen


@api.post("/review", responses={200: schemas.Review, **REFUSALS}, openapi_extensions={"requestBody": describe_body(ReviewRequest)})
def review_contract() -> dict[str, Any]:
    """What the contract says, what would hurt you, and the wording we propose."""
    body = read_body(ReviewRequest)
    return answers.shown_review_json(review.review(body.data, me=body.me, library=library(), settings=body.settings))


@api.post(
    "/redline",
    responses={200: schemas.Redline, 409: dict(PROBLEM), **REFUSALS},
    openapi_extensions={"requestBody": describe_body(RedlineRequest)},
)
def redline_contract() -> Response:
    """The contract with the chosen wordings as tracked changes, proved. A DOCX, or JSON for `Accept: application/json`."""
    body = read_body(RedlineRequest)
    asked = _request_of(body)
    redlined = review.redline(body.data, asked)
    proof = answers.proof_json(redlined.proof)
    if request.accept_mimetypes.best_match([schemas.DOCX, "application/json"], default=schemas.DOCX) == "application/json":
        document = base64.b64encode(redlined.data).decode()
        answer = jsonify({"document": document, **answers.redline_json(redlined)})
    else:
        name = review.file_name(redlined.review.contract, "redline", asked.signature.date.date().isoformat(), ".docx")
        answer = _file(redlined.data, schemas.DOCX, name)
    answer.headers["Redline-Proof"] = json.dumps(proof)
    return answer


@api.post("/propose", responses={200: Wordings, **REFUSALS}, openapi_extensions={"requestBody": describe_body(RedlineRequest)})
def propose_wordings() -> dict[str, Any]:
    """The wordings of a selection, drafted for what is chosen together; nothing is marked."""
    body = read_body(RedlineRequest)
    return answers.proposed_json(review.propose(body.data, _request_of(body)))


def _request_of(body: RedlineRequest) -> review.Request:
    chosen = None
    if body.selections is not None:
        chosen = tuple(review.Selection(each.finding, each.rung, each.text, each.comment) for each in body.selections)
    return review.Request(
        library=library(),
        me=body.me,
        settings=body.settings,
        signature=settings().signature(body.author, body.date),
        comments=body.comments,
        selections=chosen,
    )


def _stem() -> str:
    """The uploaded file's name without its ending, "contract" where it has none."""
    sent = request.files.get("document")
    return (PurePath(sent.filename or "").stem if sent else "") or "contract"


@api.post("/verify", responses={200: schemas.Proof, **REFUSALS}, openapi_extensions={"requestBody": describe_body(VerifyRequest)})
def verify_redline() -> dict[str, Any]:
    """Whether rejecting the marked document's changes gives the original back, part for part."""
    body = read_body(VerifyRequest)
    return answers.proof_json(review.verify(body.original, body.marked, body.author))


@api.post("/certificate", responses={200: Certificate, **REFUSALS}, openapi_extensions={"requestBody": describe_body(VerifyRequest)})
def certify_redline() -> Response:
    """The restore certificate of a marked document: hashes, what was proved, how to repeat it. Text for `Accept: text/plain`."""
    body = read_body(VerifyRequest)
    proof = review.verify(body.original, body.marked, body.author)
    certificate = review.certify(body.original, body.marked, proof, body.author)
    if request.accept_mimetypes.best_match(["application/json", "text/plain"], default="application/json") == "text/plain":
        return Response(review.write_certificate(certificate), mimetype="text/plain")
    return jsonify(answers.certificate_json(certificate))


@api.post(
    "/memo",
    responses={200: {"content": {schemas.DOCX: {}, "text/markdown": {}, "text/csv": {}, "text/plain": {}}}, 409: dict(PROBLEM), **REFUSALS},
    openapi_extensions={"requestBody": describe_body(MemoRequest)},
)
def write_memo() -> Response:
    """The issues list of a redline: each point with its place, our change and the reason."""
    body = read_body(MemoRequest)
    asked = _request_of(body)
    redlined = review.redline(body.data, asked)
    listed = review.memo(redlined, asked.signature, body.private)
    what = "issues list private" if body.private else "issues list"
    name = review.file_name(redlined.review.contract, what, asked.signature.date.date().isoformat(), f".{body.format}")
    return _file(answers.memo_bytes(listed, f".{body.format}", asked.signature), MEMO_TYPES[body.format], name)


@api.post(
    "/clean",
    responses={200: {"content": {schemas.DOCX: {}}}, 409: dict(PROBLEM), **REFUSALS},
    openapi_extensions={"requestBody": describe_body(CleanRequest)},
)
def clean_contract() -> Response:
    """The document as it goes out: our changes accepted, our comments and the metadata gone."""
    body = read_body(CleanRequest)
    author = settings().signature(body.author).author
    cleaned = review.clean(body.document, review.Cleaning(author, body.accept_all, body.hide_names))
    return _file(cleaned.data, schemas.DOCX, f"{_stem()} clean.docx")


def _file(data: bytes, mimetype: str, name: str) -> Response:
    """A download; a name with other letters than ASCII in the form that browsers read (RFC 6266)."""
    return send_file(io.BytesIO(data), mimetype=mimetype, as_attachment=True, download_name=name, etag=False)


@api.get("/clauses", responses={200: ClauseList, 500: dict(PROBLEM)})
def list_clauses() -> dict[str, Any]:
    """The clause library, with the parameters its wordings ask for."""
    return answers.library_json(library())
