"""The command line as its user meets it: what is printed, what is written, which exit code."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from server.cli import main
from server.settings import Settings
from tests.docx_language import docx
from tests.doors import contract, write_clauses

ROOT = Path(__file__).resolve().parents[1]
DATE = ("--date", "2026-05-31T09:00:00Z")


class Ran:
    """One run: its exit code, what it printed."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> dict:  # type: ignore[type-arg]
        return json.loads(self.out)  # type: ignore[no-any-return]


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """run("review", FILE, ...) with a library of one clause."""
    clauses = write_clauses(tmp_path / "clauses")

    def once(*arguments: object, own: bool = True) -> Ran:
        words = [str(argument) for argument in arguments]
        if own and words[0] in {"review", "redline", "memo"}:
            words += ["--clauses-only", str(clauses)]
        capsys.readouterr()
        code = main(words, lambda _settings: None)
        return Ran(code, *capsys.readouterr())

    return once


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "contract.docx"
    path.write_bytes(contract())
    return path


def document(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


def words(path: Path) -> str:
    """Every word of the document, the deleted ones too."""
    return re.sub(r"<[^>]+>", "", document(path))


# ---------------------------------------------------------------- review
def test_a_review_names_the_finding_and_shows_the_change(run: Run, file: Path) -> None:
    ran = run("review", file)
    assert ran.code == 0
    assert "A warranty without an end" in ran.out
    assert "warranty of 30 days" in " ".join(ran.out.split())


def test_a_review_as_json_is_one_document_with_the_keys_of_the_interface(run: Run, file: Path) -> None:
    found = run("review", file, "--json").json
    assert list(found) == ["document", "parties", "terms", "sections", "topics", "findings", "notes"]
    assert found["document"]["paragraphs"] == 4


def test_offsets_of_an_anchor_are_code_points_of_its_paragraph(run: Run, file: Path) -> None:
    anchor = run("review", file, "--json").json["findings"][0]["anchor"]
    assert anchor["text"][anchor["start"] : anchor["end"]] == anchor["quote"] == "unlimited warranty"
    assert anchor["before"].startswith("1. Services.")


def test_a_diff_rebuilds_the_paragraph_and_its_proposal(run: Run, file: Path) -> None:
    finding = run("review", file, "--json").json["findings"][0]
    proposal = finding["proposals"][0]
    kept_and_deleted = "".join(step["text"] for step in proposal["diff"] if step["op"] != "insert")
    kept_and_inserted = "".join(step["text"] for step in proposal["diff"] if step["op"] != "delete")
    assert kept_and_deleted == finding["anchor"]["text"]
    assert kept_and_inserted == proposal["text"] == "2. Warranty. Contractor gives warranty of 30 days for the Services."


def test_me_may_be_any_name_of_my_side(run: Run, file: Path) -> None:
    for me in ("Contractor", "Jane Doe"):
        parties = run("review", file, "--me", me, "--json").json["parties"]
        assert [party["is_me"] for party in parties if "Contractor" in party["short"]] == [True]


# ---------------------------------------------------------------- redline
def test_a_redline_writes_a_proved_document(run: Run, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    ran = run("redline", file, "-o", out, "--author", "Ada L.", *DATE, "--json")
    assert ran.code == 0
    assert ran.json["applied"] and ran.json["skipped"] == []
    assert ran.json["proof"] == {"rejects_to_original": True, "accepts_to_intended": True, "untouched_parts": True, "differences": []}
    assert ran.json["output"] == str(out)
    assert 'w:author="Ada L."' in document(out)
    assert run("verify", file, out).code == 0


def test_the_same_run_with_a_date_gives_the_same_bytes(run: Run, file: Path, tmp_path: Path) -> None:
    outs = [tmp_path / "one.docx", tmp_path / "two.docx"]
    for out in outs:
        assert run("redline", file, "-o", out, *DATE).code == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_a_parameter_is_used_where_it_is_set(run: Run, file: Path, tmp_path: Path) -> None:
    assert run("redline", file, "-o", tmp_path / "out.docx", "--set", "warranty_days=90").code == 0
    assert "90 days" in words(tmp_path / "out.docx")


def test_the_named_rung_is_used(run: Run, file: Path, tmp_path: Path) -> None:
    for rung, expected in ("preferred", True), ("fallback", False), ("floor", False):
        out = tmp_path / f"{rung}.docx"
        assert run("redline", file, "-o", out, "--rung", rung).code == 0
        assert ("30 days" in words(out)) is expected


def test_without_comments_no_comments_part_is_written(run: Run, file: Path, tmp_path: Path) -> None:
    for flag, expected in ((), True), (("--no-comments",), False):
        out = tmp_path / f"{expected}.docx"
        assert run("redline", file, "-o", out, *flag).code == 0
        with zipfile.ZipFile(out) as archive:
            assert any("comments" in name for name in archive.namelist()) is expected


def test_a_single_finding_can_be_selected_by_its_id(run: Run, file: Path, tmp_path: Path) -> None:
    finding = run("review", file, "--json").json["findings"][0]["id"]
    ran = run("redline", file, "-o", tmp_path / "out.docx", "--select", finding, "--json")
    assert ran.json["applied"] == [finding]


def test_an_unknown_finding_is_wrong_use_and_nothing_is_written(run: Run, file: Path, tmp_path: Path) -> None:
    ran = run("redline", file, "-o", tmp_path / "out.docx", "--select", "nosuchid")
    assert ran.code == 2
    assert not (tmp_path / "out.docx").exists()


def test_nothing_marked_is_said_in_plain_words(run: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "harmless.docx", tmp_path / "out.docx"
    file.write_bytes(docx("1. Term. This Agreement lasts one year."))
    ran = run("redline", file, "-o", out)
    assert ran.code == 0
    assert "nothing was marked" in ran.err


# ---------------------------------------------------------------- files
def test_the_input_is_never_overwritten(run: Run, file: Path) -> None:
    before = file.read_bytes()
    ran = run("redline", file, "-o", file)
    assert ran.code == 2 and "is the input" in ran.err
    assert file.read_bytes() == before


def test_the_input_is_recognised_behind_a_link(run: Run, file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.docx"
    link.symlink_to(file)
    assert run("redline", file, "-o", link).code == 2


def test_a_missing_output_folder_is_named(run: Run, file: Path, tmp_path: Path) -> None:
    ran = run("redline", file, "-o", tmp_path / "none" / "out.docx")
    assert ran.code == 2 and str(tmp_path / "none") in ran.err


def test_an_existing_output_is_replaced_whole_and_nothing_is_left_beside_it(run: Run, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    out.write_bytes(b"old")
    assert run("redline", file, "-o", out).code == 0
    assert zipfile.is_zipfile(out)
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["contract.docx", "out.docx"]


def test_an_output_that_cannot_be_finished_leaves_the_old_one_and_nothing_else(
    run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    out = tmp_path / "out.docx"
    out.write_bytes(b"old")
    monkeypatch.setattr("os.fsync", full)
    ran = run("redline", file, "-o", out)
    assert ran.code == 2 and "No space left" in ran.err
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["contract.docx", "out.docx"]


# ---------------------------------------------------------------- verify
def test_a_document_changed_without_marks_is_not_proved(run: Run, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.docx"
    other.write_bytes(docx("Something else."))
    ran = run("verify", file, other, "--json")
    assert ran.code == 1
    assert ran.json["rejects_to_original"] is False
    assert ran.json["differences"]


# ---------------------------------------------------------------- clauses
def test_clauses_list_shows_the_ids(run: Run, tmp_path: Path) -> None:
    ran = run("clauses", "list", "--clauses-only", tmp_path / "clauses", "--json")
    assert [clause["id"] for clause in ran.json["clauses"]] == ["test/warranty"]
    assert ran.json["parameters"][0]["name"] == "warranty_days"


def test_a_wrong_clause_file_fails_the_check_and_names_file_and_key(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "wrong"
    write_clauses(folder)
    path = folder / "test" / "warranty.toml"
    path.write_text(path.read_text("utf-8").replace("severity", "sevrity"), "utf-8")
    ran = run("clauses", "check", folder)
    assert ran.code == 1
    assert "warranty.toml" in ran.err and "sevrity" in ran.err


def test_a_wrong_clause_file_in_a_review_is_wrong_use(run: Run, file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "wrong"
    folder.mkdir()
    (folder / "broken.toml").write_text("title = ", "utf-8")
    assert run("review", file, "--clauses-only", folder, own=False).code == 2


# ---------------------------------------------------------------- failures
def test_a_file_that_is_no_document_ends_with_three_and_one_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "note.docx"
    path.write_text("Only words.")
    ran = run("review", path)
    assert ran.code == 3
    assert ran.err.count("\n") == 1 and str(path) in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    "words",
    [
        ("nosuch",),
        ("review",),
        ("review", "missing.docx"),
        ("--nosuch",),
        ("redline", "missing.docx", "-o"),
        ("serve", "--port", "99999"),
        ("clauses",),
    ],
)
def test_wrong_use_ends_with_two_and_one_line_that_names_the_help(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words, own=False)
    assert ran.code == 2
    assert ran.err.count("\n") == 1 and ran.err.rstrip().endswith("--help.")


@pytest.mark.parametrize("option", [("--date", "yesterday"), ("--set", "nothing"), ("--rung", "softest")])
def test_a_wrong_value_names_its_option(run: Run, file: Path, tmp_path: Path, option: tuple[str, str]) -> None:
    ran = run("redline", file, "-o", tmp_path / "out.docx", *option)
    assert ran.code == 2 and option[0] in ran.err


def test_a_fault_of_ours_shows_its_place_and_no_words_of_the_contract(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("Contractor gives an unlimited warranty")

    monkeypatch.setattr("server.review.review", fail)
    ran = run("review", file)
    assert ran.code == 1
    assert "KeyError at test_cli.py:" in ran.err
    assert "warranty" not in ran.err and "Traceback" not in ran.err


# ---------------------------------------------------------------- serve
def served(words: list[str]) -> Settings:
    seen: list[Settings] = []
    assert main(words, seen.append) == 0
    return seen[0]


def test_without_a_command_it_serves_on_this_machine_only() -> None:
    settings = served([])
    assert (settings.host, settings.port, settings.http) == ("127.0.0.1", 8443, False)


def test_a_first_option_belongs_to_serve() -> None:
    assert served(["--port", "0", "--http"]).port == 0


def test_the_environment_stands_under_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDLINER_PORT", "9001")
    monkeypatch.setenv("REDLINER_HTTP", "true")
    assert (served([]).port, served([]).http) == (9001, True)
    assert served(["--port", "9002"]).port == 9002


def test_a_wrong_environment_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDLINER_PORT", "many")
    ran = run("serve")
    assert ran.code == 2 and "REDLINER_PORT" in ran.err


# ---------------------------------------------------------------- the program itself
def test_a_pipe_is_written_in_utf8_whatever_the_system_speaks(file: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "server", "review", str(file), "--json", "--clauses-only", str(write_clauses(tmp_path / "own"))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "latin-1"}, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "Zürich Labs GmbH" in done.stdout.decode("utf-8")


def test_a_review_does_not_load_the_web_framework(file: Path) -> None:
    code = "import sys; import server.cli; assert 'flask' not in sys.modules and 'cheroot' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60).returncode == 0


# ---------------------------------------------------------------- what goes out of the door
def test_a_folder_as_output_names_the_redline_as_lawyers_do(run: Run, file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert run("redline", file, "-o", folder, *DATE).code == 0
    assert [path.name for path in folder.iterdir()] == ["Zürich Labs GmbH - Agreement - redline 2026-05-31.docx"]


def test_a_redline_comes_with_its_certificate(run: Run, file: Path, tmp_path: Path) -> None:
    marked, text, data = tmp_path / "marked.docx", tmp_path / "proof.txt", tmp_path / "proof.json"
    assert run("redline", file, "-o", marked, "--author", "Jane", "--certificate", text, *DATE).code == 0
    assert text.read_text("utf-8").count("[yes]") == 3
    assert run("verify", file, marked, "--author", "Jane", "--certificate", data).code == 0
    assert json.loads(data.read_text("utf-8"))["marked_sha256"] in text.read_text("utf-8")


def test_a_clean_copy_has_no_change_of_ours_and_says_what_was_done(run: Run, file: Path, tmp_path: Path) -> None:
    marked, out = tmp_path / "marked.docx", tmp_path / "clean.docx"
    run("redline", file, "-o", marked, "--author", "Jane", *DATE)
    ran = run("clean", marked, "-o", out, "--author", "Jane")
    assert ran.code == 0 and "1 comments taken out" in ran.err
    assert b"w:ins" not in zipfile.ZipFile(out).read("word/document.xml")


def test_a_clean_copy_by_someone_who_changed_nothing_is_refused_and_nothing_written(run: Run, file: Path, tmp_path: Path) -> None:
    marked, out = tmp_path / "marked.docx", tmp_path / "clean.docx"
    run("redline", file, "-o", marked, "--author", "Jane", *DATE)
    ran = run("clean", marked, "-o", out, "--author", "John")
    assert ran.code != 0 and "'Jane'" in ran.err and not out.exists()


@pytest.mark.parametrize(
    ("ending", "start"), [(".docx", b"PK"), (".md", b"# Issues list"), (".csv", b"\xef\xbb\xbf"), (".txt", b"Subject: ")]
)
def test_the_issues_list_is_written_as_its_name_asks(run: Run, file: Path, tmp_path: Path, ending: str, start: bytes) -> None:
    out = tmp_path / f"list{ending}"
    assert run("memo", file, "-o", out, *DATE).code == 0
    assert out.read_bytes().startswith(start)


def test_an_issues_list_with_an_unknown_ending_is_a_usage_error(run: Run, file: Path, tmp_path: Path) -> None:
    ran = run("memo", file, "-o", tmp_path / "list.pdf")
    assert ran.code == 2 and ".docx, .md, .csv" in ran.err


def test_the_private_list_has_what_the_shared_one_has_not(run: Run, file: Path, tmp_path: Path) -> None:
    shared, private = tmp_path / "shared.md", tmp_path / "private.md"
    run("memo", file, "-o", shared, *DATE)
    run("memo", file, "-o", private, "--private", *DATE)
    assert "answer for the work for ever" in private.read_text("utf-8")
    assert "answer for the work for ever" not in shared.read_text("utf-8")


# ---------------------------------------------------------------- annexes
def test_an_annex_is_written_as_a_document_of_its_own(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "plan.docx"
    ran = run("annex", "milestone_schedule", "-o", out, *DATE)
    assert (ran.code, ran.out) == (0, "")
    assert "Exploratory data analysis and feasibility" in words(out)
    first = out.read_bytes()
    assert run("annex", "milestone_schedule", "-o", out, *DATE).code == 0
    assert out.read_bytes() == first


def test_an_annex_takes_the_names_of_the_contract_it_is_for(run: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "msa.docx", tmp_path / "dpa.docx"
    file.write_bytes(
        docx(
            'This Agreement is between Acme Inc. ("Customer") and Jane Roe ("Consultant").',
            "1. Work. Consultant advises Customer on its data.",
        )
    )
    ran = run("annex", "data_processing_agreement", "-o", out, "--for", file, "--json", *DATE)
    assert ran.json == {"annex": "data_processing_agreement", "output": str(out)}
    assert "Consultant shall process personal data only on Customer" in words(out)
    assert "Acme Inc." in words(out)


def test_an_unknown_annex_is_wrong_use(run: Run, tmp_path: Path) -> None:
    ran = run("annex", "nothing", "-o", tmp_path / "x.docx")
    assert ran.code == 2
    assert "There are: ai_training_addendum" in ran.err
    assert not (tmp_path / "x.docx").exists()


def test_the_contract_is_never_overwritten_by_its_annex(run: Run, file: Path) -> None:
    assert run("annex", "milestone_schedule", "-o", file, "--for", file).code == 2


# ---------------------------------------------------------------- manifest
def test_the_manifest_is_printed_for_the_address_given(run: Run) -> None:
    done = run("manifest", "--base-url", "https://redlines.example.com/")
    assert (done.code, done.err) == (0, "")
    assert 'DefaultValue="https://redlines.example.com/assets/icon-32.png"' in done.out
    assert "localhost" not in done.out


def test_the_manifest_is_written_where_asked(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "manifest.xml"
    done = run("manifest", "--base-url", "https://redlines.example.com", "-o", out)
    assert (done.code, done.out) == (0, "")
    assert "https://redlines.example.com/" in out.read_text("utf-8")


def test_an_address_that_office_would_not_load_from_is_wrong_use(run: Run) -> None:
    done = run("manifest", "--base-url", "http://localhost:8443")
    assert done.code == 2
    assert done.err.count("\n") == 1 and "https" in done.err
