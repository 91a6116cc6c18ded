"""The API: both forms of a request, every answer, every kind of failure."""

from __future__ import annotations

import base64
import io
import json
import logging
from typing import Any

import pytest
from flask.testing import FlaskClient
from flask_openapi3.openapi import OpenAPI
from werkzeug.test import TestResponse

from server.web import schemas
from server.web.clause_schemas import ClauseList
from server.web.wording_schemas import Wordings
from tests.doors import contract
from tests.web.conftest import LIMIT
from tests.word.test_flat_opc import flat

DATE = "2026-05-31T09:00:00Z"


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def upload(client: FlaskClient, path: str, accept: str = "*/*", **fields: Any) -> TestResponse:
    form = {"document": (io.BytesIO(contract()), "My contract.docx"), **fields}
    return client.post(f"/api/v1/{path}", data=form, headers={"Accept": accept})


def send(client: FlaskClient, path: str, **fields: Any) -> TestResponse:
    return client.post(f"/api/v1/{path}", json=fields, headers={"Accept": "application/json"})


def finding(client: FlaskClient) -> str:
    found: str = upload(client, "review").get_json()["findings"][0]["id"]
    return found


def assert_problem(answer: TestResponse, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.content_type == "application/problem+json"
    problem: dict[str, Any] = json.loads(answer.text)
    assert list(problem) == ["type", "title", "status", "detail", "code", "hint"]
    assert (problem["status"], problem["code"]) == (status, code)
    return problem


# ---------------------------------------------------------------- answers
def test_a_review_is_the_same_for_a_file_and_for_base64(client: FlaskClient) -> None:
    answers = [upload(client, "review"), send(client, "review", document=encoded(contract()))]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].get_json() == answers[1].get_json()
    assert answers[0].get_json()["findings"][0]["rule"] == "test/warranty"


def test_a_review_has_exactly_the_shape_that_the_api_describes(client: FlaskClient) -> None:
    answer = upload(client, "review").get_json()
    assert schemas.Review.model_validate(answer).model_dump() == answer


def test_word_s_own_flat_xml_is_read_too(client: FlaskClient) -> None:
    xml = flat().replace(" Grüße ", "2. Warranty. Contractor gives unlimited warranty.")
    answer = send(client, "review", flat_opc=xml)
    assert answer.status_code == 200, answer.text
    assert answer.get_json()["findings"][0]["anchor"]["quote"] == "unlimited warranty"


def test_a_redline_is_a_docx_with_its_proof_in_a_header(client: FlaskClient) -> None:
    answer = upload(client, "redline", date=DATE)
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == schemas.DOCX
    assert answer.data.startswith(b"PK")
    assert json.loads(answer.headers["Redline-Proof"])["rejects_to_original"] is True
    assert "Z%C3%BCrich%20Labs%20GmbH%20-%20Agreement%20-%20redline" in answer.headers["Content-Disposition"]


def test_a_redline_as_json_carries_the_same_document(client: FlaskClient) -> None:
    answer = upload(client, "redline", accept="application/json", date=DATE).get_json()
    assert schemas.Redline.model_validate(answer).model_dump() == answer
    assert base64.b64decode(answer["document"]) == upload(client, "redline", date=DATE).data
    assert answer["applied"] == [finding(client)]


def test_a_selection_takes_its_own_words_and_no_comment(client: FlaskClient) -> None:
    own = "2. Warranty. Contractor gives a fair warranty for the Services."
    chosen = [{"finding": finding(client), "text": own, "comment": False}]
    answer = send(client, "redline", document=encoded(contract()), date=DATE, selections=chosen).get_json()
    assert answer["applied"] == [finding(client)]
    again = send(client, "verify", original=encoded(contract()), marked=answer["document"], author="Test Author").get_json()
    assert again["rejects_to_original"] is True


def test_selections_in_a_form_are_json(client: FlaskClient) -> None:
    chosen = json.dumps([{"finding": finding(client), "rung": "floor"}])
    assert upload(client, "redline", accept="application/json", selections=chosen).get_json()["applied"] == [finding(client)]


def test_the_wordings_of_a_selection_are_proposed_as_they_would_be_written(client: FlaskClient) -> None:
    chosen = [{"finding": finding(client), "rung": "floor"}]
    answers = [
        upload(client, "propose", selections=json.dumps(chosen)),
        send(client, "propose", document=encoded(contract()), selections=chosen),
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    answer = answers[0].get_json()
    assert answer == answers[1].get_json() == Wordings.model_validate(answer).model_dump()
    assert [(each["id"], each["rung"]) for each in answer["findings"]] == [(finding(client), "floor")]


def test_a_finding_that_does_not_exist_cannot_be_chosen(client: FlaskClient) -> None:
    for path in ("propose", "redline"):
        answer = send(client, path, document=encoded(contract()), selections=[{"finding": "nothing"}])
        assert answer.status_code == 422


def test_an_empty_selection_marks_nothing(client: FlaskClient) -> None:
    answer = send(client, "redline", document=encoded(contract()), selections=[]).get_json()
    assert answer["applied"] == answer["skipped"] == []
    assert base64.b64decode(answer["document"]) == contract()


def test_settings_reach_the_wording_as_numbers_or_text(client: FlaskClient) -> None:
    for value in (45, "45"):
        answer = send(client, "review", document=encoded(contract()), settings={"warranty_days": value})
        assert "45 days" in answer.get_json()["findings"][0]["proposals"][0]["text"]


def test_two_documents_are_compared_in_both_forms(client: FlaskClient) -> None:
    marked = upload(client, "redline").data
    form = {"original": (io.BytesIO(contract()), "a.docx"), "marked": (io.BytesIO(marked), "b.docx")}
    answers = [client.post("/api/v1/verify", data=form), send(client, "verify", original=encoded(contract()), marked=encoded(marked))]
    for answer in answers:
        assert answer.status_code == 200, answer.text
        assert schemas.Proof.model_validate(answer.get_json()).rejects_to_original


def test_the_library_is_listed_with_its_parameters(client: FlaskClient) -> None:
    answer = client.get("/api/v1/clauses").get_json()
    assert ClauseList.model_validate(answer).model_dump() == answer
    assert answer["clauses"][0]["rungs"] == ["preferred", "floor"]
    assert answer["clauses"][0]["parameters"] == ["warranty_days"]
    assert answer["parameters"][0]["default"] == 30


def test_health_says_how_many_clauses_there_are(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok", "clauses": 1}


# ---------------------------------------------------------------- failures
def test_a_file_that_is_no_docx_is_an_unsupported_type(client: FlaskClient) -> None:
    problem = assert_problem(upload(client, "review", document=(io.BytesIO(b"Only words."), "a.docx")), 415, "not_a_docx")
    assert problem["hint"]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({}, "document"),
        ({"document": "no base64!"}, "document"),
        ({"document": "UEs=", "flat_opc": "<x/>"}, "flat_opc"),
        ({"document": "UEs=", "extra": 1}, "extra"),
        ({"document": "UEs=", "me": 5}, "me"),
    ],
)
def test_a_request_of_the_wrong_shape_names_the_field(client: FlaskClient, fields: dict[str, Any], named: str) -> None:
    assert named in assert_problem(send(client, "review", **fields), 422, "bad_request")["detail"]


@pytest.mark.parametrize("fields", [{"date": "soon"}, {"selections": [{"finding": "x", "rung": "softest"}]}, {"comments": "perhaps"}])
def test_a_redline_request_of_the_wrong_shape_is_refused(client: FlaskClient, fields: dict[str, Any]) -> None:
    assert_problem(send(client, "redline", document=encoded(contract()), **fields), 422, "bad_request")


def test_a_json_body_that_is_no_object_is_refused(client: FlaskClient) -> None:
    for body, status, code in (("[]", 422, "bad_request"), ("{", 400, "bad_request"), ("null", 422, "bad_request")):
        assert_problem(client.post("/api/v1/review", data=body, content_type="application/json"), status, code)


def test_a_form_field_that_should_be_json_is_named(client: FlaskClient) -> None:
    assert "settings" in assert_problem(upload(client, "review", settings="{"), 422, "bad_request")["detail"]


def test_neither_form_nor_json_is_an_unsupported_type(client: FlaskClient) -> None:
    assert_problem(client.post("/api/v1/review", data=b"PK", content_type="application/octet-stream"), 415, "unsupported_media_type")


def test_an_unknown_address_and_a_wrong_method_are_problems_too(client: FlaskClient) -> None:
    assert_problem(client.get("/api/v1/nothing"), 404, "not_found")
    answer = client.get("/api/v1/review")
    assert_problem(answer, 405, "method_not_allowed")
    assert "POST" in answer.headers["Allow"]


@pytest.mark.parametrize("path", ["/api/v1/review", "/", "/nothing"])
def test_a_request_over_the_limit_is_refused_everywhere(client: FlaskClient, path: str) -> None:
    assert_problem(client.post(path, data=b"x" * (LIMIT + 1), content_type="application/json"), 413, "too_large")


def test_a_fault_of_ours_says_nothing_of_the_contract(
    app: OpenAPI, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("Contractor gives unlimited warranty")

    monkeypatch.setattr("server.review.review", fail)
    caplog.set_level(logging.DEBUG)
    answer = upload(app.test_client(), "review")
    assert_problem(answer, 500, "internal")
    assert "KeyError at test_api.py" in caplog.text
    assert "warranty" not in answer.text and "warranty" not in caplog.text


def test_no_word_of_a_contract_enters_a_log(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    upload(client, "review")
    upload(client, "redline")
    upload(client, "review", document=(io.BytesIO(b"unlimited warranty"), "a.docx"))
    assert "warranty" not in caplog.text.replace("test/warranty", "")


# ---------------------------------------------------------------- what goes out of the door
def marked(client: FlaskClient) -> bytes:
    return base64.b64decode(send(client, "redline", document=encoded(contract()), date=DATE).get_json()["document"])


def test_a_marked_document_is_named_by_party_and_date(client: FlaskClient) -> None:
    answer = upload(client, "redline", date=DATE)
    assert "redline%202026-05-31.docx" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("md", b"# Issues list"), ("csv", b"\xef\xbb\xbf"), ("txt", b"Subject: ")])
def test_the_issues_list_comes_in_each_form(client: FlaskClient, form: str, start: bytes) -> None:
    answer = upload(client, "memo", format=form, date=DATE)
    assert answer.status_code == 200 and answer.data.startswith(start)
    assert f"issues%20list%202026-05-31.{form}" in answer.headers["Content-Disposition"]


def test_only_the_private_list_tells_why(client: FlaskClient) -> None:
    shared, private = (upload(client, "memo", format="md", private=private).get_data(as_text=True) for private in ("false", "true"))
    assert "for ever" in private and "for ever" not in shared


def test_a_clean_copy_has_no_change_left(client: FlaskClient) -> None:
    answer = client.post("/api/v1/clean", data={"document": (io.BytesIO(marked(client)), "marked.docx")})
    assert answer.status_code == 200 and 'filename="marked clean.docx"' in answer.headers["Content-Disposition"]
    review_of_it = send(client, "review", document=encoded(answer.data)).get_json()
    assert review_of_it["document"]["revisions"] == {"insertions": 0, "deletions": 0, "authors": []}


def test_a_clean_copy_by_someone_who_changed_nothing_is_a_conflict(client: FlaskClient) -> None:
    assert_problem(send(client, "clean", document=encoded(marked(client)), author="Nobody"), 409, "no_such_author")


def test_a_certificate_comes_as_json_and_as_text(client: FlaskClient) -> None:
    files = {"original": encoded(contract()), "marked": encoded(marked(client))}
    found = send(client, "certificate", **files).get_json()
    assert all(statement["holds"] for statement in found["proved"])
    text = client.post("/api/v1/certificate", json=files, headers={"Accept": "text/plain"}).text
    assert found["original_sha256"] in text and "[NO]" not in text
