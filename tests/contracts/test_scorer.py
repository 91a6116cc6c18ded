from pathlib import Path

import pytest

from server.clauses import Library, load_library
from tests.contracts.scorer import figures, main, report, score
from tests.contracts.whole import read_wholes

CLAUSES = {
    "dogs/bite": """
title = "Biting"
[[replace]]
any = ['''{them} may (?P<here>bite)''']
scope = "match"
[replace.preferred]
wording = "bark"
""",
    "dogs/muzzle": """
title = "No muzzle"
[[insert]]
present = ['''muzzle''']
[insert.preferred]
wording = "Dogs are muzzled."
""",
}
CONTRACT = """= AGREEMENT ABOUT DOGS

This Agreement is made between Ada Ltd ("Keeper") and Bob Inc. ("Owner").

# **Dogs.**

## Owner may bite at noon.

## Owner may growl and snarl at every one who passes by.

| Day | Owner may bite |

# **Law.** Texas law governs this Agreement.
"""
LABELS = """held_out: {held_out}
me: "Keeper"
risks:
  3: [dogs/bite]
  4: [dogs/bite]
missing: {missing}
protective:
  5: [dogs/bite]
acceptable:
  paragraphs:
    6: [dogs/bite]
  missing: []
"""


@pytest.fixture
def clauses(tmp_path: Path) -> Library:
    for rule, text in CLAUSES.items():
        path = tmp_path / "clauses" / f"{rule}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_library(only=[tmp_path / "clauses"])


def write(folder: Path, name: str = "one", missing: str = "[dogs/muzzle]", held_out: str = "false") -> Path:
    (folder / "contracts" / name).mkdir(parents=True)
    (folder / "contracts" / name / "contract.md").write_text(CONTRACT, encoding="utf-8")
    (folder / "contracts" / name / "labels.yaml").write_text(LABELS.format(missing=missing, held_out=held_out), encoding="utf-8")
    return folder / "contracts"


def test_blocks_become_paragraphs_with_numbers_and_a_row_many(tmp_path: Path) -> None:
    (whole,) = read_wholes(write(tmp_path))
    assert len(whole.blocks) == 7
    assert whole.block_of == (0, 1, 2, 3, 4, 5, 5, 6)


def test_each_row_is_right_missed_or_false(tmp_path: Path, clauses: Library) -> None:
    total = score(read_wholes(write(tmp_path)), clauses)
    assert [(mark.place, mark.verdict) for mark in total.words] == [(3, "right"), (4, "missed"), (5, "false")]
    assert [(mark.row, mark.verdict) for mark in total.missing] == [("dogs/muzzle", "right")]
    assert (total.recall, total.precision, total.missing_recall, total.false_insertions) == (0.5, 0.5, 1.0, 0.0)
    assert (total.flagged, total.protective, total.flagged_in_ten) == (1, 1, 10.0)


def test_an_insertion_nobody_labelled_is_false(tmp_path: Path, clauses: Library) -> None:
    total = score(read_wholes(write(tmp_path, missing="[]")), clauses)
    assert total.unlabelled == 1.0 and total.false_insertions == 1.0


def test_only_the_rows_asked_for_count(tmp_path: Path, clauses: Library) -> None:
    total = score(read_wholes(write(tmp_path)), clauses, lambda row: row == "dogs/muzzle")
    assert total.words == [] and total.recall == 1.0 and total.flagged == 0


def test_what_is_held_out_is_apart_and_not_opened(tmp_path: Path) -> None:
    folder = write(tmp_path, held_out="true")
    (folder / "one" / "contract.md").unlink()
    assert read_wholes(folder) == ()
    assert [whole.name for whole in read_wholes(folder, held_out=True)] == ["one"]


def test_the_report_shows_each_miss_with_its_paragraph(tmp_path: Path, clauses: Library, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path)
    text = report(score(read_wholes(folder), clauses), "all")
    assert "one 4 dogs/bite: ## Owner may growl" in text and figures(score(read_wholes(folder), clauses))[0] in text
    assert main(["--contracts", str(folder), "--clauses-only", str(tmp_path / "clauses"), "--rows", "dogs/m"]) == 0
    assert "dogs/bite" not in capsys.readouterr().out
