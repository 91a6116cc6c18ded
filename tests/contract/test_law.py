from __future__ import annotations

import pytest

from server.contract.law import read_jurisdiction
from tests.contract.drafting import paragraphs


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("This Agreement is governed by the laws of the State of Delaware, without regard to conflicts.", "State of Delaware"),
        ("This agreement shall be governed by and construed in accordance with the law of England and Wales.", "England and Wales"),
        ("Governing Law. California law governs. Disputes go to court.", "California"),
        ("These terms are governed by the law of New South Wales and the parties submit to its courts.", "New South Wales"),
        ("The laws of Ireland apply to this letter.", "Ireland"),
        ("Irish law applies.", "Irish"),
        ("It is governed by the laws in force in the Province of Ontario, Canada.", "Province of Ontario, Canada"),
        ("This contract is governed by German law.", "German"),
        ("It is governed by, and construed in accordance with, the laws of the State of New York.", "State of New York"),
        ("It is governed by the laws of the state of New York and of the United States.", "the state of New York"),
        ("THIS AGREEMENT IS GOVERNED BY THE LAWS OF THE STATE OF DELAWARE WITHOUT GIVING EFFECT TO CHOICE OF LAW.", "State of Delaware"),
        ("This contract shall be governed by the PRC Law.", "PRC"),
        (
            "It is governed by the laws of the State of Texas, United States of America, without more.",
            "State of Texas, United States of America",
        ),
        ("The Contractor shall obey the law of the land.", ""),
        ("It is a company organized under the laws of Nevada.", ""),
    ],
)
def test_the_governing_law_is_given_as_written(text: str, place: str) -> None:
    assert read_jurisdiction(paragraphs(text)) == place


def test_a_key_table_may_give_the_law() -> None:
    assert read_jurisdiction(paragraphs("| Governing Law | The laws of the State of Texas |", "| Fees | $5 |")) == "State of Texas"


def test_a_blank_is_taken_only_where_nothing_better_stands() -> None:
    lines = paragraphs("Governed by the laws of [State].", "This Agreement is governed by the laws of Ohio.")
    assert read_jurisdiction(lines) == "Ohio"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("German law shall apply, to the exclusion of the UN Sales Convention.", "German"),
        ("This agreement is accepted in the State of Nevada and shall be governed by the laws thereof.", "State of Nevada"),
        ("It was made in the State of Ohio and shall be construed under the laws of that State.", "State of Ohio"),
        ("This Agreement shall be governed by the internal laws, and not by the conflict rules, of the State of Utah.", "State of Utah"),
    ],
)
def test_the_law_of_a_place_named_before_is_that_places(text: str, place: str) -> None:
    assert read_jurisdiction(paragraphs(text)) == place
