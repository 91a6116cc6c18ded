import pytest

from server.clauses.citing import cite, cite_at
from server.clauses.wording import Gaps, Writer
from server.model import Contract
from tests.clauses.building import contract

LINES = (
    "ARTICLE VI. FEES",
    "The Client shall pay the Contractor for the work as set out here.",
    "ARTICLE VII. TERM",
    "Section 7.1 Length. The Contractor shall work for a year, and shall:",
    "(a) attend;",
    "(b) report.",
)


@pytest.fixture
def articles() -> Contract:
    return contract(*LINES)


def test_an_article_is_cited_by_its_own_word(articles: Contract) -> None:
    assert cite_at(articles, 1) == "Article VI"
    assert cite(articles, "ARTICLE VIII", None) == "Article VIII"


def test_a_list_item_is_cited_after_its_section(articles: Contract) -> None:
    assert cite_at(articles, 5) == "7.1(b)"


def test_a_place_without_a_number_is_cited_by_nothing() -> None:
    assert cite_at(contract("The Client shall pay.", "The Contractor shall work."), 1) == ""


def test_no_second_word_stands_before_an_article() -> None:
    read = contract("The Client shall pay the Contractor.")
    gaps = Gaps(sections={"a/b": "Article VII", "a/c": "8.1"})
    writer = Writer(read, {})
    assert writer.write("breach of Section {section:a/b} or Section {section:a/c}", gaps) == "Breach of Article VII or Section 8.1"
