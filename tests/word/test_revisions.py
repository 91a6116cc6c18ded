"""Words changed under tracking, in every kind of surrounding the format knows. Each result also goes before the judge."""

from __future__ import annotations

import pytest

from server.errors import EditError
from server.model import Change, Edit, Span
from server.word.package import open_docx
from server.word.revisions import write_redline
from tests.docx_language import OTHER, docx, package, run
from tests.marking import ME, edit, judge, mark, shown, texts, xml


def field(code: str, result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f'{char("begin")}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{char("separate")}{run(result)}{char("end")}'


def p(*content: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(content)}</w:p>"


def marked_as(data: bytes, expected: str, *changes: tuple[str, str], at: int = 0) -> str:
    """Marks, checks what paragraph `at` shows, that accepting gives the intended text, and asks the judge; returns the XML."""
    written = mark(data, *changes)
    assert written.skipped == ()
    assert shown(written.data)[at] == expected
    before = texts(data)[at]
    for old, new in changes:
        before = before.replace(old, new, 1)
    assert texts(written.data)[at] == before
    judge(data, written.data, "--no-schema")
    return xml(written.data)


def refused(data: bytes, old: str, new: str) -> str:
    """The reason why an edit was skipped; the document is then as it was."""
    written = mark(data, (old, new))
    assert written.applied == ()
    assert written.data == open_docx(data).saved({})
    return written.skipped[0].reason


# ---------------------------------------------------------------- runs and their looks
def test_a_replacement_inside_one_run_keeps_its_formatting() -> None:
    data = docx("<w:p>" + run("Fees are due at once.", "<w:i/><w:sz w:val='18'/>") + "</w:p>")
    found = marked_as(data, "Fees are due [-at once-]{+in time+}.", ("at once", "in time"))
    assert found.count("<w:i/>") == 4


def test_text_split_over_ten_runs_of_mixed_formatting_and_rsids() -> None:
    looks = ["", "<w:b/>", "<w:i/>", "", "<w:u w:val='single'/>", "", "<w:b/>", "", "<w:color w:val='FF0000'/>", ""]
    pieces = ["The Con", "sul", "tant sh", "all ", "inde", "mnify ", "and ho", "ld harm", "less the", " Client."]
    body = "".join(run(t, k).replace("<w:r>", f'<w:r w:rsidR="00A{n}0000">') for n, (t, k) in enumerate(zip(pieces, looks, strict=True)))
    marked_as(
        package(f"<w:p>{body}</w:p>"),
        "The Consultant shall [-indemnify and hold harmless-]{+compensate+} the Client.",
        ("indemnify and hold harmless", "compensate"),
    )


def test_inserted_words_take_the_look_of_most_of_the_words_they_replace() -> None:
    data = docx("**Cap.** The **Client** may claim all damages.")
    found = marked_as(data, "Cap. The [-Client may claim all damages-]{+cap applies+}.", ("Client may claim all damages", "cap applies"))
    assert "<w:r><w:t>cap applies</w:t></w:r>" in found


def test_words_inserted_after_a_bold_lead_in_are_not_bold() -> None:
    data = docx("**Term.** This Agreement ends in May.")
    written = write_redline(open_docx(data), [Edit("x", Span(0, 5, 5), "", " Always:")], (), ME, False)
    assert shown(written.data) == ["Term.{+ Always:+} This Agreement ends in May."]
    assert "<w:r><w:t> Always:</w:t></w:r>" in xml(written.data).replace(' xml:space="preserve"', "")
    judge(data, written.data, "--no-schema")


def test_a_word_diff_marks_only_its_deletions_and_insertions() -> None:
    data = docx("Company's total liability is limited.")
    changes = (
        Change("delete", Span(0, 0, 9), "Company's"),
        Change("insert", Span(0, 9, 9), "Each party's"),
        Change("keep", Span(0, 9, 29), " total liability is "),
        Change("insert", Span(0, 29, 29), "always "),
        Change("keep", Span(0, 29, 37), "limited."),
    )
    whole = "Each party's total liability is always limited."
    written = write_redline(open_docx(data), [Edit("x", Span(0, 0, 37), texts(data)[0], whole, "", changes)], (), ME, False)
    assert shown(written.data) == ["[-Company's-]{+Each party's+} total liability is {+always +}limited."]
    judge(data, written.data, "--no-schema")


def test_edges_without_space_preserve_are_read_as_word_reads_them() -> None:
    data = package("<w:p><w:r><w:t> padded \n words </w:t></w:r><w:r><w:t xml:space='preserve'> here</w:t></w:r></w:p>")
    assert texts(data) == ["padded   words here"]
    marked_as(data, "padded \n [-words-]{+terms+} here", ("words", "terms"))


# ---------------------------------------------------------------- links, fields, controls, bookmarks, notes, drawings
LINK = '<w:hyperlink r:id="rIdL" w:history="1">' + run("the policy", '<w:rStyle w:val="Hyperlink"/>') + "</w:hyperlink>"


def linked(body: str) -> bytes:
    return package(body.replace(' r:id="rIdL"', ' w:anchor="there"'))


def test_words_around_a_hyperlink_change_and_the_link_stays() -> None:
    data = linked(p(run("Read "), LINK, run(" with great care.")))
    found = marked_as(data, "Read the policy with [-great-]{+due+} care.", ("great", "due"))
    assert found.count("<w:hyperlink") == 1


def test_words_inside_a_hyperlink_change_inside_it() -> None:
    data = linked(p(run("Read "), LINK, run(" now.")))
    found = marked_as(data, "Read the [-policy-]{+terms+} now.", ("policy", "terms"))
    assert found.index("<w:hyperlink") < found.index("<w:ins") < found.index("</w:hyperlink>")


def test_words_added_at_a_links_end_are_no_part_of_the_link() -> None:
    data = linked(p(run("Read "), LINK))
    written = write_redline(open_docx(data), [Edit("x", Span(0, 15, 15), "", " and the annex")], (), ME, False)
    assert xml(written.data).index("</w:hyperlink>") < xml(written.data).index("and the annex")
    assert "Hyperlink" not in xml(written.data)[xml(written.data).index("</w:hyperlink>") :]
    judge(data, written.data, "--no-schema")


def test_a_sentence_with_link_fields_control_and_bookmark_keeps_them_all() -> None:
    simple = f'<w:fldSimple w:instr=" DATE ">{run("1 May")}</w:fldSimple>'
    control = f'<w:sdt><w:sdtPr><w:alias w:val="c"/></w:sdtPr><w:sdtContent>{run("the fee")}</w:sdtContent></w:sdt>'
    book = f'<w:bookmarkStart w:id="1" w:name="b"/>{run("promptly")}<w:bookmarkEnd w:id="1"/>'
    body = p(
        run("Client "),
        LINK,
        run(" must by "),
        simple,
        run(" under "),
        field(" REF a ", "Section 4"),
        run(" pay "),
        control,
        run(" "),
        book,
        run("."),
    )
    found = marked_as(
        linked(body),
        "Client the policy [-must-]{+shall+} by 1 May [-under-]{+subject to+} Section 4 pay the [-fee-]{+price+} [-promptly-]{+soon+}.",
        ("must", "shall"),
        ("under", "subject to"),
        ("fee", "price"),
        ("promptly", "soon"),
    )
    for kept in ("w:hyperlink", "w:fldSimple", "w:sdtContent", "w:bookmarkStart", "w:bookmarkEnd"):
        assert f"<{kept}" in found
    assert found.count("w:fldChar ") == 3


@pytest.mark.parametrize("made", [field(" REF x ", "Section 9"), f'<w:fldSimple w:instr=" REF x ">{run("Section 9")}</w:fldSimple>'])
def test_a_fields_result_is_refused(made: str) -> None:
    assert refused(package(p(run("See "), made, run(" below."))), "Section 9", "Section 10") == "field_result"


def test_an_edit_that_would_cut_a_field_is_refused_whole() -> None:
    assert refused(package(p(run("See "), field(" REF x ", "Section 9"), run(" below."))), "9 below", "10 above") == "field_result"


def test_words_beside_a_field_change() -> None:
    data = package(p(run("See "), field(" REF x ", "Section 9"), run(" below.")))
    marked_as(data, "[-See-]{+Compare+} Section 9 [-below-]{+above+}.", ("See", "Compare"), ("below", "above"))


@pytest.mark.parametrize(("at", "expected"), [(0, "{+X +}Section 9"), (9, "Section 9{+X +}")])
def test_words_added_at_a_fields_edge_stand_outside_the_field(at: int, expected: str) -> None:
    data = package(p(field(" REF x ", "Section 9")))
    written = write_redline(open_docx(data), [Edit("x", Span(0, at, at), "", "X ")], (), ME, False)
    assert shown(written.data) == [expected]
    found = xml(written.data)
    inside = found[found.index('"begin"') : found.index('"end"')]
    assert "<w:t>X" not in inside.replace(' xml:space="preserve"', "")
    judge(data, written.data, "--no-schema")


def test_words_that_occur_only_in_field_codes_are_no_text() -> None:
    assert texts(package(p(run("A "), field(" MERGEFIELD Consultant ", "Bob"), run(".")))) == ["A Bob."]


def test_a_field_over_several_paragraphs_is_refused_in_each() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    data = package(
        p(begin, run("One 1")) + p(run("Two 2")) + p(run("Three 3"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', run(" tail"))
    )
    assert refused(data, "Two", "Zwei") == refused(data, "Three", "Drei") == "field_result"
    marked_as(data, "Three 3 [-tail-]{+end+}", ("tail", "end"), at=2)


def test_a_range_over_a_footnote_reference_keeps_the_reference() -> None:
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    data = package(p(run("The fee"), note, run(" is due.")))
    found = marked_as(data, "The [-fee is due-]{+price must be paid+}.", ("fee is due", "price must be paid"))
    assert found.count("footnoteReference") == 1
    assert "<w:footnoteReference" not in "".join(part.split("</w:del>")[0] for part in found.split("<w:del ")[1:])


def test_a_range_over_a_drawing_keeps_the_drawing() -> None:
    data = package(p(run("The logo"), "<w:r><w:drawing/></w:r>", run(" is ours.")))
    found = marked_as(data, "The [-logo is-]{+mark was+} ours.", ("logo is", "mark was"))
    assert found.count("<w:drawing") == 1


@pytest.mark.parametrize(
    "control",
    [
        '<w:lock w:val="contentLocked"/>',
        '<w:lock w:val="sdtContentLocked"/>',
        "<w:showingPlcHdr/>",
        '<w:dataBinding w:xpath="/a" w:storeItemID="{0}"/>',
        "<w:date/>",
    ],
)
def test_a_locked_or_filled_control_is_refused(control: str) -> None:
    body = p(run("Pay "), f"<w:sdt><w:sdtPr>{control}</w:sdtPr><w:sdtContent>{run('the fee')}</w:sdtContent></w:sdt>", run(" soon."))
    assert refused(package(body), "fee", "price") == "locked_control"
    assert refused(package(body), "the fee soon", "a price") == "locked_control"


def test_a_locked_control_around_paragraphs_is_refused() -> None:
    body = f'<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>{p(run("Pay now."))}</w:sdtContent></w:sdt>'
    assert refused(package(body + p(run("End."))), "now", "later") == "locked_control"


def test_words_in_an_open_control_change_inside_it() -> None:
    body = f'<w:sdt><w:sdtPr><w:lock w:val="sdtLocked"/></w:sdtPr><w:sdtContent>{p(run("Pay now."))}</w:sdtContent></w:sdt>'
    found = marked_as(package(body + p(run("End."))), "Pay [-now-]{+later+}.", ("now", "later"))
    assert found.index("<w:sdtContent>") < found.index("<w:ins") < found.index("</w:sdtContent>")


# ---------------------------------------------------------------- other reviewers' changes
def test_a_deletion_inside_anothers_insertion_is_nested_in_it() -> None:
    data = docx("Client {+may freely use+} it.")
    written = mark(data, ("freely ", ""))
    assert shown(written.data) == ["Client may [-freely -]use it."]
    found = xml(written.data)
    assert found.index('w:author="Other"') < found.index('<w:del w:id="') < found.index("</w:ins>")
    judge(data, written.data, "--no-schema")


def test_an_insertion_inside_anothers_insertion_splits_it() -> None:
    data = docx("Client {+may use+} it.")
    written = write_redline(open_docx(data), [Edit("x", Span(0, 10, 10), "", " not")], (), ME, False)
    found = xml(written.data)
    assert shown(written.data) == ["Client may{+ not+} use it."]
    assert found.count('<w:ins w:id="') == 3
    assert "<w:ins" not in found[found.index("<w:ins") + 6 : found.index("</w:ins>")]


def test_a_range_over_anothers_insertion_and_deletion() -> None:
    data = docx("The [-old-]{+new+} rule holds.")
    written = mark(data, ("The new rule", "This"))
    assert shown(written.data) == ["[-The new rule-]{+This+} holds."]
    assert xml(written.data).count('w:author="Other"') >= 2
    judge(data, written.data, "--no-schema")


def test_words_beside_anothers_changes() -> None:
    data = docx("The [-old-]{+new+} rule holds.")
    marked_as(data, "[-The-]{+A+} new [-rule-]{+law+} holds.", ("The", "A"), ("rule", "law"))


def test_words_at_the_edges_of_anothers_insertion_stand_outside_it() -> None:
    data = docx("A {+bc+} d")
    for at, expected in ((2, "A {+X+}bc d"), (4, "A bc{+X+} d")):
        written = write_redline(open_docx(data), [Edit("x", Span(0, at, at), "", "X")], (), ME, False)
        assert shown(written.data) == [expected]
        judge(data, written.data, "--no-schema")


def move(tag: str, name: str, text: str, number: int) -> str:
    return (
        f'<w:{tag}RangeStart w:id="{number}" w:name="{name}" {OTHER}/><w:{tag} w:id="{number + 1}" {OTHER}>{run(text)}</w:{tag}>'
        f'<w:{tag}RangeEnd w:id="{number}"/>'
    )


def test_words_inside_anothers_move_are_marked_where_they_went() -> None:
    data = package(
        p(run("One "), move("moveFrom", "m", "moved words", 10), run(" two "), move("moveTo", "m", "moved words", 20), run(" end."))
    )
    assert texts(data) == ["One  two moved words end."]
    marked_as(data, "One  two moved [-words-]{+terms+} end.", ("words", "terms"))


def test_a_paragraph_mark_that_another_deleted_joins_the_paragraphs() -> None:
    body = p(run("First half"), properties=f'<w:rPr><w:del w:id="5" {OTHER}/></w:rPr>') + p(run(" and second.")) + p(run("End."))
    data = package(body)
    assert texts(data) == ["First half and second.", "End."]
    written = mark(data, ("half and second", "part"))
    assert texts(written.data)[0] == "First part."
    judge(data, written.data, "--no-schema")


def test_a_row_that_another_deleted_has_no_words() -> None:
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    gone = row.format(f'<w:trPr><w:del w:id="5" {OTHER}/></w:trPr>', "gone")
    data = docx(f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{gone}{row.format('', 'kept')}</w:tbl>", "End.")
    assert texts(data) == ["kept", "End."]


def test_ids_stay_unique_where_anothers_format_change_is_split() -> None:
    look = f'<w:b/><w:rPrChange w:id="7" {OTHER}><w:rPr/></w:rPrChange>'
    found = xml(mark(package(p(run("one two three", look))), ("two", "2")).data)
    numbers = [part.split('"')[0] for part in found.split('w:id="')[1:]]
    assert len(numbers) == len(set(numbers))


# ---------------------------------------------------------------- characters that are elements
def test_tabs_and_breaks_stay_elements_also_in_inserted_text() -> None:
    data = docx("1.\tTerm\nof one year.")
    found = marked_as(data, "1.\t[-Term\nof one-]{+Period\tor\ntwo+} year.", ("Term\nof one", "Period\tor\ntwo"))
    assert found.count("<w:tab/>") == 2 and found.count("<w:br/>") == 2


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\u00ad"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "\uf0fc"),
        ("<w:cr/>", "\n"),
        ('<w:ptab w:relativeTo="margin" w:alignment="left" w:leader="none"/>', "\t"),
        ("<w:t>\u00a0</w:t>", "\u00a0"),
        ("<w:t>\u2019\u201c</w:t>", "\u2019\u201c"),
    ],
)
def test_a_change_across_a_special_character(inner: str, text: str) -> None:
    data = package(p(f"<w:r><w:t>work</w:t>{inner}<w:t>shop floor</w:t></w:r>"))
    assert texts(data) == [f"work{text}shop floor"]
    written = mark(data, (f"work{text}shop", "studio"))
    assert texts(written.data) == ["studio floor"]
    judge(data, written.data, "--no-schema")


def test_a_non_breaking_hyphen_in_new_words_becomes_an_element() -> None:
    assert "<w:noBreakHyphen/>" in xml(mark(docx("a part here"), ("part", "sub\u2011part")).data)


def test_control_characters_in_new_words_are_an_error() -> None:
    with pytest.raises(EditError):
        mark(docx("a part here"), ("part", "pa\x07rt"))


# ---------------------------------------------------------------- neighbours of the words
BESIDE = {
    "comment range": '<w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/>',
    "proofing marks": '<w:proofErr w:type="spellStart"/>{}<w:proofErr w:type="spellEnd"/>',
    "smart tag": '<w:smartTag w:uri="u" w:element="place">{}</w:smartTag>',
    "custom XML": '<w:customXml w:uri="u" w:element="x">{}</w:customXml>',
    "permission range": '<w:permStart w:id="3" w:edGrp="everyone"/>{}<w:permEnd w:id="3"/>',
    "direction": '<w:bdo w:val="ltr">{}</w:bdo>',
    "inline math": "{}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
    "ruby": "{}<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>r</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    "alternate content": '{}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice></mc:AlternateContent></w:r>',
}


@pytest.mark.parametrize("kind", BESIDE)
def test_words_in_or_beside(kind: str) -> None:
    data = package(p(run("Pay "), BESIDE[kind].format(run("the whole fee")), run(" now.")))
    text = texts(data)[0]
    written = mark(data, ("whole", "agreed"), ("now", "later"))
    assert texts(written.data)[0] == text.replace("whole", "agreed").replace("now", "later")
    assert written.skipped == ()
    judge(data, written.data, "--no-schema")


def test_the_base_of_ruby_is_read_but_not_edited() -> None:
    assert refused(package(p(BESIDE["ruby"].format(run("a ")), run(" c"))), "b c", "d") == "unsupported"


def test_right_to_left_words_keep_their_direction() -> None:
    data = package(p(run("שלום עולם טוב", "<w:rtl/>"), properties="<w:bidi/>"))
    found = marked_as(data, "שלום [-עולם-]{+חבר+} טוב", ("עולם", "חבר"))
    assert found.count("<w:rtl/>") == 4


# ---------------------------------------------------------------- where paragraphs stand
def test_table_cells_nested_too() -> None:
    inner = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>deep words</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    data = docx(
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{p(run('outer words'))}{inner}{p(run('last words'))}</w:tc></w:tr></w:tbl>",
        "End.",
    )
    assert texts(data) == ["outer words", "deep words", "last words", "End."]
    written = mark(data, ("outer words", "x"), ("deep words", "y"), ("last words", "z"))
    assert texts(written.data) == ["x", "y", "z", "End."]
    judge(data, written.data, "--no-schema")


BOX = "<wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp>"


def text_box(text: str) -> str:
    choice = f'<mc:Choice Requires="wps"><w:drawing>{BOX.format(p(run(text)))}</w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{p(run(text))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}{old}</mc:AlternateContent></w:r>"


def test_a_text_box_and_its_fallback_change_alike() -> None:
    data = package(p(run("Anchor."), text_box("Boxed words")))
    assert texts(data) == ["Anchor.", "Boxed words"]
    written = mark(data, ("words", "terms"))
    assert xml(written.data).count("<w:t>terms</w:t>") == 2
    judge(data, written.data, "--no-schema")


NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:type="separator" w:id="-1">'
    "<w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    f'<w:footnote w:id="2"><w:p>{run("A noted word.")}</w:p></w:footnote></w:footnotes>'
)


def test_footnotes_are_read_and_marked() -> None:
    data = docx(p(run("Body"), '<w:r><w:footnoteReference w:id="2"/></w:r>'), parts={"footnotes": NOTES})
    assert texts(data) == ["Body", "A noted word."]
    written = mark(data, ("noted", "marked"), ("Body", "Text"))
    assert shown(written.data, "word/footnotes.xml")[1] == "A [-noted-]{+marked+} word."
    judge(data, written.data, "--no-schema", "--allow-part", "word/footnotes.xml")


# ---------------------------------------------------------------- never success with nothing applied
def test_words_that_are_not_there_are_lost() -> None:
    data = docx("One two.")
    written = write_redline(open_docx(data), [Edit("x", Span(0, 0, 3), "Two", "2"), Edit("y", Span(7, 0, 1), "a", "b")], (), ME, False)
    assert [(s.finding, s.reason) for s in written.skipped] == [("x", "anchor_lost"), ("y", "anchor_lost")]
    assert written.applied == ()


def test_a_finding_with_one_refused_edit_is_skipped_whole() -> None:
    data = package(p(run("See "), field(" REF x ", "Section 9"), run(" below.")) + p(run("And more.")))
    written = write_redline(open_docx(data), [edit(data, "Section 9", "10", "f"), edit(data, "more", "less", "f")], (), ME, False)
    assert [s.reason for s in written.skipped] == ["field_result"]
    assert texts(written.data) == texts(data)


def test_the_same_edits_give_the_same_bytes() -> None:
    data = docx("The **fee** is due {+soon+}.", "And more.")
    assert mark(data, ("fee", "price"), ("more", "less")).data == mark(data, ("fee", "price"), ("more", "less")).data
