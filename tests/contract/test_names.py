from __future__ import annotations

import pytest

from server.contract.names import cut_name, has_form, is_company, is_name, is_person, is_placeholder, without_form


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Acme Robotics, Inc., a Delaware corporation with offices at 1 Main St", "Acme Robotics, Inc."),
        (" and (2) KESTREL DATA LIMITED incorporated and registered in England", "KESTREL DATA LIMITED"),
        ("Beta Pty Ltd ACN 640 118 223 of Level 6", "Beta Pty Ltd"),
        ("MERANTI PTE. LTD. (UEN 201914882K), a company", "MERANTI PTE. LTD."),
        ("Jane Doe, residing at 11 Shore Road", "Jane Doe"),
        ("Naledi Mokoena, Cape Town", "Naledi Mokoena"),
        ("Bank of America, N.A.", "Bank of America, N.A."),
        ("The University of Iowa, a state university", "The University of Iowa"),
        ("Acme Ltd 12 High Street", "Acme Ltd"),
        ("From: Ms. Saoirse Duignan, Rathmines", "Ms. Saoirse Duignan"),
        ("SHBV (HONG KONG) LTD, a company", "SHBV (HONG KONG) LTD"),
        ("[Client Name], a [State] corporation", "[Client Name]"),
        ("", ""),
    ],
)
def test_a_name_is_cut_out_of_its_description(words: str, name: str) -> None:
    assert cut_name(words) == name


@pytest.mark.parametrize("name", ["Acme Ltd", "BETA GMBH", "Gamma, L.L.C.", "First National Bank"])
def test_companies_are_known_by_their_form(name: str) -> None:
    assert is_company(name)


@pytest.mark.parametrize("name", ["Jane Doe", "Incidental Matters", "Copper Hill"])
def test_other_names_are_no_companies(name: str) -> None:
    assert not is_company(name)


def test_a_bank_may_be_the_middle_of_a_name_but_ltd_ends_it() -> None:
    assert has_form("Acme Ltd")
    assert not has_form("Bank of America")


@pytest.mark.parametrize(
    ("name", "person"), [("Jane Doe", True), ("Dr. Ana de Souza", True), ("Acme Ltd", False), ("Client", False), ("jane doe", False)]
)
def test_people_have_two_capitalised_names(name: str, person: bool) -> None:
    assert is_person(name) is person


@pytest.mark.parametrize("name", ["[Name of Client]", "{customer_name}", "__________", "<<enter Company Name>>"])
def test_blanks_are_placeholders(name: str) -> None:
    assert is_placeholder(name)


def test_a_sentence_is_no_name() -> None:
    assert is_name("iBio Inc.")
    assert not is_name("Supplier represents and warrants that")
    assert not is_name("Signature")


def test_a_name_without_its_form_keeps_the_rest() -> None:
    assert without_form("Acme Robotics, Inc.") == "Acme Robotics"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Tran Thi Mai, with an address at 22 Oak Ave, Reno, NV 89501", "Tran Thi Mai"),
        ("Zoë Labs, established in Delft", "Zoë Labs"),
        ("Ferro & Sons, org. nr. 556677-8899", "Ferro & Sons"),
        ("On the one part, État-Major Conseil SARL, with registered office in Lyon", "État-Major Conseil SARL"),
        ("Smith, Jones & Co LLP of 1 High Street", "Smith, Jones & Co LLP"),
        ("Acme Robotics, Inc., a Delaware corporation", "Acme Robotics, Inc."),
        ("1.1 Nordlicht GmbH", "Nordlicht GmbH"),
        ("• University of Leeds", "University of Leeds"),
    ],
)
def test_what_follows_a_comma_and_is_no_form_is_no_name(words: str, name: str) -> None:
    assert cut_name(words) == name


def test_a_place_in_nevada_is_no_company() -> None:
    assert not is_company("Reno, NV") and is_company("Philips NV")


@pytest.mark.parametrize("name", ["Prof. Dr. Heike Müller", "Dipl.-Ing. Franz Huber", "Mr. Kwame Nkansah, Esq.", "Søren Kjær-Nielsen"])
def test_a_person_may_have_titles(name: str) -> None:
    assert is_person(name)


def test_what_belongs_to_a_party_is_no_party() -> None:
    assert not is_name("Talent’s representative")
    assert is_name("McDonald's Corporation")
