import pytest

from server.clauses.precedence import add_document, find_order
from server.model import Contract
from tests.clauses.building import contract


def longer(read: Contract, first: bool) -> str:
    order = find_order(read)
    assert order is not None
    growth = add_document(read, order, "the AI Addendum", first)
    texts = [paragraph.text for paragraph in read.paragraphs]
    for span, new in reversed(growth.edits):
        text = texts[span.paragraph]
        texts[span.paragraph] = text[: span.start] + new + text[span.end :]
    return "\n".join((*texts, *(row.text for _, row in growth.rows)))


def test_a_document_prevails_or_comes_last_in_a_line() -> None:
    read = contract("In case of conflict the order of precedence is (1) the Statement of Work; (2) this Agreement; and (3) the Policies.")
    assert longer(read, first=True).endswith("(1) the AI Addendum; (2) the Statement of Work; (3) this Agreement; and (4) the Policies.")
    assert longer(read, first=False).endswith("(2) this Agreement; (3) the Policies; and (4) the AI Addendum.")


def test_in_rows_no_number_changes() -> None:
    read = contract(
        "1. Order. The following order of precedence applies:", "(a) the Statement of Work;", "(b) this Agreement; and", "(c) the Policies."
    )
    assert longer(read, first=True).split("\n")[1] == "(a) the AI Addendum, followed by the Statement of Work;"
    assert longer(read, first=False).split("\n")[2:] == ["(b) this Agreement;", "(c) the Policies; and", "(d) the AI Addendum."]


@pytest.mark.parametrize(
    "line",
    [
        "If this Agreement and a Statement of Work leave a point open, the Client's decision shall prevail.",
        "Where this Agreement and any Statement of Work are unclear, the view of the Client will control.",
        "Where this Agreement and any Statement of Work conflict, Client prevails.",
    ],
)
def test_a_party_that_prevails_is_no_order_of_documents(line: str) -> None:
    assert find_order(contract(f"1. Conflicts. {line}")) is None


def test_a_document_that_prevails_is_an_order() -> None:
    line = "In a conflict between this Agreement and a Purchase Order, the terms of this Agreement shall control."
    assert find_order(contract(f"1. Conflicts. {line}")) is not None
