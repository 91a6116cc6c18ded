"""host-word.js alone in the fake Word: what is put in, and what stands there then."""

from __future__ import annotations

from typing import Any

import pytest

from server import answers, review
from server.clauses import Library
from server.settings import Settings
from server.word import open_docx, read_paragraphs
from tests.browser.open_word import Open, OpenWord
from tests.contracts.whole import read_wholes

WHOLES = {whole.name: whole for whole in read_wholes()}
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
    return review.Request(library=library, signature=Settings().signature("Word User"), select="all", selections=chosen)


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


def refused(outcomes: list[dict[str, Any]]) -> dict[str, str]:
    return {each["finding"]: each["message"] for each in outcomes if each["state"] != "inserted"}


def assert_same_as_the_server(opened: OpenWord, data: bytes, redlined: bytes, annexed: bool = False) -> None:
    """Accepting all gives the same document, and so does rejecting ours; nothing was written past the tracking, nothing set on a paragraph.

    annexed: an annex is in; how many empty lines stand before and behind one is Word's own affair.
    """
    kept = (lambda found: [text for text in found if text]) if annexed else list
    assert kept(opened.texts("current")) == kept(texts(redlined))
    assert opened.texts("rejected") == texts(data)
    assert opened.ask("fakeWord.sins") == []
    assert opened.ask("fakeWord.mode") == "Off"


def annexes(finding: dict[str, Any]) -> list[str]:
    """The XML of the annex that comes with the wording taken; none where none does."""
    return [proposal["annex"]["flat_opc"] for proposal in finding["proposals"] if proposal["annex"] and proposal["rung"] == finding["rung"]]


def brings_annex(finding: dict[str, Any]) -> bool:
    return bool(annexes(finding))


WARRANTY = "2. Warranty. Contractor gives an unlimited warranty for the Services."


def change(text: str, old: str, new: str, **more: Any) -> dict[str, Any]:
    """A marking that changes one stretch of one paragraph."""
    start = text.index(old) if old else more.pop("at")
    edit = {"start": start, "end": start + len(old), "old": old, "new": new}
    intended = text[:start] + new + text[start + len(old) :]
    changed = {"paragraph": more.pop("hint", 0), "text": text, "intended": intended, "edits": [edit], "removed": False}
    place = {
        "paragraph": 0,
        "label": "2",
        "text": text,
        "start": start,
        "end": start + len(old),
        "quote": old,
        "occurrence": 0,
        "before": "",
        "after": "",
    }
    return {"finding": "f", "title": "A warranty", "changed": [changed], "added": [], "place": place, "comment": "", **more}


def addition(after: str, *paragraphs: str, **more: Any) -> dict[str, Any]:
    new = [{"text": text, "level": None, "label": "", "lead": more.get("lead", 0)} for text in paragraphs]
    added = {"after": 0, "afterText": after, "like": 0, "likeText": more.get("like", after), "paragraphs": new}
    return {**change(after, "", "", at=0), "changed": [], "added": [added]}


def put(opened: OpenWord, marking: dict[str, Any]) -> dict[str, Any]:
    outcome: dict[str, Any] = opened.ask("marking => host.insert(marking)", marking)
    return outcome


def words(opened: OpenWord, view: str = "current") -> list[str]:
    return [text for text in opened.texts(view) if text]


def nothing_happened(opened: OpenWord, *expected: str) -> None:
    assert words(opened) == list(expected or (WARRANTY,))
    assert opened.ask("fakeWord.writes") == 0
    assert opened.ask("fakeWord.mode") == "Off"
