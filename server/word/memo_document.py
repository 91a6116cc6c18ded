"""The issues list as a Word document: a heading, a summary, a table for each group; in the private one what only our side may read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from server.model import MISSING, NO_ADVICE, Issue, Memo, Signature, Step
from server.word.archive import Limits, build_zip, read_parts
from server.word.ooxml import W

INK, GREY, STRUCK, NEW = RGBColor(0x1F, 0x2A, 0x44), RGBColor(0x5F, 0x66, 0x73), RGBColor(0xA8, 0x1E, 0x1E), RGBColor(0x1B, 0x4F, 0x9C)
FONT = "Calibri"
HEADS = ("No.", "Section", "Present words", "Our change", "Reason")
WIDTHS = (11, 38, 62, 86, 60)  # mm; together the width of a landscape A4 page between its margins


def set_memo(memo: Memo, signature: Signature) -> bytes:
    """The list as a DOCX, landscape A4; the same memo gives the same bytes."""
    document = docx.Document()
    _lay_out(document, memo, signature)
    _head(document, memo)
    for heading, issues in memo.groups:
        document.add_heading(heading, 2)
        _table(document, issues)
    if memo.private:
        _private(document, memo)
    _line(document, NO_ADVICE, Pt(8.5), GREY).paragraph_format.space_before = Pt(14)
    out = io.BytesIO()
    document.save(out)
    return build_zip(read_parts(out.getvalue(), Limits()))  # python-docx writes the clock's time into the zip


def _lay_out(document: Document, memo: Memo, signature: Signature) -> None:
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin, page.bottom_margin = Mm(18), Mm(16)
    for name, size, color in (("Normal", 10, None), ("Title", 20, INK), ("Heading 2", 13, INK), ("Heading 3", 11, INK)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().attrib.update(
            {f"{{{W}}}{script}": FONT for script in ("hAnsi", "cs", "eastAsia")}
        )
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(f"{{{W}}}{theme}", None)
        if color is not None:
            style.font.color.rgb = color
    facts = document.core_properties
    facts.author = facts.last_modified_by = signature.author
    facts.title, facts.comments = f"{memo.title}: {memo.document}", ""
    facts.created = facts.modified = signature.date.astimezone(UTC).replace(tzinfo=None) if signature.date.tzinfo else datetime(1980, 1, 1)
    _page_numbers(page.footer.paragraphs[0])


def _page_numbers(paragraph: Paragraph) -> None:
    """ "Page 1 of 3", as fields (ECMA-376-1, 17.16.5.44 and 17.16.5.42)."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for words, code in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words).font.size = Pt(8.5)
        field = f'<w:fldSimple {nsdecls("w")} w:instr=" {code} "><w:r><w:rPr><w:sz w:val="17"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'
        paragraph._p.append(parse_xml(field))


def _head(document: Document, memo: Memo) -> None:
    document.add_paragraph(memo.title, style="Title")
    sides = " and ".join(name for name in (memo.them, memo.me) if name)
    _line(document, " · ".join(part for part in (memo.document, sides, memo.date) if part), Pt(11), GREY)
    for line in memo.summary:
        document.add_paragraph(line, style="List Bullet")


def _line(document: Document, text: str, size: Pt, color: RGBColor) -> Paragraph:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = size, color
    return paragraph


# ---------------------------------------------------------------- tables
def _table(document: Document, issues: Sequence[Issue]) -> None:
    table = document.add_table(rows=1, cols=len(HEADS))
    table.style, table.autofit = "Table Grid", False
    for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
        _shade(cell, "E7EAF0")
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for issue in issues:
        _row(table, issue)
    for row in table.rows:
        row._tr.get_or_add_trPr().insert(0, parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = Mm(width)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(2)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    table._tbl.tblPr.append(parse_xml(_borders()))


def _borders() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C3C9D4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"


def _row(table: Table, issue: Issue) -> None:
    number, section, words, change, reason = table.add_row().cells  # type: ignore[no-untyped-call]
    number.text = str(issue.number)
    section.paragraphs[0].add_run(issue.section)
    title = section.add_paragraph().add_run(issue.title)
    title.font.color.rgb, title.font.size = GREY, Pt(9)
    if issue.words:
        words.text = issue.words
    else:
        missing = words.paragraphs[0].add_run(MISSING)
        missing.italic, missing.font.color.rgb = True, GREY
    _write_steps(change, issue.change)
    reason.text = issue.reason


def _write_steps(cell: _Cell, steps: Sequence[Step]) -> None:
    """Struck words struck through and red, new ones underlined and blue: not by color alone."""
    paragraph = cell.paragraphs[0]
    for step in steps:
        if step.kind == "keep" and step.text == "\n":
            paragraph = cell.add_paragraph()
            continue
        run = paragraph.add_run(step.text)
        if step.kind == "delete":
            run.font.strike, run.font.color.rgb = True, STRUCK
        elif step.kind == "insert":
            run.font.underline, run.font.color.rgb = True, NEW


def _shade(cell: _Cell, fill: str) -> None:
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'))


# ---------------------------------------------------------------- for us alone
def _private(document: Document, memo: Memo) -> None:
    document.add_heading("For us alone", 2)
    for issue in (*memo.issues, *memo.unmarked):
        if issue.aside is None:
            continue
        state = f"marked: {issue.aside.rung}" if issue.aside.rung else "not marked"
        document.add_heading(f"{issue.number}. {issue.title} ({issue.section}; {issue.aside.severity}; {state})", 3)
        for text in (issue.aside.why, *issue.aside.note.split("\n")):
            if text:
                document.add_paragraph(text)
        for rung, words in issue.aside.wordings:
            _labelled(document, rung.capitalize(), words)
        for law in issue.aside.law:
            _labelled(document, f"Law, {law.jurisdiction} (as of {law.as_of})", law.text)
    document.add_heading("Covering message", 2)
    for line in memo.email.splitlines():
        document.add_paragraph(line).paragraph_format.space_after = Pt(0)


def _labelled(document: Document, label: str, text: str) -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(text)
