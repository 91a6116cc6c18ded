"""Parties in every shape a contract gives them, at every place of a sentence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.clauses.naming import Named, name_sides
from server.clauses.placeholders import split_wording
from server.errors import WordingError
from server.model import Party

CONSULTANT = Party("Jo Doe", ("Consultant",), "contractor", article="the")
ACME = Party("Acme Ltd", ("Acme",), "client")
CONTRACTORS = Party("Doe and Roe", ("Contractors",), "contractor", article="the", plural=True)
YOU = Party("Jo Doe", ("you",), "contractor", person=2, plural=True)
WE = Party("Acme Ltd", ("we",), "client", person=1, plural=True)
I = Party("Jo Doe", ("I",), "contractor", person=1)  # noqa: E741  the party's own word
SHAPES = (CONSULTANT, ACME, CONTRACTORS, YOU, WE, I)


def named(wording: str, me: Party = YOU, them: Party = WE, before: str = "", after: str = "") -> str:
    pieces = name_sides(split_wording(wording), {"me": me, "them": them}, before, after)
    return "".join(piece.text if isinstance(piece, Named) else str(piece) for piece in pieces)


@pytest.mark.parametrize(
    ("wording", "written"),
    [
        ("{them} shall pay {me}", "we shall pay you"),
        ("{them} agree to pay", "we agree to pay"),
        ("material disclosed to {them} shall stay secret", "material disclosed to us shall stay secret"),
        ("a claim against {them} may be made", "a claim against us may be made"),
        ("the code that {them} delivers", "the code that we deliver"),
        ("what {them} needs to run it", "what we need to run it"),
        ("where {them} is late", "where we are late"),
        ("if {them} has paid", "if we have paid"),
        ("unless {them} relies on it", "unless we rely on it"),
        ("when {them} discusses it", "when we discuss it"),
        ("gives {them} access", "gives us access"),
        ("gives {them} its price", "gives us its price"),
        ("lets {them} go", "lets us go"),
        ("between {me} and {them} on fees", "between you and us on fees"),
        ("{me} and {them} shall meet", "you and we shall meet"),
        ("neither {me} nor {them} is liable", "neither you nor we are liable"),
        ("the fees {them} shall pay", "the fees we shall pay"),
        ("under {agreement}, {them} keeps it", "under {agreement}, we keep it"),
        ("by {me} or {them}.", "by you or us."),
        ("as {them} decides", "as we decide"),
        ("data that {them} collects or labels", "data that we collect or label"),
        ("an officer of {them} shall certify", "an officer of ours shall certify"),
        ("notice of {them} to others", "notice of us to others"),
        ("subject to the law, {them} hereby grants it", "subject to the law, we hereby grant it"),
    ],
)
def test_you_and_we_take_the_form_of_their_place(wording: str, written: str) -> None:
    assert named(wording).replace("Placeholder(kind='agreement', value='')", "{agreement}") == written


@pytest.mark.parametrize(
    ("wording", "written"),
    [
        ("{them}'s code", "our code"),
        ("the code is {them}'s.", "the code is ours."),
        ("{me}'s and {them}'s liability", "your and our liability"),
        ("{me}'s cap and {them}'s", "your cap and ours"),
        ("at {them}'s own cost", "at our own cost"),
        ("{them}’s code", "our code"),
    ],
)
def test_what_belongs_to_you_and_us(wording: str, written: str) -> None:
    assert named(wording) == written


@pytest.mark.parametrize(
    ("party", "wording", "written"),
    [
        (CONSULTANT, "{me}'s tools", "the Consultant's tools"),
        (CONSULTANT, "the tools are {me}'s.", "the tools are the Consultant's."),
        (CONTRACTORS, "{me}'s tools", "the Contractors' tools"),
        (CONTRACTORS, "what {me} owns and {me} {verb:has|have}", "what the Contractors own and the Contractors have"),
        (CONSULTANT, "what {me} owns and {me} {verb:has|have}", "what the Consultant owns and the Consultant has"),
        (I, "{me} {verb:is|are} free, and {me}'s tools are {me}'s.", "I am free, and my tools are mine."),
        (CONSULTANT, "each employee of {me} signs", "each employee of the Consultant signs"),
        (I, "give {me} what {me} asks for", "give me what I ask for"),
    ],
)
def test_names_plurals_and_i(party: Party, wording: str, written: str) -> None:
    assert named(wording, me=party, them=ACME) == written


def test_two_together_take_a_verb_for_several() -> None:
    assert named("{me} and {them} {verb:agrees|agree} on it", CONSULTANT, ACME) == "the Consultant and Acme agree on it"


def test_the_documents_own_words_decide_at_the_edges() -> None:
    assert named("{them}", after=" shall pay") == "we"
    assert named("{them}", before="material disclosed to ", after=" shall stay") == "us"
    assert named("{them}", before="the claims against ") == "us"


def test_a_side_that_is_not_known_is_not_guessed() -> None:
    with pytest.raises(WordingError):
        name_sides(split_wording("{me} pays"), {"me": None})


FRAMES = st.sampled_from(
    (
        "{X} shall pay.",
        "If {X} is late, {X} pays interest.",
        "The work is for {X} and belongs to {X}.",
        "Nothing disclosed to {X} may be used against {X}.",
        "What {X} owns stays {X}'s.",
        "{X}'s tools are {X}'s own.",
        "The notice that {X} sends binds {X}.",
        "{X} {verb:has|have} told {X}'s staff so.",
        "Each claim by {X} must name {X}'s reasons.",
    )
)


@given(FRAMES, st.sampled_from(SHAPES))
def test_no_party_stands_in_a_form_that_english_lacks(frame: str, party: Party) -> None:
    written = named(frame.replace("X", "me"), me=party)
    assert "{" not in written
    assert not re.search(r"(?i)\b(?:we|you|i|us|our|my|me|their|the contractors)'s\b", written)
    assert not re.search(r"(?i)\b(?:to|for|against|by|binds) (?:we|i)\b", written)
    assert not re.search(r"\b(?:[Uu]s|me) (?:shall|is|are|has|have|pay|am)\b", written)
    assert not re.search(r"(?i)\b(?:we|you|i|contractors) (?:is|has|pays|owns|sends)\b", written)
    assert not re.search(r"(?i)\b(?:consultant|acme) (?:are|have|pay|own|send)\b", written)
    assert not re.search(r"(?i)\b(?:our|my|your|the)\.", written)


@given(FRAMES)
def test_a_named_party_changes_nothing_but_its_name(frame: str) -> None:
    text = frame.replace("{verb:has|have}", "has")
    assert named(text.replace("X", "me"), me=ACME) == text.replace("{X}", "Acme")
