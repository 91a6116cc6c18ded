import pytest

from server.clauses.jurisdictions import fits
from server.model import Contract


@pytest.mark.parametrize(
    ("jurisdiction", "law", "fit"),
    [
        ("England and Wales", "the laws of England and Wales", True),
        ("England and Wales", "Scotland", False),
        ("United States", "the State of Delaware", True),
        ("United States", "Ontario", False),
        ("California", "California", True),
        ("California", "New York", False),
        ("European Union", "German law, Germany", True),
        ("UK", "English law", True),
        ("any", "", True),
        ("United States", "", False),
    ],
)
def test_law_is_shown_only_where_it_applies(jurisdiction: str, law: str, fit: bool) -> None:
    assert fits(jurisdiction, Contract((), jurisdiction=law)) is fit
