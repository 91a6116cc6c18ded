from __future__ import annotations

import pytest

from server.contract.style import read_style
from tests.contract.drafting import paragraphs


def test_curly_quotes_are_kept_curly() -> None:
    assert read_style(paragraphs("The Client’s “Fees”.")).quotes == "curly"
    assert read_style(paragraphs('The Client\'s "Fees".')).quotes == "straight"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("See Section 4 and Section 5, not clause 9.", "Section"),
        ("See clause 4.2 and clauses 5 and 6.", "clause"),
        ("See Article IV and Article V.", "Article"),
        ("See paragraph 3.", "paragraph"),
        ("SEE SECTION 8 AND SECTION 9.", "Section"),
        ("Nothing.", "Section"),
    ],
)
def test_the_word_for_a_provision_is_the_one_used_before_numbers(text: str, word: str) -> None:
    assert read_style(paragraphs(text)).provision == word


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        ("He shall pay. She shall go.", "shall"),
        ("He will pay. She will go. It shall rain.", "will"),
        ("He must pay.", "must"),
        ("", "shall"),
    ],
)
def test_duties_are_put_as_the_drafter_puts_them(text: str, duty: str) -> None:
    assert read_style(paragraphs(text)).duty == duty


def test_spelling_is_told_from_either_sides_words() -> None:
    assert read_style(paragraphs("The programme is organised under the laws of England and Wales.")).spelling == "uk"
    assert read_style(paragraphs("The program is organized under the laws of the State of Ohio.")).spelling == "us"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Under this Agreement the fee is due. This Agreement ends.", "this Agreement"),
        ("These Terms apply. Under these Terms you pay. These Terms end.", "these Terms"),
        ("THIS AGREEMENT is made. Under this agreement it ends. Under this agreement we pay.", "this agreement"),
        ("Under this letter you work. This letter ends.", "this letter"),
        ("Our freelance terms", "these terms"),
    ],
)
def test_the_document_is_called_what_it_calls_itself(text: str, said: str) -> None:
    assert read_style(paragraphs(text)).agreement.lower() == said.lower()


def test_terms_are_quoted_bold_or_plain_where_defined() -> None:
    assert read_style(paragraphs('"Fees" means money.')).term_look == "quoted"
    assert read_style(paragraphs("**Fees**: the money.", "**Term**: the years.")).term_look == "bold"
    assert read_style(paragraphs("Fees means the money.", "Services means the work.")).term_look == "plain"
