from server.clauses.rows import add_rows, rows_under
from server.model import Contract, Paragraph, Span
from tests.clauses.building import contract

LIST = ("1. Events. The following excuse delay:", "(a) war;", "(b) fire; and", "(c) flood.", "2. Law. Texas law applies to all of it.")


def test_a_lead_in_has_its_rows() -> None:
    assert rows_under(contract(*LIST), 0) == (1, 2, 3)


def test_a_new_row_takes_the_next_letter_and_the_lists_punctuation() -> None:
    growth = add_rows(contract(*LIST), (1, 2, 3), ["hail", "ice"])
    assert growth.edits == ((Span(2, 8, 13), ";"), (Span(3, 9, 10), ";"))
    assert [(after, row.text) for after, row in growth.rows] == [(3, "(d) hail; and"), (3, "(e) ice.")]


def test_automatic_numbers_are_counted_on_and_bullets_stay_bullets() -> None:
    def rows(label: str) -> list[tuple[str, str]]:
        read = Contract(tuple(Paragraph(n, "body", text, label) for n, text in enumerate(("war", "fire"))))
        return [(row.text, row.label) for _, row in add_rows(read, (0, 1), ["hail"]).rows]

    assert rows("(b)") == [("hail", "(c)")] and rows("•") == [("hail", "•")]
