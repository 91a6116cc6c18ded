"""The figures: requests counted by the program's own routes, nothing of a contract among them."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.doors import contract
from tests.web.test_api import send


def figures(client: FlaskClient) -> str:
    answer = client.get("/metrics")
    assert answer.mimetype == "text/plain"
    return answer.text


def count(text: str, *labels: str) -> float:
    return sum(
        float(line.rpartition(" ")[2])
        for line in text.splitlines()
        if line.startswith("redliner_requests_total") and all(each in line for each in labels)
    )


def test_requests_are_counted_by_route_and_status(client: FlaskClient) -> None:
    before = figures(client)
    client.get("/healthz")
    send(client, "review", document="!")
    after = figures(client)
    assert count(after, 'route="/healthz"', 'status="200"') == count(before, 'route="/healthz"', 'status="200"') + 1
    assert count(after, 'route="/api/v1/review"', 'status="422"') == count(before, 'route="/api/v1/review"', 'status="422"') + 1
    assert 'redliner_request_seconds_count{route="/api/v1/review"}' in after


def test_an_address_that_was_asked_for_is_not_written_down(client: FlaskClient) -> None:
    client.get("/assets/Contract-with-Acme.docx")
    client.get("/Contract-with-Acme.docx")
    text = figures(client)
    assert "Acme" not in text
    assert contract()[:4].decode() not in text
