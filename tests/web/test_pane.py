"""The page and the documentation: what is served, and that a browser is told to load nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

ADDIN = Path(__file__).resolve().parents[2] / "addin"
PAGES = ["/", "/api/v1/docs"]
OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js"  # the one thing that Microsoft wants loaded from its own host


@pytest.mark.parametrize("page", PAGES)
def test_a_page_and_everything_it_names_are_served_from_here(client: FlaskClient, page: str) -> None:
    answer = client.get(page)
    assert answer.mimetype == "text/html"
    named = re.findall(r'(?:src|href)="([^"]+)"', answer.text)
    assert len(named) >= 3
    for address in named:
        if address == OFFICE:
            continue
        assert "//" not in address
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_no_inline_script_or_style(client: FlaskClient, page: str) -> None:
    text = client.get(page).text
    assert re.findall(r"<script(?![^>]*src=)", text) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=", text) == []


def test_every_script_is_served_as_a_script(client: FlaskClient) -> None:
    scripts = sorted((ADDIN / "js").glob("*.js"))
    assert scripts
    for script in scripts:
        assert client.get(f"/js/{script.name}").mimetype == "text/javascript"


def test_only_one_script_talks_to_the_server() -> None:
    talks = [
        script.name
        for script in (ADDIN / "js").glob("*.js")
        if re.search(r"\bfetch\(|XMLHttpRequest|sendBeacon", script.read_text("utf-8"))
    ]
    assert talks == ["api.js"]


def test_no_script_writes_markup() -> None:
    for script in (ADDIN / "js").glob("*.js"):
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", script.read_text("utf-8")), script.name


@pytest.mark.parametrize(
    "path", ["/js/../taskpane.html", "/js/%2e%2e/taskpane.html", "/js/..%2f..%2fREADME.md", "/assets/nothing.svg", "/README.md"]
)
def test_nothing_else_of_the_tree_is_served(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def policy_of(client: FlaskClient, path: str) -> dict[str, str]:
    header = client.get(path).headers["Content-Security-Policy"]
    return dict(each.strip().partition(" ")[::2] for each in header.split(";"))


@pytest.mark.parametrize("path", ["/", "/js/main.js", "/healthz", "/metrics", "/nothing", "/api/v1/clauses", "/api/v1/docs"])
def test_every_answer_carries_the_security_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert policy_of(client, path)["default-src"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "X-Frame-Options" not in headers


def test_the_pane_may_load_microsoft_s_script_and_otherwise_only_what_is_here(client: FlaskClient) -> None:
    policy = policy_of(client, "/")
    assert policy["script-src"].split() == ["'self'", "https://appsforoffice.microsoft.com", "https://ajax.aspnetcdn.com"]
    assert policy["connect-src"].split() == ["'self'", "https://appsforoffice.microsoft.com"]
    assert "unsafe-eval" not in str(policy) and "'unsafe-inline'" not in policy["script-src"]


def test_only_word_on_the_web_may_frame_the_pane(client: FlaskClient) -> None:
    frames = policy_of(client, "/")["frame-ancestors"].split()
    assert {"'self'", "https://*.officeapps.live.com", "https://*.sharepoint.com", "https://onedrive.live.com"} <= set(frames)
    assert policy_of(client, "/api/v1/docs")["frame-ancestors"] == "'none'"
    assert policy_of(client, "/api/v1/clauses")["frame-ancestors"] == "'none'"


def test_the_documentation_loads_nothing_from_elsewhere(client: FlaskClient) -> None:
    assert "http" not in str(policy_of(client, "/api/v1/docs"))


def test_answers_of_the_api_are_not_stored(client: FlaskClient) -> None:
    assert client.get("/api/v1/clauses").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/js/main.js", "/taskpane.css"])
def test_an_updated_pane_is_never_half_old(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["Cache-Control"] == "no-cache"
    assert client.get(path, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_word_may_keep_the_icons(client: FlaskClient) -> None:
    headers = client.get("/assets/icon.svg").headers
    assert headers["Cache-Control"] == "public, max-age=86400"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
