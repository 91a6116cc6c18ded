from __future__ import annotations

import pytest

from server.contract.preamble import read_preamble, read_scattered
from tests.contract.drafting import paragraphs


def named(*lines: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.name, one.shorts) for one in read_preamble(paragraphs(*lines))]


def test_a_us_preamble_names_both_with_quoted_short_names() -> None:
    assert named(
        'This Agreement (the "Agreement") is made as of May 1, 2025 (the "Effective Date") by and between Acme, Inc., a Delaware'
        ' corporation ("Company"), and Jane Doe, an individual ("Consultant").'
    ) == [("Acme, Inc.", ("Company",)), ("Jane Doe", ("Consultant",))]


def test_uk_parties_stand_in_numbered_paragraphs() -> None:
    assert named(
        "PARTIES",
        "(1) FERN LOGISTICS PLC incorporated in England with company number 04417729 (the Client); and",
        "(2) KESTREL DATA LIMITED whose registered office is at Unit 5, Frome (the “Consultant”).",
        "BACKGROUND",
        "(A) The Client (a logistics company) needs models.",
    ) == [("FERN LOGISTICS PLC", ("Client",)), ("KESTREL DATA LIMITED", ("Consultant",))]


def test_parties_may_stand_in_paragraphs_of_their_own() -> None:
    assert named(
        "MINUTE OF AGREEMENT",
        "between",
        'THE MUSEUM OF ENERGY, having its office at Crieff ("the Museum")',
        "and",
        'EILIDH MACASKILL, residing at Oban ("the Translator")',
    ) == [
        ("THE MUSEUM OF ENERGY", ("Museum",)),
        ("EILIDH MACASKILL", ("Translator",)),
    ]


def test_hereinafter_names_a_party_without_quotes() -> None:
    assert named("This contract is between Acme Ltd, hereinafter called the Buyer, and Beta GmbH, hereinafter the Supplier.") == [
        ("Acme Ltd", ("Buyer",)),
        ("Beta GmbH", ("Supplier",)),
    ]


def test_a_party_may_have_several_short_names() -> None:
    assert named('This is between Premier Foods, LLC ("Buyer" or "PF") and Fonterra Inc. ("Supplier", "Fonterra").') == [
        ("Premier Foods, LLC", ("Buyer", "PF")),
        ("Fonterra Inc.", ("Supplier", "Fonterra")),
    ]


def test_the_first_party_may_have_no_short_name() -> None:
    assert named('This is between iBio Inc., with a location at 600 Madison Ave, NY 10022 and Beijing Pharming Ltd. ("Pharming").') == [
        ("iBio Inc.", ()),
        ("Beijing Pharming Ltd.", ("Pharming",)),
    ]


def test_parties_without_short_names_are_still_named() -> None:
    assert named("This is a hosting agreement between AstroNutrition.com and Deep Systems.") == [
        ("AstroNutrition.com", ()),
        ("Deep Systems", ()),
    ]


def test_a_definition_before_the_verb_needs_no_between() -> None:
    assert named('Aduro, Inc., with offices in Berkeley ("Aduro") and IREYA B.V., of Leiden ("Consultant") agree to these terms.') == [
        ("Aduro, Inc.", ("Aduro",)),
        ("IREYA B.V.", ("Consultant",)),
    ]


def test_an_undertaking_runs_from_one_to_the_other() -> None:
    assert named('This NDA is given by Calloway Brandt, an individual ("Recipient"), in favor of Obsidian Corporation ("Obsidian").') == [
        ("Calloway Brandt", ("Recipient",)),
        ("Obsidian Corporation", ("Obsidian",)),
    ]


def test_a_party_may_be_told_rather_than_named() -> None:
    assert named('The terms between Puddlefoot Ltd ("Puddlefoot", "we") and the freelancer we\'ve hired, named in the note ("you").') == [
        ("Puddlefoot Ltd", ("Puddlefoot", "we")),
        ("the freelancer we've hired", ("you",)),
    ]


@pytest.mark.parametrize("term", ["Agreement", "Effective Date", "Services", "Parties", "SOW"])
def test_a_defined_thing_is_no_party(term: str) -> None:
    assert named(f'This is between Acme Ltd ("Acme") and Beta Ltd ("Beta"), together the "{term}" (the "{term}").') == [
        ("Acme Ltd", ("Acme",)),
        ("Beta Ltd", ("Beta",)),
    ]


def test_recitals_name_no_parties() -> None:
    assert named('Between Acme Ltd ("Acme") and Beta Ltd ("Beta"). WHEREAS, Acme owns the Gamma Group ("Gamma");')[-1] == (
        "Beta Ltd",
        ("Beta",),
    )


def test_between_in_prose_names_nobody() -> None:
    assert named("The difference between the two versions matters.", "Nothing else is said.") == []


def test_scattered_role_names_are_found_without_a_preamble() -> None:
    found = read_scattered(
        paragraphs("These terms apply to each booking by Galah Pty Ltd ABN 55 611 204 987 (Agency) of the person named (Contractor).")
    )
    assert [(one.name, one.shorts) for one in found] == [("Galah Pty Ltd", ("Agency",)), ("Contractor", ("Contractor",))]


def test_an_annex_that_names_parties_again_does_not_take_the_place_of_the_preamble() -> None:
    lines = paragraphs(
        'Amendment between NETFROG, Inc. ("Netfrog") and Ingot Micro ("Distributor").',
        "Distributor shall buy the Products.",
        'Amendment between INGOT MICRO INC. ("Ingot") and NETFROG, INC. ("Vendor").',
    )
    assert [one.shorts for one in read_preamble(lines)] == [("Netfrog",), ("Distributor",)]


def test_a_service_company_is_a_party() -> None:
    lines = paragraphs(
        'Agreement among Harbour Capital Ltd ("HCL"), Peak Quant Ltd (the "Service Company") and Mr. Leo Fung (the "Individual")'
    )
    assert [one.shorts for one in read_preamble(lines)] == [("HCL",), ("Service Company",), ("Individual",)]
