from server.clauses.view import View
from server.model import Contract, Paragraph, Section, Span
from tests.clauses.building import contract


def test_a_sentence_begins_after_its_number_and_heading() -> None:
    read = contract("1. Scope", "1.1 Fees. Client pays. It pays soon.")
    view = View(read)
    starts = [view.text_start(sentence) for sentence in view.sentences(1)]
    assert read.paragraphs[1].text[starts[-2] :].startswith("Client pays.")


def test_what_the_words_are_is_told() -> None:
    lines = ["Recitals", "A. Client keeps dogs.", "Dogs", '"Dog" means an animal.', "Dogs bark."]
    paragraphs = tuple(Paragraph(n, "body", line) for n, line in enumerate(lines))
    sections = (Section("", "Recitals", 0, 1, kind="recitals"), Section("1", "Dogs", 2, 4))
    view = View(Contract(paragraphs, sections))
    assert [view.look(Span(n, 0, 4)) for n in range(5)] == ["recitals", "recitals", "headings", "definitions", "provisions"]


def test_a_stretch_of_a_list_item_is_found_again_without_its_lead_in() -> None:
    paragraphs = (Paragraph(0, "body", "Client  may:"), Paragraph(1, "body", "(a) bite;"))
    view = View(Contract(paragraphs, lead_ins=(None, 0)))
    unit = view.units(1, "sentence")[0]
    assert unit.text == "Client may: (a) bite;"
    at = unit.text.index("bite")
    assert view.span(unit, at, at + 4) == Span(1, 4, 8)
    assert view.span(unit, 0, 6) is None
