import pytest

from server.clauses.survival import Survivor, find_rolls, lengthen
from tests.clauses.building import contract

BODY = (
    "1. Services",
    "1.1 Work. Contractor shall work.",
    "3. Intellectual Property",
    "3.1 Title. It is assigned.",
    "5. Confidentiality. Contractor shall keep secrets.",
    "9. General",
)


def longer(line: str, *survivors: Survivor) -> str:
    read = contract(*BODY, f"9.2 Survival. {line}")
    text = read.paragraphs[-1].text
    for roll in find_rolls(read)[:1]:
        edits = lengthen(read, roll, survivors or (Survivor("3.2", "No AI Training", (2,)),)).edits
        for span, new in sorted(edits, key=lambda edit: -edit[0].start):
            text = text[: span.start] + new + text[span.end :]
    return text.removeprefix("9.2 Survival. ")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sections 1 and 5 survive termination.", "Sections 1, 3.2 and 5 survive termination."),
        ("Sections 1, 3.1, 5 and 9 survive.", "Sections 1, 3.1, 3.2, 5 and 9 survive."),
        (
            "Clauses 1.1 (Work), 5 (Confidentiality) and 9 (General) survive.",
            "Clauses 1.1 (Work), 3.2 (No AI Training), 5 (Confidentiality) and 9 (General) survive.",
        ),
        ("Section 1, Section 5, and Section 9 survive.", "Section 1, Section 3.2, Section 5, and Section 9 survive."),
        ("Section 1 survives termination.", "Sections 1 and 3.2 survive termination."),
        (
            "Sections 1.1 (Work) for the time specified, 5 (Confidentiality), and 9 (General) survive.",
            "Sections 1.1 (Work) for the time specified, 3.2 (No AI Training), 5 (Confidentiality), and 9 (General) survive.",
        ),
        ("Sections 5, 1 and any duty to pay survive.", "Sections 5, 1, 3.2 and any duty to pay survive."),
        (
            "The provisions on Services, Payment and General survive.",
            "The provisions on Services, Payment, General and No AI Training survive.",
        ),
    ],
)
def test_a_provision_is_set_in_where_it_belongs_as_the_list_writes_it(before: str, after: str) -> None:
    assert longer(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Sections 1, 3 and 5 survive.",
        "Sections 1.1 (Work) for the time specified, 3 (Intellectual Property), and 9 (General) survive.",
        "Sections 1 through 5 survive.",
        "Sections 1 - 9 survive.",
        "The provisions on Services, Intellectual Property and General survive.",
    ],
)
def test_a_section_or_range_that_is_listed_covers_what_lies_in_it(line: str) -> None:
    assert longer(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "This Section 5 survives termination.",
        "Section 5 survives for two (2) years.",
        "Sections 1 and 5 of the Master Agreement survive.",
        "Termination under Section 5 does not affect rights that survive.",
        "Each party keeps what it has.",
    ],
)
def test_other_sentences_are_no_survival_lists(line: str) -> None:
    assert find_rolls(contract(*BODY, f"9.2 Survival. {line}")) == ()


def test_a_provision_without_a_number_is_not_listed_by_number() -> None:
    assert longer("Sections 1 and 5 survive.", Survivor("", "No AI Training", ())) == "Sections 1 and 5 survive."


def test_a_list_in_rows_gets_a_row() -> None:
    read = contract(*BODY, "9.2 The following provisions survive:", "(a) Section 1 (Services); and", "(b) Section 5 (Confidentiality).")
    roll = find_rolls(read)[0]
    growth = lengthen(read, roll, [Survivor("3.2", "No AI Training", (2,))])
    assert [row.text for _, row in growth.rows] == ["(c) Section 3.2 (No AI Training)."]


@pytest.mark.parametrize(
    "line",
    [
        "This Agreement shall remain in force until terminated in accordance with Sections 5 and 9.",
        "This Agreement continues in effect unless it ends under Section 1.1 or Section 5.",
        "The term of this Agreement shall continue in force, and Sections 1 and 5 apply from its start, until it expires.",
        "The warranties given to a buyer in the order of which Section 5 speaks survive acceptance.",
        "In that case Section 1 and Section 5 will continue to apply to the copies that are kept.",
    ],
)
def test_a_term_or_another_matters_survival_is_no_survival_list(line: str) -> None:
    assert longer(line) == line


def test_provisions_that_remain_in_force_after_the_end_are_a_survival_list() -> None:
    line = "Sections 1 and 5 remain in force after this Agreement ends."
    assert longer(line) == "Sections 1, 3.2 and 5 remain in force after this Agreement ends."


def test_a_single_provision_that_survives_is_a_list_of_one() -> None:
    line = "The provisions of Section 5 shall survive termination."
    assert longer(line) == "The provisions of Sections 3.2 and 5 shall survive termination."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sections 1 and 5 carry on after we stop working together.", "Sections 1, 3.2 and 5 carry on after we stop working together."),
        ("Sections 1 and 5 still apply once this Agreement is over.", "Sections 1, 3.2 and 5 still apply once this Agreement is over."),
        ("Sections 1 and 5 outlive this Agreement.", "Sections 1, 3.2 and 5 outlive this Agreement."),
    ],
)
def test_a_survival_list_in_plain_words_is_one(before: str, after: str) -> None:
    assert longer(before) == after


def test_a_numbered_list_of_instructions_before_the_contract_is_not_what_the_list_names() -> None:
    read = contract(
        "How to fill this in:", "1. Read it.", "2. Fill it in.", "3. Sign it.", *BODY, "9.2 Survival. Sections 3 and 9 survive."
    )
    roll = find_rolls(read)[0]
    heading = next(n for n, section in enumerate(read.sections) if section.heading == "Intellectual Property")
    assert roll.covers(read, (heading,))
