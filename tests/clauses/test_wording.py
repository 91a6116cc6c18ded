from dataclasses import replace

import pytest

from server.clauses.wording import Gaps, Writer
from server.errors import WordingError
from server.model import Contract, Paragraph, Party, Span, Style, Term

ME = Party("Jo Doe", ("Consultant",), "contractor", is_me=True, article="the")
THEM = Party("Acme Ltd", ("Acme",), "client")
PLAIN = Contract((), parties=(THEM, ME), terms=(Term("Work Results", Span(0, 0, 0)),))


def write(wording: str, contract: Contract = PLAIN, gaps: Gaps | None = None, **values: str) -> str:
    return Writer(contract, values).write(wording, gaps or Gaps())


@pytest.mark.parametrize(
    ("wording", "written"),
    [
        ("{them} shall pay {me}.", "Acme shall pay the Consultant."),
        ("{me} shall keep {them}'s data. {me} may ask.", "The Consultant shall keep Acme's data. The Consultant may ask."),
        ("use the {term:Deliverables|Work Result|results}", "Use the Work Results"),
        ("use the {term:Deliverables|results}", "Use the results"),
        ("{param:n} times the fees", "Two times the fees"),
        ("under {agreement}", "Under this Agreement"),
        ("{them} {verb:grants|grant} a license", "Acme grants a license"),
    ],
)
def test_placeholders_take_the_contracts_words(wording: str, written: str) -> None:
    assert write(wording, n="two") == written


def test_a_name_that_begins_small_stays_so() -> None:
    assert write("{them} shall pay. {them} may wait.", replace(PLAIN, parties=(ME, Party("i-Escrow", ("i-Escrow",), "client")))).startswith(
        "i-Escrow"
    )


def test_words_inside_a_sentence_begin_small() -> None:
    assert write("either party", gaps=Gaps(opens=False)) == "either party"


def test_one_times_the_fees_is_the_fees() -> None:
    assert write("exceed {param:n} times the fees", n="one") == "Exceed the fees"


@pytest.mark.parametrize(
    ("wording", "written"),
    [
        ("{them} shall pay {me}.", "We shall pay you."),
        ("{me} may use {them}'s tools.", "You may use our tools."),
        ("{them} {verb:grants|grant} {me} a right against {them}.", "We grant you a right against us."),
        ("provided {me} {verb:does|do} not use {them}'s code", "Provided you do not use our code"),
    ],
)
def test_a_contract_in_you_and_we_stays_so(wording: str, written: str) -> None:
    you = Party("Jo", ("you",), "contractor", is_me=True, person=2, plural=True)
    we = Party("Acme", ("we",), "client", person=1, plural=True)
    assert write(wording, replace(PLAIN, parties=(we, you))) == written


def styled(**habits: str) -> Contract:
    return replace(PLAIN, style=Style(**habits))


@pytest.mark.parametrize(
    ("habits", "wording", "written"),
    [
        ({"quotes": "curly"}, 'an "AI System" is {me}\'s', "An “AI System” is the Consultant’s"),
        ({"duty": "will"}, "{them} shall pay", "Acme will pay"),
        ({"duty": "must"}, "{them} shall pay; neither party shall be liable", "Acme must pay; neither party will be liable"),
        ({"provision": "clause"}, "breach of this Section or Section {section:a/b}", "Breach of this clause or clause 3.4"),
        ({"spelling": "uk"}, "a License for anonymized data; to license", "A Licence for anonymised data; to license"),
        ({"agreement": "these Terms"}, "under {agreement}", "Under these Terms"),
    ],
)
def test_the_drafters_habits_are_kept(habits: dict[str, str], wording: str, written: str) -> None:
    assert write(wording, styled(**habits), Gaps(sections={"a/b": "3.4"})) == written


def test_the_documents_own_words_are_not_adapted() -> None:
    kept = 'Acme shall "license" it'
    written = write("{words:kept} and {them} shall pay", styled(duty="will", quotes="curly", spelling="uk"), Gaps(words={"kept": kept}))
    assert written == f"{kept} and Acme will pay"


def test_a_term_used_but_not_defined_is_taken_up() -> None:
    used = replace(PLAIN, paragraphs=(Paragraph(0, "body", "owns all Work Product and more"),))
    assert write("the {term:Work Product|results}", used) == "The Work Product"


@pytest.mark.parametrize("wording", ["{section:a/b}", "{param:days}", "{words:tail}"])
def test_a_placeholder_that_nothing_fills_is_never_written(wording: str) -> None:
    with pytest.raises(WordingError):
        write(wording)


def test_without_known_sides_no_name_is_guessed() -> None:
    with pytest.raises(WordingError, match="who the parties are"):
        write("{me} pays", Contract(()))


def test_a_reason_for_the_reader_names_the_sides_where_they_are_known() -> None:
    assert Writer(PLAIN, {}).explain("{them} could sue {me}.") == "Acme could sue the Consultant."
    assert Writer(Contract(()), {}).explain("{them} could sue {me}.") == "The other side could sue you."


def test_a_comment_speaks_to_a_side_that_the_contract_does_not_name() -> None:
    alone = replace(PLAIN, parties=(ME,))
    assert Writer(alone, {}).remark("{them} keeps what {them} pays for; {me} keeps its tools.", Gaps()) == (
        "Your side keeps what your side pays for; the Consultant keeps its tools."
    )
    with pytest.raises(WordingError):
        Writer(alone, {}).write("{them} shall pay.", Gaps())
