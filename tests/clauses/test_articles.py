import pytest

from server.clauses.articles import sounded


@pytest.mark.parametrize(
    ("before", "word", "after"),
    [
        ("under a ", "NDA", "under an "),
        ("under a ", "Order", "under an "),
        ("an ", "statement of work", "a "),
        ("a ", "SOW", "an "),
        ("a ", "unit", "a "),
        ("An ", "European", "A "),
        ("a ", "one-off", "a "),
        ("a ", "hourly", "an "),
        ("a ", "uninsured", "an "),
        ("a ", "8-day", "an "),
        ("a ", "80", "an "),
        ("a ", "100", "a "),
        ("a ", "UK", "a "),
        ("a ", "LLM", "an "),
    ],
)
def test_an_article_fits_the_sound_that_follows(before: str, word: str, after: str) -> None:
    assert sounded(before, word) == after


def test_words_that_are_no_article_stay() -> None:
    assert sounded("Panama ", "Order") == "Panama "
    assert sounded("exhibit a", "Order") == "exhibit a"
