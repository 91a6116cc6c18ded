import pytest

from server.clauses.series import grown, read_series, writes_serial_comma
from server.model import Contract, Paragraph, Style


def series(text: str, *members: str):  # type: ignore[no-untyped-def]
    places, at = [], 0
    for member in members:
        at = text.index(member, at)
        places.append((at, at + len(member)))
        at += len(member)
    return read_series(0, text, places)


@pytest.mark.parametrize(
    ("text", "members", "at", "becomes"),
    [
        ("3, 4 and 5", "345", 3, "3, 4, 5 and 9"),
        ("3, 4, and 5", "345", 3, "3, 4, 5, and 9"),
        ("3, 4 and 5", "345", 1, "3, 9, 4 and 5"),
        ("3, 4 and 5", "345", 2, "3, 4, 9 and 5"),
        ("3, 4 and 5", "345", 0, "9, 3, 4 and 5"),
        ("3 and 5", "35", 2, "3, 5, and 9"),
        ("3; 4; and 5", "345", 3, "3; 4; 5; and 9"),
        ("3, 4", "34", 2, "3, 4, 9"),
        ("5", "5", 1, "5 and 9"),
        ("3 through 5 and 7", "357", 2, "3 through 5, 7, and 9"),
        ("(a) x; (b) y; and (c) z", "xyz", 0, "9; (b) x; (c) y; and (d) z"),
        ("(a) x; (b) y; and (c) z", "xyz", 3, "x; (b) y; (c) z; and (d) 9"),
    ],
)
def test_a_member_goes_in_with_the_lists_own_commas_and_joints(text: str, members: str, at: int, becomes: str) -> None:
    assert grown(series(text, *members), "9", at, serial=True).words == becomes


def test_without_the_serial_comma_none_is_brought_in() -> None:
    assert grown(series("3 and 5", "3", "5"), "9", 2, serial=False).words == "3, 5 and 9"


def test_the_serial_comma_is_a_habit_of_the_contract_else_of_its_spelling() -> None:
    def habit(text: str, spelling: str = "us") -> bool:
        return writes_serial_comma(Contract((Paragraph(0, "body", text),), style=Style(spelling=spelling)))

    assert habit("books, pens, and ink", "uk") and not habit("books, pens and ink")
    assert habit("nothing") and not habit("nothing", "uk")
