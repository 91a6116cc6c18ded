"""Whole paragraphs put in and taken out under tracking, wherever they stand."""

from __future__ import annotations

from server.model import Insertion, NewParagraph
from server.word.package import open_docx
from server.word.proof import prove, signed
from server.word.revisions import write_redline
from tests.docx_language import OTHER, docx, package, run
from tests.marking import ME, edit, insert, judge, mark, shown, texts, xml

LIST = '<w:pStyle w:val="Clause"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr><w:ind w:left="720"/>'
TABLE = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"


def p(text: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run(text) if text else ''}</w:p>"


def test_a_new_paragraph_like_the_one_before_takes_over_its_mark() -> None:
    data = docx("One.", "Two.")
    written = insert(data, 0, "New.")
    assert shown(written.data) == ["One.¶+", "{+New.+}", "Two."]
    assert texts(written.data) == ["One.", "New.", "Two."]
    judge(data, written.data, "--libreoffice")


def test_a_new_paragraph_unlike_the_one_before_has_its_own_mark_inserted() -> None:
    data = package(p("Heading", LIST) + p("Two.") + p("End."))
    written = insert(data, 0, "New.", like=1)
    assert shown(written.data) == ["Heading", "{+New.+}¶+", "Two.", "End."]
    judge(data, written.data, "--libreoffice")


def test_a_new_list_paragraph_takes_its_neighbours_style_and_numbering() -> None:
    data = package(p("a", LIST) + p("b", LIST) + p("End."))
    written = insert(data, 1, "c")
    assert xml(written.data).count('<w:numId w:val="3"/>') == 3
    assert xml(written.data).count('<w:ind w:left="720"/>') == 3
    judge(data, written.data, "--no-schema")


def test_a_new_paragraph_does_not_take_page_breaks_frames_or_others_marks() -> None:
    busy = (
        "<w:pageBreakBefore/><w:framePr w:w='100'/>"
        f"<w:rPr><w:ins w:id='4' {OTHER}/><w:b/></w:rPr><w:pPrChange w:id='5' {OTHER}><w:pPr/></w:pPrChange>"
    )
    data = package(p("a", busy) + p("b"))
    found = xml(insert(data, 0, "new").data)
    for once in ("pageBreakBefore/", "framePr ", "pPrChange ", "Other"):
        assert found.count(f"<w:{once}") + found.count(f'author="{once}"') <= 2
    assert found.count("<w:pageBreakBefore/>") == 1
    assert found.count("<w:pPrChange ") == 1


def test_several_new_paragraphs_keep_their_order() -> None:
    data = docx("One.", "Two.")
    written = insert(data, 0, "A.", "B.", "C.")
    assert texts(written.data) == ["One.", "A.", "B.", "C.", "Two."]
    judge(data, written.data, "--no-schema")


def test_after_the_last_paragraph_the_mark_before_is_the_inserted_one() -> None:
    data = docx("One.", "Last.")
    written = insert(data, 1, "New.", "Newest.")
    assert shown(written.data) == ["One.", "Last.¶+", "{+New.+}¶+", "{+Newest.+}"]
    judge(data, written.data, "--libreoffice")


def test_after_the_last_paragraph_of_a_cell() -> None:
    data = docx(TABLE.format(p("In the cell.", LIST)), "End.")
    written = insert(data, 0, "New in the cell.")
    assert texts(written.data) == ["In the cell.", "New in the cell.", "End."]
    judge(data, written.data, "--no-schema")


def test_after_the_last_paragraph_of_a_page_section() -> None:
    section = '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    data = package(p("First part.", section) + p("Second part."))
    written = insert(data, 0, "New, still in the first part.")
    found = xml(written.data)
    assert found.index("New, still") > found.index("First part.")
    assert found.index("nextPage") > found.index("First part.")
    assert found.count("nextPage") == 1
    judge(data, written.data, "--libreoffice")


def test_at_the_end_of_a_control_inside_a_control() -> None:
    centred = p("Old.", '<w:jc w:val="center"/>')
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    data = package(p("First.") + control.format(control.format(centred)) + p("Next."))
    marked = insert(data, 1, "New.", like=0).data
    assert prove(open_docx(data), marked, signed(ME)).holds
    judge(data, marked)


def test_before_a_table() -> None:
    data = docx("Above.", TABLE.format(p("cell")), "End.")
    written = insert(data, 0, "New.")
    assert texts(written.data) == ["Above.", "New.", "cell", "End."]
    judge(data, written.data, "--no-schema")


def test_a_lead_in_takes_the_neighbours_lead_in_look() -> None:
    data = docx("**Term.** One year.", "**Fees.** None.", "End.")
    written = insert(data, 1, NewParagraph("Cap. At most the fees.", like=1, lead=4))
    found = xml(written.data).replace(' xml:space="preserve"', "")
    assert "<w:r><w:rPr><w:b/></w:rPr><w:t>Cap.</w:t></w:r>" in found
    assert "<w:r><w:t> At most the fees.</w:t></w:r>" in found


def test_a_tab_behind_a_typed_number_is_an_element() -> None:
    assert "<w:t>9.</w:t><w:tab/><w:t>Cap</w:t>" in xml(insert(docx("8.\tFees", "End."), 0, "9.\tCap").data)


def test_a_paragraph_struck_whole_loses_its_mark() -> None:
    data = docx("One.", "Two.", "Three.")
    written = mark(data, ("Two.", ""))
    assert shown(written.data) == ["One.", "[-Two.-]¶-", "Three."]
    assert texts(written.data) == ["One.", "Three."]
    judge(data, written.data, "--libreoffice")


def test_the_last_paragraph_of_a_cell_keeps_its_mark() -> None:
    data = docx(TABLE.format(p("only")), "End.")
    written = mark(data, ("only", ""))
    assert shown(written.data) == ["[-only-]", "End."]
    assert written.emptied == (0,)
    judge(data, written.data, "--no-schema")


def test_a_paragraph_with_a_drawing_keeps_its_mark() -> None:
    data = package(f"<w:p>{run('words')}<w:r><w:drawing/></w:r></w:p>" + p("End."))
    assert mark(data, ("words", "")).emptied == (0,)


def test_a_struck_paragraph_that_another_inserted_carries_both_marks() -> None:
    data = package(p("One.") + p("Two.", f"<w:rPr><w:ins w:id='4' {OTHER}/></w:rPr>") + p("Three."))
    written = mark(data, ("Two.", ""))
    found = xml(written.data)
    assert found.index('w:author="Other"') < found.index("<w:del ")
    judge(data, written.data, "--no-schema")


def test_a_new_paragraph_after_one_that_is_struck() -> None:
    data = docx("One.", "Two.", "Three.")

    written = write_redline(open_docx(data), [edit(data, "Two.", "")], [Insertion("n", 1, (NewParagraph("New.", like=1),))], ME, False)
    assert texts(written.data) == ["One.", "New.", "Three."]
    judge(data, written.data, "--libreoffice")
