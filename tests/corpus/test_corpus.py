"""Every document of the public corpus, marked and put before the independent judge, LibreOffice and schema included.

Once with the built-in library, once with a clause that changes one word in every paragraph. What the judge reports although the redline is
right is named here file by file, with the reason; anything else fails.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from server.cli.run import main
from server.errors import ContractError
from server.review import Redlined, Request, library, redline, verify
from server.word import open_docx
from tests.conftest import SHARED, VALIDATOR
from tests.conftest import need as need_there
from tests.marking import ME
from tests.shared_material import shared as shared_material

pytestmark = pytest.mark.slow

FILES = sorted(path.relative_to(SHARED / "corpus").as_posix() for path in (SHARED / "corpus").glob("*/*.doc?")) or ["(no corpus)"]
REFUSED = {
    "bad/poi__bug53475-password-is-pass.docx",
    "bad/poi__truncated62886.docx",
    "nasty/Open-XML-SDK__customXmlDelRangeStart-Custom_XML_Markup_Deletion_Start-val-author-special-chars.docx",  # Strict OOXML
}
USABLE = [name for name in FILES if name not in REFUSED]
CLAUSES = Path(__file__).parent / "clauses"
STORIES = r"word/(footnotes|endnotes|header\d*|footer\d*)\.xml"
SKIPS = {"field_result", "locked_control", "unsupported"}

PANDOC_MARKS = "pandoc --track-changes=all text differs"
PANDOC_ACCEPT = "pandoc accept text differs from the oracle's own accept"
REJECT_ALL = "LibreOffice text after its reject-all differs from the original"
ACCEPT_ALL = "LibreOffice text after its accept-all differs from the oracle's accept"


# ---------------------------------------------------------------- the judge
@dataclass(frozen=True)
class Failure:
    """What the judge holds against a redline: kind is what it checked, diff the lines that differ (-expected, +got)."""

    kind: str
    diff: tuple[str, ...]

    @property
    def expected(self) -> str:
        return "\n".join(line[1:] for line in self.diff if line.startswith("-"))

    @property
    def got(self) -> str:
        return "\n".join(line[1:] for line in self.diff if line.startswith("+"))


def failures(original: Path, marked: Path) -> list[Failure]:
    program = shared_material("oracle", "check_redline.py")
    need_there(VALIDATOR.is_file(), f"the OOXML validator ({VALIDATOR}; set OOXML_VALIDATOR)")
    command = [sys.executable, str(program), str(original), str(marked), "--json", "--libreoffice", "--allow-part", STORIES]
    env = {**os.environ, "OOXML_VALIDATOR": str(VALIDATOR)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=env, check=False)
    report = json.loads(done.stdout)
    assert "failures" in report, report
    assert bool(report["failures"]) == bool(done.returncode)
    return [Failure(title, tuple(diff.splitlines())) for title, _, diff in (f["message"].partition(":\n") for f in report["failures"])]


# ---------------------------------------------------------------- what is no fault of the redline
def is_split_insertion(failure: Failure) -> bool:
    """Where our change splits another author's insertion in two, the judge joins the halves only where pandoc puts no space between.

    It shows the first dozen lines that differ; of those it got, each must be the expected one.
    """

    def joined(lines: list[str]) -> list[str]:
        return [re.sub(r"</([^<>]*)><\1>", "", line) for line in lines]

    expected, got = joined(failure.expected.splitlines()), joined(failure.got.splitlines())
    counts = re.findall(r"(?<=[-+])\d+(?:,\d+)?", failure.diff[0])
    return failure.kind == PANDOC_MARKS and counts[:1] == counts[1:] and bool(got) and expected[: len(got)] == got


def is_comment_end_lost(failure: Failure) -> bool:
    """pandoc does not show the end of a comment, nor a mark that is empty, where another comment stands inside the first."""

    def bare(text: str) -> str:
        return re.sub(r"<[^<>]*>", "", text)

    return failure.kind == PANDOC_MARKS and "<comment-end>" in failure.expected and bare(failure.expected) == bare(failure.got)


def are_rows_left_empty(failure: Failure) -> bool:
    """LibreOffice, rejecting all, empties the rows that another author inserted, but leaves them standing if anyone else changed a word there."""
    return failure.kind == REJECT_ALL and not failure.expected and not failure.got.strip()


def is_bullet_lost(failure: Failure) -> bool:
    """LibreOffice joins paragraphs that another author inserted one by one once they are interrupted, and then drops a bullet before them."""
    return failure.kind == REJECT_ALL and failure.expected.replace("    \u2022 ", "") == failure.got


def is_word_in_a_control(failure: Failure) -> bool:
    """LibreOffice does not settle changes in a content control that another author moved: both words stay, or with a comment none."""
    whole = "When you click Online Video."
    return failure.kind == REJECT_ALL and failure.expected == whole and failure.got in ("", whole.replace("Video", "Videochanged"))


def is_protected(failure: Failure) -> bool:
    """LibreOffice settles no change in a document protected for tracked changes; both words are seen."""
    return failure.kind in (REJECT_ALL, ACCEPT_ALL) or failure.kind == "revisions left after reject/accept all: 2/2"


FALSE_ALARMS: dict[str, tuple[Callable[[Failure], bool], ...]] = {
    "nasty/Docxodus__RP047-Inserted-and-Deleted-Paragraph-Mark.docx": (is_split_insertion,),
    "nasty/docx-editor__docx-editor-demo.docx": (is_split_insertion,),
    "nasty/poi__delins.docx": (is_split_insertion, is_bullet_lost),
    "nasty/Docxodus__RA001-Tracked-Revisions-01.docx": (are_rows_left_empty,),
    "nasty/Docxodus__RP018-MoveFrom-MoveTo-CC.docx": (is_word_in_a_control,),
    "nasty/Open-XML-SDK__Comment042.docx": (is_comment_end_lost,),
    "nasty/poi__documentProtection_trackedChanges_no_password.docx": (is_protected,),
}
# The judge fails these in this kind of check even when nothing was changed at all (looked up again each time).
FAIL_UNCHANGED = {
    "nasty/Docxodus__RA001-Tracked-Revisions-01.docx": {ACCEPT_ALL},
    "nasty/Docxodus__RP018-MoveFrom-MoveTo-CC.docx": {ACCEPT_ALL},
    "nasty/Docxodus__RP043-MERGEFORMAT-Field-Code.docx": {ACCEPT_ALL},
    "nasty/Open-XML-SDK__Comment042.docx": {PANDOC_ACCEPT, ACCEPT_ALL},
    "nasty/poi__delins.docx": {PANDOC_ACCEPT},
}


def held_against(name: str, original: Path, data: bytes, folder: Path) -> list[Failure]:
    """What the judge holds against a redline, false alarms left out."""
    marked = folder / "marked.docx"
    marked.write_bytes(data)
    found = [f for f in failures(original, marked) if not any(is_false(f) for is_false in FALSE_ALARMS.get(name, ()))]
    if found and name in FAIL_UNCHANGED:
        unchanged = {failure.kind for failure in failures(original, original)}
        assert unchanged == FAIL_UNCHANGED[name]
        found = [failure for failure in found if failure.kind not in unchanged]
    return found


def marked_by(name: str, only: tuple[Path, ...] = ()) -> tuple[Path, Redlined]:
    original = shared_material("corpus", *name.split("/"))
    return original, redline(original.read_bytes(), Request(library(only=only), ME, select="all"))


# ---------------------------------------------------------------- the tests
@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_document_that_cannot_be_used_is_refused_with_exit_code_3(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    original = shared_material("corpus", *name.split("/"))
    with pytest.raises(ContractError):
        open_docx(original.read_bytes())
    out = tmp_path / "out.docx"
    assert main(["redline", str(original), "-o", str(out), "--select", "all"], lambda _: None) == 3
    assert not out.exists()
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("name", USABLE)
def test_the_built_in_clauses_redline_it_and_the_judge_agrees(name: str, tmp_path: Path) -> None:
    original, made = marked_by(name)
    assert made.proof.holds
    if not made.applied:
        assert dict(open_docx(made.data).parts) == dict(open_docx(original.read_bytes()).parts)
        return
    assert verify(original.read_bytes(), made.data, ME.author).holds
    assert held_against(name, original, made.data, tmp_path) == []


@pytest.mark.parametrize("name", USABLE)
def test_one_word_of_every_paragraph_changes_and_the_judge_agrees(name: str, tmp_path: Path) -> None:
    original, made = marked_by(name, (CLAUSES,))
    assert made.proof.holds
    assert {skip.reason for skip in made.skipped} <= SKIPS
    if made.applied:
        assert held_against(name, original, made.data, tmp_path) == []


def test_of_all_words_in_the_corpus_95_in_100_can_be_changed() -> None:
    counts: Counter[str] = Counter()
    for name in USABLE:
        _, made = marked_by(name, (CLAUSES,))
        counts["applied"] += len(made.applied)
        counts.update(skip.reason for skip in made.skipped)
    assert counts["applied"] >= 2000
    assert counts["applied"] >= 0.95 * counts.total(), counts
    assert set(counts) <= SKIPS | {"applied"}
