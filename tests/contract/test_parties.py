from __future__ import annotations

import pytest

from tests.contract.drafting import contract

US = (
    "CONSULTING AGREEMENT",
    'This Agreement is between Fathom Ledger, Inc., a Delaware corporation ("Company"), and Marigold Ochoa, an individual ("Consultant").',
    "1. Services. Consultant will provide the services. Company will pay Consultant $115 per hour.",
)


def sides(*lines: str, me: str = "") -> list[tuple[str, str, str, bool]]:
    return [(party.name, party.subject, party.role, party.is_me) for party in contract(*lines, me=me).parties]


def test_a_consulting_agreement_is_read_from_the_consultants_side() -> None:
    assert sides(*US) == [("Fathom Ledger, Inc.", "Company", "client", False), ("Marigold Ochoa", "Consultant", "contractor", True)]


def test_a_note_says_whose_side_was_taken_and_why() -> None:
    (note,) = contract(*US).notes
    assert (note.level, "Consultant" in note.message, "because" in note.message) == ("info", True, True)


@pytest.mark.parametrize("me", ["Company", "fathom ledger", "Fathom Ledger, Inc.", "the Company"])
def test_any_name_of_a_party_makes_it_mine(me: str) -> None:
    found = contract(*US, me=me)
    assert [(party.is_me, party.role) for party in found.parties] == [(True, "contractor"), (False, "client")]
    assert found.notes == ()


def test_a_name_that_nobody_has_is_a_warning() -> None:
    found = contract(*US, me="Globex")
    assert found.parties[1].is_me
    assert found.notes[0].level == "warning"


def test_an_article_is_kept_where_running_text_has_it() -> None:
    found = sides(
        'Agreement between Acme Ltd (the "Client") and Beta Ltd (the "Supplier").',
        "The Supplier shall deliver the work to the Client. The Client shall pay the Supplier. The Client's data is the Client's own.",
    )
    assert [one[1] for one in found] == ["the Client", "the Supplier"]


def test_you_and_we_are_persons_of_their_own() -> None:
    found = contract(
        'These terms are between Puddlefoot Ltd ("Puddlefoot", "we", "us") and the freelancer in the note ("you").',
        "You will write lessons. We will pay you. You send us an invoice; we pay it. We like your work.",
    )
    we, you = found.parties
    assert (we.person, we.subject, we.object, we.possessive) == (1, "we", "us", "our")
    assert (you.person, you.subject, you.object, you.possessive, you.plural) == (2, "you", "you", "your", True)
    assert you.is_me


def test_the_short_name_used_most_comes_first() -> None:
    lines = (
        'Between Premier Foods, LLC ("Buyer" or "PF") and Fonterra Inc. ("Supplier").',
        "PF shall pay Supplier. PF may order. PF decides.",
    )
    assert contract(*lines).parties[0].short == ("PF", "Buyer")


def test_capitals_of_the_definition_give_way_to_the_form_in_use() -> None:
    lines = (
        'Between Acme Ltd ("CLIENT") and Beta Ltd ("CONSULTANT").',
        "Consultant shall work. Consultant shall report. Client shall pay Consultant. Client owns it.",
    )
    assert [party.subject for party in contract(*lines).parties] == ["Client", "Consultant"]


def test_a_plural_party_takes_a_plural_verb() -> None:
    lines = (
        'Between Acme Ltd ("Client") and Jo and Al Beta Ltd (the "Sellers").',
        "The Sellers are bound. The Sellers agree to sell the products to Client.",
    )
    sellers = contract(*lines).parties[1]
    assert (sellers.plural, sellers.possessive) == (True, "the Sellers'")


def test_a_party_without_a_short_name_goes_by_the_start_of_its_full_one() -> None:
    lines = (
        "Between Watchit Media Inc. and Oceanic Cable Ltd.",
        "Watchit Media shall provide content. Watchit Media is paid. Oceanic Cable shall pay Watchit Media.",
    )
    assert [party.subject for party in contract(*lines).parties] == ["Watchit Media", "Oceanic Cable Ltd"]


def test_a_cover_table_gives_the_names_behind_role_words() -> None:
    found = sides(
        "STATEMENT OF WORK",
        "| Customer | Acme Ltd |",
        "| Contractor | Beta Ltd |",
        "Contractor will build it. Customer will pay Contractor.",
    )
    assert [(one[0], one[2]) for one in found] == [("Acme Ltd", "client"), ("Beta Ltd", "contractor")]


def test_blanks_take_the_role_that_they_say() -> None:
    found = sides(
        "Agreement between {customer_name} and {provider_name}.",
        "Provider shall perform. Provider is paid. Customer shall pay. Customer owns it.",
    )
    assert [(one[0], one[1]) for one in found] == [("{customer_name}", "Customer"), ("{provider_name}", "Provider")]


def test_without_names_the_words_of_the_text_stand_in_and_a_note_says_so() -> None:
    found = contract(
        "TERMS", "The contractor page. The Contractor shall perform the services. The Client shall pay the Contractor. The Client owns it."
    )
    assert [(party.subject, party.role) for party in found.parties] == [("the Contractor", "contractor"), ("the Client", "client")]
    assert found.notes[0].level == "warning"


def test_a_mutual_nda_is_read_from_one_side_with_a_warning() -> None:
    found = contract(
        "MUTUAL NON-DISCLOSURE AGREEMENT",
        'Between Northwind, Inc. ("Northwind") and Vantage, LLC ("Vantage").',
        "Each party shall keep the other's Confidential Information secret.",
    )
    assert [(party.role, party.is_me) for party in found.parties] == [("other", False), ("other", True)]
    assert found.notes[0].level == "warning"


def test_in_a_mutual_nda_a_person_is_the_readers_side() -> None:
    lines = ("MUTUAL NDA", 'Between Jane Doe ("Doe") and Vantage, LLC ("Vantage").', "Each party shall keep secrets.")
    assert [party.is_me for party in contract(*lines).parties] == [True, False]


def test_a_one_way_nda_is_read_from_the_receiving_side() -> None:
    lines = (
        "NDA",
        'By Jane Doe ("Recipient"), in favor of Acme Corp. ("Discloser").',
        "Recipient shall keep Discloser's information secret.",
    )
    assert [(party.role, party.is_me) for party in contract(*lines).parties] == [("contractor", True), ("client", False)]


def test_no_parties_at_all_is_a_note_and_not_an_error() -> None:
    found = contract("A poem about the sea.")
    assert found.parties == ()
    assert "No parties" in found.notes[-1].message


@pytest.mark.parametrize(
    "preamble",
    [
        'by and between IBM, with offices in Reno, NV 89501 ("Business"), and Tran Thi Mai, with an address in Hanoi ("Virtual Assistant").',
        "between Business IBM and Virtual Assistant Tran Thi Mai, effective today.",
        "made between IBM – hereinafter “Business” – and Tran Thi Mai – hereinafter “Virtual Assistant” –.",
    ],
)
def test_names_that_say_no_role_are_parties_by_what_the_text_has_them_do(preamble: str) -> None:
    found = sides(
        "AGREEMENT " + preamble,
        "1. The Virtual Assistant shall provide the services. The Business shall pay the Virtual Assistant $20 an hour.",
        "2. The Virtual Assistant assigns all results to the Business.",
    )
    assert found == [("IBM", "the Business", "client", False), ("Tran Thi Mai", "the Virtual Assistant", "contractor", True)]


def test_a_party_that_is_told_takes_the_name_that_another_place_gives_it() -> None:
    found = sides(
        'RESELLER AGREEMENT between i3 Solutions, LLC ("Reseller") and the company set forth below ("Company"):',
        "Company: Bravo Systems, Inc. Telephone: 555",
        "Reseller shall buy the products from Company. Company shall sell them to Reseller.",
    )
    assert [name for name, *_ in found] == ["i3 Solutions, LLC", "Bravo Systems, Inc."]


def test_a_company_and_its_holding_company_are_two_parties() -> None:
    found = sides(
        'SUPPLY AGREEMENT between (1) Ferro Ltd ("Supplier"), (2) Lumen Ltd ("Customer") and (3) Ferro Holdings plc ("Guarantor")',
        "Supplier shall supply the goods to Customer. Customer shall pay Supplier. Guarantor guarantees the performance of Supplier.",
    )
    assert [(name, role) for name, _, role, _ in found] == [
        ("Ferro Ltd", "contractor"),
        ("Lumen Ltd", "client"),
        ("Ferro Holdings plc", "other"),
    ]
