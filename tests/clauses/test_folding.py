import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.clauses.folding import Folder
from server.clauses.patterns import ME, THEM
from server.model import Contract, Party


def folder(*parties: Party) -> Folder:
    return Folder(Contract((), parties=parties))


ACME = Party("Acme Robotics, Inc.", ("Company",), "client")
JO = Party("Jo Doe", ("Consultant",), "contractor", is_me=True)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“Fees”\u00a0and  the\u00adory", '"Fees" and theory'),
        ("non\u2011exclusive\tright", "non-exclusive right"),
        ("The Company’s duty", f"{THEM}'s duty"),
        ("THE COMPANY SHALL PAY CONSULTANT", f"{THEM} SHALL PAY {ME}"),
        ("another company or consultant", "another company or consultant"),
        ("Acme Robotics, Inc. and Jo Doe", f"{THEM} and {ME}"),
        ("Sub-Consultant and Companywide", "Sub-Consultant and Companywide"),
        ("either party, both parties, each Party", "either party, both parties, each Party"),
        ("a spoofed \ue000 character", "a spoofed character"),
    ],
)
def test_a_text_is_folded(text: str, folded: str) -> None:
    assert folder(ACME, JO).fold(text).text == folded


def test_you_and_we_stand_for_the_sides_where_the_contract_says_so() -> None:
    we = Party("Acme", ("we",), "client", person=1)
    you = Party("Jo", ("you",), "contractor", is_me=True, person=2)
    assert (
        folder(we, you).fold("We pay you; your work is ours, not US law.").text == f"{THEM} pay {ME}; {ME}'s work is {THEM}'s, not US law."
    )


def test_pronouns_are_left_alone_where_the_contract_names_its_sides() -> None:
    assert folder(ACME, JO).fold("you may tell us").text == "you may tell us"


def test_a_plural_name_keeps_its_possessive() -> None:
    labs = Party("Nomad Labs", ("Nomad Labs",), "contractor", is_me=True)
    assert folder(labs, ACME).fold("Nomad Labs’ liability").text == f"{ME}'s liability"


def test_a_match_is_found_again_in_the_original() -> None:
    text = "Fees:\u00a0 the Com\u00adpany’s total liability"
    folded = folder(ACME, JO).fold(text)
    start = folded.text.index("total")
    begin, end = folded.original(start, start + len("total liability"))
    assert text[begin:end] == "total liability"
    at = folded.text.index(THEM)
    begin, end = folded.original(at, at + 1)
    assert text[begin:end] == "the Com\u00adpany"


@given(st.text(alphabet="aC “\u00a0\u00ad\u200bompny.’s\t", max_size=60))
def test_the_map_covers_the_text_in_order(text: str) -> None:
    folded = folder(ACME, JO).fold(text)
    spans = [folded.original(n, n + 1) for n in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)


@given(st.text(alphabet="aC “\u00a0\u00ad\u200bompny.’s\t", max_size=60), st.data())
def test_an_offset_of_the_original_folds_and_comes_back_no_later(text: str, data: st.DataObject) -> None:
    folded = folder(ACME, JO).fold(text)
    offset = data.draw(st.integers(0, len(text)))
    there = folded.folded(offset)
    assert 0 <= there <= len(folded.text)
    assert folded.original(there, there)[0] <= offset
