import pytest

from server.clauses.labels import bare, next_label, suffixed


@pytest.mark.parametrize(
    ("label", "position", "following"),
    [
        ("8.2", 2, "8.3"),
        ("9", 9, "10"),
        ("12.", 12, "13."),
        ("(b)", 2, "(c)"),
        ("(iv)", 4, "(v)"),
        ("(i)", 9, "(j)"),
        ("(i)", 1, "(ii)"),
        ("Article IV", 4, "Article V"),
        ("(z)", 26, "(aa)"),
        ("§ 7", 7, "§ 8"),
        ("Article X", 3, "Article XI"),
        ("13.02", 2, "13.03"),
        ("", 1, ""),
    ],
)
def test_the_next_number_follows_the_contracts_own_way(label: str, position: int, following: str) -> None:
    assert next_label(label, position) == following


def test_a_number_squeezed_in_takes_the_first_free_letter() -> None:
    assert suffixed("8.2", {"8.2A"}) == "8.2B"
    assert suffixed("8.", set()) == "8A."
    assert suffixed("(b)", set()) == ""


def test_a_bare_label_has_no_word_and_no_point() -> None:
    assert [bare(label) for label in ("Article IV.", "Section 4", "8.2", "12.")] == ["IV", "4", "8.2", "12"]
