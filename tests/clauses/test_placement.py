from dataclasses import replace

from server.clauses.placement import find_place, label_at
from server.clauses.provision import Numbers, set_provision, split_heading
from server.model import Contract, Paragraph, Section
from tests.clauses.building import contract, numbered


def typed() -> Contract:
    """1 Fees (1.1, 1.2), 2 Dogs (2.1), then signatures."""
    lines = [
        "1.\tFees",
        "1.1\tAmount.  Client pays.",
        "1.2\tTax.  Client pays tax.",
        "2.\tDogs",
        "2.1\tLeash.  All dogs.",
        "IN WITNESS WHEREOF ...",
    ]
    sections = [
        Section("1", "Fees", 0, 2),
        Section("1.1", "Amount", 1, 1, 0),
        Section("1.2", "Tax", 2, 2, 0),
        Section("2", "Dogs", 3, 5),
        Section("2.1", "Leash", 4, 4, 3),
    ]
    paragraphs = [
        Paragraph(n, "body", line, lead=len(line) if n in (0, 3) else 11 if n == 1 else 8 if n == 2 else 0) for n, line in enumerate(lines)
    ]
    return numbered(paragraphs, sections)


def automatic() -> Contract:
    """The same, numbered by Word."""
    contract = typed()
    labels = ["1.", "1.1", "1.2", "2.", "2.1", ""]
    texts = ["Fees", "Amount.  Client pays.", "Tax.  Client pays tax.", "Dogs", "Leash.  All dogs.", "IN WITNESS WHEREOF ..."]
    return replace(
        contract,
        paragraphs=tuple(
            replace(p, text=text, label=label, level=label.count(".") - 1 + (label in ("1.1", "1.2", "2.1")), lead=0)
            for p, label, text in zip(contract.paragraphs, labels, texts, strict=True)
        ),
    )


def placed(contract: Contract, *places: str, heading: str = "Muzzle") -> tuple[int, list[str], list[str]]:
    place = find_place(contract, places)
    assert place is not None
    new = set_provision(contract, place, Numbers(contract).label(place), heading, ("All dogs wear one.",))
    return place.after, [paragraph.text for paragraph in new], [paragraph.label for paragraph in new]


def test_a_last_sub_clause_takes_the_next_typed_number_and_the_neighbours_lead_in() -> None:
    assert placed(typed(), "sub-clause of:payment") == (2, ["1.3\tMuzzle.  All dogs wear one."], ["1.3"])


def test_a_last_sub_clause_in_automatic_numbering_has_a_number_but_types_none() -> None:
    assert placed(automatic(), "sub-clause of:payment") == (2, ["Muzzle.  All dogs wear one."], ["1.3"])


def test_the_lead_in_looks_as_far_as_the_neighbours() -> None:
    contract = typed()
    place = find_place(contract, ["sub-clause of:payment"])
    assert place is not None
    new = set_provision(contract, place, "1.3", "Muzzle", ("All dogs wear one.",))
    assert new[0].text[: new[0].lead] == "1.3\tMuzzle."


def test_a_section_after_a_typed_one_is_squeezed_in_behind_it_and_renumbers_no_one() -> None:
    after, texts, labels = placed(typed(), "after:payment")
    assert (after, texts, labels) == (2, ["1A.\tMuzzle", "1A.1\tAll dogs wear one."], ["1A", "1A.1"])


def test_a_section_after_an_automatic_one_would_shift_numbers_and_goes_to_the_end() -> None:
    assert placed(automatic(), "after:payment") == (4, ["Muzzle", "All dogs wear one."], ["3", "3.1"])


def test_the_end_is_before_the_signatures() -> None:
    after, texts, labels = placed(typed(), "end")
    assert (after, texts, labels) == (4, ["3.\tMuzzle", "3.1\tAll dogs wear one."], ["3", "3.1"])


def test_two_new_provisions_at_one_place_take_two_numbers() -> None:
    contract = typed()
    place = find_place(contract, ["sub-clause of:payment"])
    assert place is not None
    numbers = Numbers(contract)
    assert [numbers.label(place), numbers.label(place)] == ["1.3", "1.4"]


def test_neighbours_without_headings_get_a_provision_without_one() -> None:
    contract = typed()
    bare = replace(contract, sections=tuple(replace(s, heading="") if s.label in ("1.1", "1.2") else s for s in contract.sections))
    assert placed(bare, "sub-clause of:payment")[1] == ["1.3\tAll dogs wear one."]


def test_a_section_of_plain_paragraphs_gets_another_plain_paragraph() -> None:
    text = "The parties keep each other's secrets, and tell them to no one at all, ever."
    contract = numbered(
        [
            Paragraph(0, "body", "3. Confidentiality"),
            Paragraph(1, "body", text),
            Paragraph(2, "body", "4. Law"),
            Paragraph(3, "body", text),
        ],
        [Section("3", "Confidentiality", 0, 1), Section("4", "Law", 2, 3)],
    )
    assert placed(contract, "sub-clause of:confidentiality") == (1, ["All dogs wear one."], [""])


def test_a_letter_without_sections_gets_a_paragraph_before_its_closing() -> None:
    text = "We are glad to engage you for the work described in our order of last week."
    contract = numbered([Paragraph(n, "body", line) for n, line in enumerate(["Dear Jo,", text, text, "Yours sincerely,", "Acme"])], [])
    assert placed(contract, "sub-clause of:dogs") == (2, ["All dogs wear one."], [""])


def test_an_empty_document_has_no_place() -> None:
    assert find_place(Contract(()), ["end"]) is None


def test_items_of_a_list_are_no_sub_clauses() -> None:
    lines = ["5. Confidentiality. Contractor shall:", "(a) keep secrets; and", "(b) tell no one.", "6. Law. English law applies."]
    contract = numbered(
        [Paragraph(n, "body", line) for n, line in enumerate(lines)],
        [Section("5", "Confidentiality", 0, 2), Section("(a)", "", 1, 1, 0), Section("(b)", "", 2, 2, 0), Section("6", "Law", 3, 3)],
    )
    contract = replace(contract, lead_ins=(None, 0, 0, None))
    assert placed(contract, "sub-clause of:confidentiality", "after:confidentiality") == (2, ["5A. Muzzle. All dogs wear one."], ["5A"])


def test_nothing_goes_from_the_body_into_a_table() -> None:
    contract = typed()
    cells = tuple(replace(p, story="cell") if p.index == 2 else p for p in contract.paragraphs)
    sections = tuple(section for section in contract.sections if section.label != "1.2")
    moved = replace(contract, paragraphs=cells, sections=tuple(replace(s, parent=2) if s.label == "2.1" else s for s in sections))
    place = find_place(moved, ["sub-clause of:payment"])
    assert place is not None and place.after == 4


def test_a_heading_is_read_from_the_wording_where_none_is_given() -> None:
    assert split_heading("Licence Back. Client grants ...", "") == ("Licence Back", ("Client grants ...",))
    assert split_heading("Client grants a licence.", "") == ("", ("Client grants a licence.",))
    assert split_heading("One.\n\nTwo.", "Title") == ("Title", ("One.", "Two."))


def test_the_number_of_a_place_is_that_of_its_innermost_section() -> None:
    assert [label_at(typed(), n) for n in (0, 2, 4)] == ["1", "1.2", "2.1"]


def test_where_provisions_share_a_paragraph_the_new_one_follows_with_the_next_number() -> None:
    read = contract("1. Fees. The Client shall pay the Contractor. 2. Law. The law of Texas shall govern this contract.")
    place = find_place(read, ("end",))
    assert place is not None
    label = Numbers(read).label(place)
    assert [new.text for new in set_provision(read, place, label, "Dogs", ("All dogs.",))] == ["3. Dogs. All dogs."]


def test_a_number_typed_without_a_space_is_no_model_where_its_neighbours_have_one() -> None:
    read = contract("1. Fees. The Client pays.", "2. Law. English law applies.", "3.Notices. In writing.")
    assert placed(read, "end")[1] == ["4. Muzzle. All dogs wear one."]


def test_articles_without_a_number_of_their_own_take_a_last_sub_clause() -> None:
    lines = ["FEES", "1.01 Amount. Ten.", "1.02 Tax. None.", "GENERAL", "2.01 Law. English law applies.", "2.02 Notices. In writing."]
    sections = [
        Section("", "FEES", 0, 2),
        Section("1.01", "Amount", 1, 1, 0),
        Section("1.02", "Tax", 2, 2, 0),
        Section("", "GENERAL", 3, 5),
        Section("2.01", "Law", 4, 4, 3),
        Section("2.02", "Notices", 5, 5, 3),
    ]
    read = numbered([Paragraph(n, "body", line) for n, line in enumerate(lines)], sections)
    assert placed(read, "end") == (5, ["2.03 Muzzle. All dogs wear one."], ["2.03"])


def test_parts_of_a_sentence_are_no_sub_clauses_even_where_their_lead_in_was_not_seen() -> None:
    lines = ["3. DUTIES", "The Client agrees to:", "1. keep secrets;", "2. tell no one.", "4. LAW", "English law applies to all of it."]
    sections = [Section("3", "DUTIES", 0, 3), Section("1", "", 2, 2, 0), Section("2", "", 3, 3, 0), Section("4", "LAW", 4, 5)]
    read = numbered([Paragraph(n, "body", line) for n, line in enumerate(lines)], sections)
    assert placed(read, "sub-clause of:duties")[0] == 5


def test_an_abbreviation_as_a_heading_makes_no_heading_in_capitals() -> None:
    assert placed(contract("1. Fees. The Client pays.", "2. Law. English law applies.", "3. AI. None is used."), "end")[1] == [
        "4. Muzzle. All dogs wear one."
    ]
    assert placed(contract("1. FEES. The Client pays.", "2. LAW. English law applies.", "3. AI. None is used."), "end")[1] == [
        "4. MUZZLE. All dogs wear one."
    ]


def test_a_numbered_section_goes_behind_the_blank_line_after_a_plain_paragraph_and_not_after_one_numbered_alike() -> None:
    def end(*paragraphs: Paragraph) -> int:
        sections = [Section("1.", "Fees", 0, 1)]
        place = find_place(replace(numbered(list(paragraphs), sections), lead_ins=()), ["end"])
        assert place is not None
        return place.after

    head, blank, last = Paragraph(0, "body", "Fees", "1."), Paragraph(2, "body", ""), Paragraph(3, "body", "Signed: ____")
    assert end(head, Paragraph(1, "body", "Client pays the fees in thirty days of each invoice."), blank, last) == 2
    assert end(head, Paragraph(1, "body", "Client pays the fees in thirty days of each invoice.", "1.1"), blank, last) == 1
