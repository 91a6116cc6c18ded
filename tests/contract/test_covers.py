from __future__ import annotations

from server.contract.covers import read_cover, read_labelled, read_meanings
from server.contract.signatures import read_signatures
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


def test_a_role_over_a_signature_names_a_side_and_a_signatorys_company_does_not() -> None:
    lines = ["RECIPIENT", "Signature", "Print Name", "Title", "Company", "Notice Address"]
    assert [one.name for one in read_signatures(paragraphs(*lines), 0)] == ["Recipient"]


def test_terms_of_business_may_define_their_parties() -> None:
    found = read_meanings(
        paragraphs('In these terms "the Company" means Marlpit Joinery Ltd and "the Buyer" means the person who buys the Goods.')
    )
    assert [(one.name, one.shorts) for one in found] == [
        ("Marlpit Joinery Ltd", ("Company",)),
        ("the person who buys the Goods", ("Buyer",)),
    ]


def test_labels_in_the_middle_of_a_line_name_parties() -> None:
    found = read_labelled(
        paragraphs("Road Agreement Party A (Shipper): ZTO Co., Ltd. Address: Shanghai Party B (Carrier): Tonglu Ltd. Address: Tonglu")
    )
    assert [(one.name, one.shorts) for one in found] == [("ZTO Co., Ltd.", ("Shipper", "Party A")), ("Tonglu Ltd.", ("Carrier", "Party B"))]


def test_an_address_for_notices_names_nobody() -> None:
    assert read_cover(paragraphs("TRANSPORTER:", "Shipper", "Shipper: TRANSPORTER")) == ()


def test_a_key_may_ask_for_name_and_address() -> None:
    lines = paragraphs(
        "| Name and address of the Consultant | Lee Ray, 3 Mill Lane, York |", "| Name and address of the Client | Acorn plc |"
    )
    assert [(one.name, one.shorts) for one in read_cover(lines)] == [("Lee Ray", ("Consultant",)), ("Acorn plc", ("Client",))]


def test_a_table_with_the_roles_in_its_first_row_has_the_names_below() -> None:
    found = read_cover(paragraphs("| | Client | Illustrator |", "| Name | Acme Ltd | Jane Doe |", "| Address | Leeds | York |"))
    assert [(one.name, one.shorts) for one in found] == [("Acme Ltd", ("Client",)), ("Jane Doe", ("Illustrator",))]


def test_what_acts_in_the_text_is_a_key_too() -> None:
    found = read_cover(paragraphs("Business: Acme Ltd", "Virtual Assistant: Jane Doe"), frozenset({"business", "virtual assistant"}))
    assert [one.name for one in found] == ["Acme Ltd", "Jane Doe"]


def test_parties_are_defined_in_single_quotes_too() -> None:
    found = read_meanings(paragraphs("‘Client’ means Acme Ltd and ‘Consultant’ means Jane O'Neil."))
    assert [(one.name, one.shorts) for one in found] == [("Acme Ltd", ("Client",)), ("Jane O'Neil", ("Consultant",))]
