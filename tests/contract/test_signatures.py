from __future__ import annotations

from server.contract.signatures import read_signatures
from tests.contract.drafting import paragraphs


def test_whom_is_signed_for_is_named() -> None:
    found = read_signatures(
        paragraphs("Signed by O. TREGENZA for and on behalf of FERN LOGISTICS PLC", "Director", "BETA DATA LTD", "By: ____"), 0
    )
    assert [one.name for one in found] == ["FERN LOGISTICS PLC", "BETA DATA LTD"]


def test_a_role_stands_over_the_name_of_who_signs() -> None:
    found = read_signatures(paragraphs("For the Client", "Ville de Montréal", "Name: A. Roy", "The Designer", "Lucía Bermejo", "Date:"), 0)
    assert [(one.name, one.shorts) for one in found] == [("Ville de Montréal", ("Client",)), ("Lucía Bermejo", ("Designer",))]


def test_a_role_stands_beside_the_name_of_who_signs() -> None:
    found = read_signatures(paragraphs("For and on behalf of the Client: Acme Ltd", "Consultant: Jane Doe"), 0)
    assert [(one.name, one.shorts) for one in found] == [("Acme Ltd", ("Client",)), ("Jane Doe", ("Consultant",))]


def test_who_signs_for_a_role_bears_it() -> None:
    found = read_signatures(paragraphs("Signed by Acme Ltd for the Client", "Signed by Jane Doe, the Consultant"), 0)
    assert [(one.name, one.shorts) for one in found] == [("Acme Ltd", ("Client",)), ("Jane Doe", ("Consultant",))]


def test_a_name_that_only_the_text_knows_as_a_side_is_one_in_the_block_too() -> None:
    found = read_signatures(paragraphs("Business", "IBM", "By: ____"), 0, frozenset({"business"}))
    assert [(one.name, one.shorts) for one in found] == [("IBM", ("Business",))]
