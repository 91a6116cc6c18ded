"""What goes out of the door with real contracts: the papers, the clean copy, the certificate."""

from __future__ import annotations

import csv
import io
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server import review
from server.model import Memo, Signature
from tests.shared_material import shared

JANE = Signature("Jane Doe", datetime(2026, 11, 22, tzinfo=UTC), "JD")
CONTRACTS = (
    "Docxodus__VP004-Legal-Contract",
    "Gemini-AI__Sample_NDA",
    "docx4j__docx4j_IndividualContributor",
    "open-agreements__common-paper-independent-contractor-agreement",
    "open-agreements__common-paper-one-way-nda",
    "open-agreements__common-paper-professional-services-agreement",
    "open-agreements__openagreements-confidentiality-invention-assignment-agreement",
    "open-agreements__openagreements-restrictive-covenant-california",
)


def text_of(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return data.decode("utf-8")
    archive = zipfile.ZipFile(io.BytesIO(data))
    return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def secrets(memo: Memo) -> set[str]:
    """What only our side may read: why, notes, the wordings of rungs that were not marked."""
    found = {text for issue in (*memo.issues, *memo.unmarked) if issue.aside for text in (issue.aside.why, *issue.aside.note.split("\n"))}
    return {text for text in found if text}


@pytest.mark.parametrize("name", CONTRACTS)
def test_no_private_word_leaves_with_any_outgoing_file(name: str, tmp_path: Path) -> None:
    original = shared("corpus", "contracts", f"{name}.docx").read_bytes()
    redlined = review.redline(original, review.Request(review.library(), JANE))
    outgoing, private = review.memo(redlined, JANE), review.memo(redlined, JANE, private=True)
    cleaned = review.clean(redlined.data, review.Cleaning(JANE.author)).data
    certificate = review.write_certificate(review.certify(original, redlined.data, redlined.proof, JANE.author)).encode()
    files = [redlined.data, cleaned, certificate, review.memo_document(outgoing, JANE), outgoing.email.encode()]
    files += [review.write_markdown(outgoing).encode(), review.write_csv(outgoing).encode()]
    hidden = secrets(private)
    assert len(hidden) >= len(private.issues)
    assert not [secret for data in files for secret in hidden if secret in text_of(data)]


@pytest.mark.slow
@pytest.mark.parametrize("name", CONTRACTS[3:4])
def test_the_table_opens_right_in_a_spreadsheet(name: str, tmp_path: Path) -> None:
    original = shared("corpus", "contracts", f"{name}.docx").read_bytes()
    memo = review.memo(review.redline(original, review.Request(review.library(), JANE)), JANE)
    (tmp_path / "list.csv").write_bytes(review.write_csv(memo).encode())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    filters = [
        "--infilter=CSV:44,34,76,1",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
        "--outdir",
        f"{tmp_path}/out",
    ]
    ran = subprocess.run(
        ["soffice", "--headless", profile, *filters, f"{tmp_path}/list.csv"], capture_output=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
    back = list(csv.reader((tmp_path / "out" / "list.csv").open(encoding="utf-8-sig", newline="")))
    sent = list(csv.reader(io.StringIO(review.write_csv(memo).removeprefix("\ufeff"), newline="")))
    assert [row[:7] for row in back[: len(memo.issues) + 1]] == sent[: len(memo.issues) + 1]
