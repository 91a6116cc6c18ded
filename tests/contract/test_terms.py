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


@pytest.mark.parametrize(
    ("lines", "here", "elsewhere"),
    [
        (['The "Services" are those in Schedule 1.'], ["Services"], []),
        (["Client will pay the amounts in Annex A (the “Fees”)."], ["Fees"], []),
        (["“Net Sales” has the meaning set forth on Exhibit B."], ["Net Sales"], []),
        (['The parties are each a "Party" and together the "Parties."'], ["Party", "Parties"], []),
        (['“Event Date(s)” and the event (the "Event Date(s)") are in June.'], ["Event Date(s)"], []),
        (['"Install Completed" occurs when the browser opens.'], ["Install Completed"], []),
        (["1. Definitions", '1.1 "Products":', "(a) lenses; and", "(b) frames."], ["Products"], []),
        (
            ["1. Definitions", '1.1 "Master Services Agreement" the agreement between the parties of 2 May.'],
            ["Master Services Agreement"],
            [],
        ),
        (
            [
                "These terms apply to each booking by Galah Pty Ltd (Agency) of the person named (Contractor). The Agency pays the Contractor. The Agency and the Contractor agree. Agency, Contractor."
            ],
            ["Agency", "Contractor"],
            [],
        ),
        (["**Confidential Information** means anything marked so."], ["Confidential Information"], []),
        (["1. Definitions", "**Fees**: the sums in Schedule 1."], ["Fees"], []),
        (["1. Definitions", "Business Day – a day other than a Saturday or Sunday."], ["Business Day"], []),
        (
            ["1. Definitions", "| Term | Meaning |", "| Fees | the sums in Schedule 1 |", "| Work | the work in Schedule 2 |"],
            ["Fees", "Work"],
            [],
        ),
        (["“Deliverables”, “Results” and “Work Product” mean what is made."], ["Deliverables", "Results", "Work Product"], []),
        (
            ['"Personal Data", "Controller" and "Processor" have the meanings given in the GDPR.'],
            [],
            ["Personal Data", "Controller", "Processor"],
        ),
        (
            [
                "Terms not defined here have the meanings in the MCA. The Deliverables are due. Payment for the Deliverables follows; the Deliverables are final. All Deliverables count, and the Deliverables too."
            ],
            [],
            ["Deliverables"],
        ),
        (["‘Client Data’ means data of the Client."], ["Client Data"], []),
        (["In this agreement: Background IP means what a party owned before; Work means the work."], ["Background IP", "Work"], []),
        (["«Services» means the services."], ["Services"], []),
        (["„Works“ means the works."], ["Works"], []),
        (
            [
                "The model (hereinafter referred to as the Model) is owned by us. The Model is ours, and the Model stays so; a Model is a Model."
            ],
            ["Model"],
            [],
        ),
        (["Acme will train a model (hereafter: the “Model”)."], ["Model"], []),
        (["The term “Affiliate” shall mean any company under common control."], ["Affiliate"], []),
        (["As used herein, “Losses” means all losses."], ["Losses"], []),
        (["“Acceptance Test(s)” means the tests in Annex 2."], ["Acceptance Test(s)"], []),
        (["API Calls: requests to the service. “Overage” is use beyond the limit."], ["Overage"], []),
        (["He said “never again” and left. The so-called “cloud” is meant."], [], []),
        (["The words “include” and “including” are not limiting."], [], []),
        (["“AI System” means any system as defined in Article 3 of the AI Act."], [], ["AI System"]),
        (["“Confidential Information” shall have the meaning ascribed thereto in the NDA."], [], ["Confidential Information"]),
        (["The fee (“Fee”) and expenses (“Expenses”; together “Charges”) are due."], ["Fee", "Expenses", "Charges"], []),
        (["Fees (as defined below) are due. “Fees” means the sums."], ["Fees"], []),
        (['"Intellectual Property Rights" or "IPR" means patents and copyright.'], ["Intellectual Property Rights", "IPR"], []),
        (["the Effective Date (as such term is defined in the Master Agreement)"], [], ["Effective Date"]),
        (["Start Date: 3 May 2026. Please bring “Form A” along."], [], []),
    ],
)
def test_terms_in_the_ways_of_many_drafters(lines: list[str], here: list[str], elsewhere: list[str]) -> None:
    text = paragraphs(*lines)
    found = find_terms(text, read_sections(text))
    assert sorted(term.name for term in found if term.defined == "here") == sorted(here)
    assert sorted(term.name for term in found if term.defined == "elsewhere") == sorted(elsewhere)


def test_a_title_in_brackets_behind_a_number_is_no_term() -> None:
    text = paragraphs("Section 5 (Payment Terms) applies. The Payment Terms are short. These Payment Terms survive.")
    assert [term.name for term in find_terms(text, ()) if term.defined == "here"] == []
