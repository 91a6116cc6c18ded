import io
import zipfile

import docx as reader

from server import review
from tests.papers.building import JANE, memo


def words(data: bytes) -> str:
    document = reader.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_document_has_a_table_for_each_group_and_a_row_for_each_point() -> None:
    listed = memo()
    document = reader.Document(io.BytesIO(review.memo_document(listed, JANE)))
    assert [len(table.rows) - 1 for table in document.tables] == [len(issues) for _, issues in listed.groups]
    assert document.core_properties.author == "Jane Doe"


def test_struck_words_are_struck_through_and_new_ones_underlined() -> None:
    document = reader.Document(io.BytesIO(review.memo_document(memo(), JANE)))
    runs = [run for table in document.tables for row in table.rows[1:] for paragraph in row.cells[3].paragraphs for run in paragraph.runs]
    assert any(run.font.strike for run in runs) and any(run.font.underline for run in runs)


def test_no_private_word_is_in_the_bytes_of_the_shared_document() -> None:
    data = review.memo_document(memo(), JANE)
    parts = zipfile.ZipFile(io.BytesIO(data))
    everything = "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    private = memo(private=True)
    secrets = [
        text for issue in (*private.issues, *private.unmarked) if issue.aside for text in (issue.aside.why, issue.aside.note) if text
    ]
    assert secrets and not [secret for secret in secrets if secret.split("\n")[0] in everything]
    assert all(secret.split("\n")[0] in words(review.memo_document(private, JANE)) for secret in secrets)


def test_the_same_list_gives_the_same_bytes() -> None:
    assert review.memo_document(memo(), JANE) == review.memo_document(memo(), JANE)
