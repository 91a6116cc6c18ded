from __future__ import annotations

from server.contract.covers import read_cover, read_signatures, read_you_and_we
from tests.contract.drafting import paragraphs


def test_a_key_table_names_parties_by_role() -> None:
    found = read_cover(
        paragraphs("| Customer | Lakehead Transit Commission |", "| Contractor: | Wren Hollow Inc. |", "| Project | Arrivals |")
    )
    assert [(one.name, one.shorts) for one in found] == [
        ("Lakehead Transit Commission", ("Customer",)),
        ("Wren Hollow Inc.", ("Contractor",)),
    ]


def test_a_line_with_a_role_and_a_colon_names_a_party() -> None:
    found = read_cover(paragraphs("Client: Acme Ltd, London", "Photographer: Naledi Mokoena"))
    assert [(one.name, one.shorts) for one in found] == [("Acme Ltd", ("Client",)), ("Naledi Mokoena", ("Photographer",))]


def test_the_name_may_stand_on_the_next_line() -> None:
    found = read_cover(paragraphs("Customer:", "Hollins Insurance Group", "Supplier:", "Blue Tern LLC"))
    assert [one.name for one in found] == ["Hollins Insurance Group", "Blue Tern LLC"]


def test_a_blank_is_a_name_as_written() -> None:
    assert read_cover(paragraphs("| Provider | {provider_name} |", "| Customer | {customer_name} |"))[0].name == "{provider_name}"


def test_rows_that_only_begin_with_a_role_name_nobody() -> None:
    assert read_cover(paragraphs("| Customer Obligations | Access and data |", "| Supplier lead | Tomasz Wilk |")) == ()


def test_signature_blocks_name_whom_is_signed_for() -> None:
    found = read_signatures(
        paragraphs("Signed by O. TREGENZA for and on behalf of FERN LOGISTICS PLC", "Director", "BETA DATA LTD", "By: ____"), 0
    )
    assert [one.name for one in found] == ["FERN LOGISTICS PLC", "BETA DATA LTD"]


def test_a_role_over_a_signature_names_a_side_and_a_signatorys_company_does_not() -> None:
    lines = ["RECIPIENT", "Signature", "Print Name", "Title", "Company", "Notice Address"]
    assert [one.name for one in read_signatures(paragraphs(*lines), 0)] == ["Recipient"]


LETTER = (
    "Harbour Studio Ltd",
    "Ms Ana Silva",
    "Dear Ana",
    "We are pleased to engage you. You will design our site and we will pay you £300 a day.",
    "You will send us invoices. We will pay them within 14 days. Your work is ours once we have paid you.",
    "Yours sincerely",
)


def test_a_letter_has_we_who_write_and_you_who_are_addressed() -> None:
    assert [(one.name, one.shorts) for one in read_you_and_we(paragraphs(*LETTER))] == [
        ("Harbour Studio Ltd", ("we",)),
        ("Ms Ana Silva", ("you",)),
    ]


def test_plain_terms_may_define_you_and_we() -> None:
    found = read_you_and_we(
        paragraphs(
            'These terms apply whenever Papercrane Ltd ("Papercrane", "we", "our") books you. "You" means the freelancer in the email.',
            "We book you by email. You do the work, we pay you. You tell us if you are ill and we help you.",
        )
    )
    assert [(one.name, one.shorts) for one in found] == [
        ("Papercrane Ltd", ("we", "Papercrane")),
        ("the freelancer in the email", ("you",)),
    ]


def test_a_stray_you_makes_no_letter() -> None:
    lines = ["The Client shall pay the Consultant within thirty days of each invoice."] * 40
    assert read_you_and_we(paragraphs(*lines, "Thank you for your business.")) == ()
