from __future__ import annotations

import pytest

from server.contract.sections import read_sections
from server.contract.terms import find_terms
from server.model import Term
from tests.contract.drafting import paragraphs


def terms(*lines: str) -> dict[str, Term]:
    text = paragraphs(*lines)
    return {term.name: term for term in find_terms(text, read_sections(text))}


def meaning(name: str, *lines: str) -> str:
    span = terms(*lines)[name].meaning
    return paragraphs(*lines)[span.paragraph].text[span.start : span.end]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('"Fees" means the sums in Schedule 1.', "Fees"),
        ("1.4 “Work Product” shall mean all results.", "Work Product"),
        ("‘Client Data’ means data of the Client.", "Client Data"),
        ('"Fees" has the meaning set out in clause 4.', "Fees"),
        ('The Client shall pay the sums in Schedule 1 (the "Fees").', "Fees"),
        ('It licenses all trade names (collectively, the "Marks").', "Marks"),
        ('The report is hereinafter called the "Report".', "Report"),
        ('Each order (each, an "Order") is binding.', "Order"),
    ],
)
def test_terms_are_found_however_they_are_defined(line: str, name: str) -> None:
    assert terms(line)[name].defined == "here"


def test_two_names_for_one_thing_are_two_terms_with_one_meaning() -> None:
    found = terms('"Statement of Work" or "SOW" means a written order.')
    assert found["Statement of Work"].meaning == found["SOW"].meaning


def test_a_bold_term_needs_no_quotes() -> None:
    assert "Fees" in terms("1. Definitions", "**Fees**: the sums in Schedule 1.")
    assert "Fees" in terms("**Fees** means the sums in Schedule 1.")


def test_a_list_of_definitions_needs_neither_quotes_nor_bold() -> None:
    assert {"Services", "Holding Company"} <= set(
        terms("1. Definitions", "Services: the services in Schedule 1.", "Holding Company has the meaning given in the Companies Act.")
    )


def test_a_table_of_definitions_is_read() -> None:
    text = (*paragraphs("1. Definitions", "| Fees | the sums in Schedule 1 |", "| Term | two years |"),)
    assert {term.name for term in find_terms(text, read_sections(text))} == {"Fees", "Term"}


def test_a_cover_table_defines_nothing() -> None:
    assert terms("| Customer | Acme Ltd |", "| Fees | £5 |") == {}


@pytest.mark.parametrize(
    "line",
    ['"Deliverables" has the meaning given in the Master Services Agreement.', '"Personal Data" has the meaning given to it in the GDPR.'],
)
def test_a_meaning_may_stand_in_another_document(line: str) -> None:
    assert [term.defined for term in terms(line).values()] == ["elsewhere"]


def test_a_capitalised_word_used_but_never_defined_is_told() -> None:
    found = terms("It delivers the Deliverables. It owns the Deliverables until paid.", "It tests the Deliverables once.")
    assert found["Deliverables"].defined == "nowhere"


def test_a_blanket_clause_sends_undefined_words_elsewhere() -> None:
    found = terms(
        "Capitalized terms have the meanings given in the Master Agreement.",
        "It delivers the Deliverables, owns the Deliverables and tests the Deliverables.",
    )
    assert found["Deliverables"].defined == "elsewhere"


def test_names_places_and_single_uses_are_no_terms() -> None:
    assert terms("We met in Paris and then in Paris again, later in Paris.", "It came on the Monday.", "She used the Gadget.") == {}


def test_a_quotation_is_no_term() -> None:
    assert terms('He said "stop it now" and left.') == {}


def test_the_meaning_runs_to_the_end_of_the_entry() -> None:
    assert (
        meaning("Fees", '1.2 "Fees" means the sums in Schedule 1. They exclude VAT.')
        == '"Fees" means the sums in Schedule 1. They exclude VAT.'
    )


def test_the_meaning_of_a_parenthesis_is_its_sentence_so_far() -> None:
    assert (
        meaning("Fees", 'It works. The Client pays the sums due (the "Fees") monthly.').strip()
        == 'The Client pays the sums due (the "Fees")'
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('They are each referred to as a "Party" and collectively as the "Parties".', ["Party", "Parties"]),
        ('The term "Affiliate" as used herein with respect to any person means a company it controls.', ["Affiliate"]),
        ('"Promote" and "Promoting," when used as a verb, means to advertise.', ["Promote", "Promoting"]),
        ('The price (for example, "500 shares of Stock") is due.', []),
        ('The fees are in Schedule "6". "Security Requirements" means the rules in Schedule "5".', ["Security Requirements"]),
    ],
)
def test_definitions_are_found_in_the_forms_contracts_give_them(text: str, names: list[str]) -> None:
    assert [term.name for term in find_terms(paragraphs(text), ())] == names


def test_places_people_and_first_words_are_no_undefined_terms() -> None:
    lines = [
        "he lives in Madrid, and Madrid is far; so Madrid it is.",
        "so Tarek came, and Tarek went, and Tarek slept.",
        "1, The x, The y, The z.",
    ]
    assert find_terms(paragraphs(*lines), ()) == ()


def test_a_hyphenated_word_is_no_term_of_its_own() -> None:
    assert [
        term.name for term in find_terms(paragraphs("uses the Third-Party code, the Third-Party tools and the Third-Party data."), ())
    ] == []
