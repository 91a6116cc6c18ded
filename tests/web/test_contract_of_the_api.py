"""The API keeps to its own description: requests made up from it get only the answers it names."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from flask_openapi3.openapi import OpenAPI
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

ROUTES = [
    ("POST", "/api/v1/review"),
    ("POST", "/api/v1/redline"),
    ("POST", "/api/v1/propose"),
    ("POST", "/api/v1/verify"),
    ("POST", "/api/v1/certificate"),
    ("POST", "/api/v1/memo"),
    ("POST", "/api/v1/clean"),
    ("GET", "/api/v1/clauses"),
    ("GET", "/healthz"),
    ("GET", "/metrics"),
]
POSTS = [path for method, path in ROUTES if method == "POST"]


@pytest.fixture
def description(app: OpenAPI) -> dict[str, Any]:
    answer: dict[str, Any] = app.test_client().get("/api/v1/openapi.json").get_json()
    return answer


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_answer_is_one_that_the_description_names(app: OpenAPI, method: str, path: str) -> None:
    # schemathesis' own pytest plugin does not know pytest 9.2; its strategies do the same work
    operation = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)[path][method]

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
    @given(case=operation.as_strategy())
    def answers_as_described(case: schemathesis.Case) -> None:
        # a made-up file of the right shape is still no contract
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    answers_as_described()


def test_the_description_is_openapi_3_1_and_names_every_route(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1")
    assert {(method.upper(), path) for path, methods in description["paths"].items() for method in methods} == set(ROUTES)


@pytest.mark.parametrize("path", POSTS)
def test_the_description_names_both_forms_of_a_document(description: dict[str, Any], path: str) -> None:
    assert set(description["paths"][path]["post"]["requestBody"]["content"]) == {"multipart/form-data", "application/json"}


@pytest.mark.parametrize("path", POSTS)
def test_every_failure_of_a_route_is_described_as_a_problem(description: dict[str, Any], path: str) -> None:
    answers = description["paths"][path]["post"]["responses"]
    for status in ("400", "413", "415", "422", "500"):
        assert list(answers[status]["content"]) == ["application/problem+json"]
