"""host-word.js in a browser, with a Word that is played: what it writes is what the server would have written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from server import answers, review
from server.clauses import Library
from server.settings import Settings
from server.word import open_docx, read_paragraphs
from tests.browser.open_word import Open, OpenWord, word  # noqa: F401  (a fixture)
from tests.conftest import SHARED

CONTRACTS = sorted((SHARED / "corpus" / "contracts").glob("*.docx"))
STORIES = ("body", "cell")
INSERT = """async ({ findings, chosen, comments }) => {
  convertFindings(findings, () => "");
  const done = [], outcomes = [];
  for (const finding of findings) {
    const marking = markingOf(finding, comments);
    const outcome = await host.insert(rebase(marking, done));
    if (outcome.state === "inserted") done.push(marking);
    outcomes.push({ finding: finding.id, ...outcome });
  }
  return outcomes;
}"""


@pytest.fixture(scope="session")
def library() -> Library:
    return review.library()


def request(library: Library, *ids: str) -> review.Request:
    chosen = tuple(review.Selection(each) for each in ids) if ids else None
    return review.Request(library=library, signature=Settings().signature("Word User"), selections=chosen)


def propose(data: bytes, library: Library, *ids: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answers.proposed_json(review.propose(data, request(library, *ids)))["findings"]
    return found


def texts(data: bytes) -> list[str]:
    return [p.text for p in read_paragraphs(open_docx(data)) if p.story in STORIES]


def harness(word: Open, data: bytes, **options: Any) -> OpenWord:
    opened = word(data, "/harness", **options)
    opened.page.wait_for_function("window.ready")
    return opened


def insert(opened: OpenWord, findings: list[dict[str, Any]], comments: bool = False) -> list[dict[str, Any]]:
    outcomes: list[dict[str, Any]] = opened.ask(INSERT, {"findings": findings, "comments": comments})
    return outcomes


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda p: p.stem)
def test_all_findings_together_read_as_the_server_s_redline(word: Open, library: Library, path: Path) -> None:
    data = path.read_bytes()
    opened = harness(word, data)
    assert opened.texts("current") == texts(data)
    findings = propose(data, library)
    outcomes = insert(opened, findings)
    assert [each for each in outcomes if each["state"] != "inserted"] == []
    redlined = review.redline(data, request(library))
    assert opened.texts("current") == texts(redlined.data)
    assert opened.texts("rejected") == texts(data)
    assert opened.ask("fakeWord.sins") == []
    assert opened.ask("fakeWord.mode") == "Off"
