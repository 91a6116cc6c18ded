"""Where inserted words go: into the run they belong to, outside links and fields, and never where they can't stand."""

from __future__ import annotations

import pytest

from server.model import Edit, Span
from server.word.package import open_docx
from server.word.places import Place, find_place
from server.word.revisions import write_redline
from server.word.story import read_blocks
from server.word.text import map_text
from tests.docx_language import OTHER, docx, package, run
from tests.marking import ME, shown, texts, xml


def place(body: str, at: int) -> Place | str:
    block = read_blocks(open_docx(package(body)), {})[0]
    return find_place(map_text(block), at, block.elements)


def inserted(body: str, at: int, text: str = "NEW") -> str:
    """The XML after `text` was inserted at an offset of the first paragraph; what it shows is checked here."""
    data = package(body)
    before = texts(data)[0]
    written = write_redline(open_docx(data), [Edit("x", Span(0, at, at), "", text)], (), ME, False)
    assert written.skipped == ()
    assert texts(written.data)[0] == before[:at] + text + before[at:]
    return xml(written.data)


def p(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


LINK = f'<w:hyperlink w:anchor="a">{run("one", "<w:u/>")}{run("two", "<w:u/>")}</w:hyperlink>'


def test_inside_a_run_words_take_its_look() -> None:
    found = place(p(run("bold", "<w:b/>")), 2)
    assert isinstance(found, Place)
    assert found.look is not None
    assert len(found.look) == 1


def test_between_two_looks_words_take_the_usual_one_of_the_paragraph() -> None:
    found = inserted(p(run("Cap.", "<w:b/>"), run(" The usual words of the paragraph.")), 4)
    assert "<w:r><w:t>NEW</w:t></w:r>" in found


def test_beside_a_link_words_stand_outside_it() -> None:
    for at in (4, 10):
        found = inserted(p(run("see "), LINK, run(" now")), at)
        assert found.index("NEW") < found.index("<w:hyperlink") or found.index("NEW") > found.index("</w:hyperlink>")


def test_between_two_runs_of_one_link_words_stand_inside_it() -> None:
    found = inserted(p(LINK), 3)
    assert found.index("<w:hyperlink") < found.index("NEW") < found.index("</w:hyperlink>")


def test_between_two_links_words_stand_between_them() -> None:
    found = inserted(p(LINK, LINK), 6)
    assert found.index("</w:hyperlink>") < found.index("NEW") < found.rindex("<w:hyperlink")


def test_an_empty_paragraph_takes_words_after_its_properties_in_the_look_of_its_mark() -> None:
    found = inserted("<w:p><w:pPr><w:rPr><w:i/></w:rPr></w:pPr></w:p>", 0)
    assert found.index("</w:pPr>") < found.index("NEW")
    assert "<w:r><w:rPr><w:i/></w:rPr><w:t>NEW" in found


def field(result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{char('begin')}<w:r><w:instrText>REF</w:instrText></w:r>{char('separate')}{result}{char('end')}"


@pytest.mark.parametrize("body", [p(field(run("8") + run(".2"))), p(f'<w:fldSimple w:instr="REF">{run("8")}{run(".2")}</w:fldSimple>')])
def test_inside_a_fields_result_there_is_no_place(body: str) -> None:
    assert place(body, 1) == "field_result"
    assert place(body, 2) == "field_result"


def test_beside_a_field_words_stand_outside_it() -> None:
    body = p(run("see "), field(run("8.2")), run(" now"))
    assert inserted(body, 4).index("NEW") < inserted(body, 4).index("fldChar")
    assert inserted(body, 7).rindex("fldChar") < inserted(body, 7).index("NEW")


def test_between_two_runs_of_a_locked_control_there_is_no_place() -> None:
    control = f'<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>{run("a")}{run("b")}</w:sdtContent></w:sdt>'
    assert place(p(control), 1) == "locked_control"
    assert inserted(p(control), 2).index("</w:sdt>") < inserted(p(control), 2).index("NEW")


def test_another_authors_insertion_is_split_around_our_words() -> None:
    data = docx("{+their words+}")
    written = write_redline(open_docx(data), [Edit("x", Span(0, 5, 5), "", " NEW")], (), ME, False)
    assert shown(written.data) == ["their{+ NEW+} words"]
    found = xml(written.data)
    assert found.count("<w:ins w:id=") == 3
    assert found.count(OTHER.split()[0]) == 2
