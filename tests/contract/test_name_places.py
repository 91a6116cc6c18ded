from __future__ import annotations

from server.contract.name_places import best_name, owner_name, plain_names, trailing_name, unnamed_first


def test_a_name_stands_before_what_describes_it() -> None:
    assert best_name(" Acme Robotics, Inc., a Delaware corporation ", ("Acme",), first=True) == "Acme Robotics, Inc."


def test_an_article_before_a_companys_name_is_no_part_of_it() -> None:
    assert best_name(" the At Home Corporation ", ("Excite",), first=True) == "At Home Corporation"


def test_a_later_party_follows_an_and() -> None:
    assert best_name(" and Jane Doe, an individual residing in Leeds ", ("Consultant",), first=False) == "Jane Doe"


def test_a_company_without_a_short_name_may_come_first() -> None:
    assert unnamed_first(" Acme Ltd, of 3 Mill Lane, Leeds, and Beta Ltd ") == ("Acme Ltd", "Beta Ltd")


def test_an_owner_named_in_passing_bears_its_own_short_name() -> None:
    segment = ", a subsidiary of Hollow Village, LLC, a Delaware company "
    assert owner_name(segment, ("Hollow",)) == "Hollow Village, LLC"
    assert owner_name(segment, ("Buyer",)) == ""


def test_a_last_party_may_have_no_short_name() -> None:
    assert trailing_name(" and Jane Doe.") == "Jane Doe"


def test_names_alone_are_parties() -> None:
    assert plain_names(" Kestrel Films Ltd and Nadia Haddad on 3 May 2025") == ["Kestrel Films Ltd", "Nadia Haddad"]


def test_an_ampersand_belongs_to_a_name_unless_a_form_stands_before_it() -> None:
    assert plain_names("TRI CITY BANK\nand\nMARSHALL & ILSLEY CORPORATION") == ["TRI CITY BANK", "MARSHALL & ILSLEY CORPORATION"]
    assert plain_names("Acme Ltd & Jane Doe") == ["Acme Ltd", "Jane Doe"]
