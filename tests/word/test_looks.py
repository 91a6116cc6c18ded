"""What a paragraph looks like in the end, and how an annex takes it up."""

from __future__ import annotations

from server.model import Samples
from server.word.looks import Design, read_design
from server.word.package import open_docx
from server.word.story import read_blocks
from tests.docx_language import W, docx, package

STYLES = f"""<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:spacing w:before="400"/><w:jc w:val="center"/></w:pPr>
<w:rPr><w:b/><w:caps/><w:sz w:val="60"/></w:rPr></w:style></w:styles>"""
HEADING = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Services</w:t></w:r></w:p>'
TEXT = '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>The Consultant works.</w:t></w:r></w:p>'


def design(*blocks: str, samples: Samples, parts: dict[str, str] | None = None) -> Design:
    file = open_docx(docx(*blocks, parts=parts))
    return read_design(file, read_blocks(file, {}), samples)


def test_defaults_styles_and_own_format_make_the_look() -> None:
    text = design(HEADING, TEXT, samples=Samples(1, 0, 0), parts={"styles": STYLES}).text
    assert (text.font, text.size, text.align, text.after, text.line) == ("Georgia", 20, "both", 160, 259)


def test_headings_and_titles_keep_their_look_within_measure() -> None:
    made = design(HEADING, TEXT, samples=Samples(1, 0, 0), parts={"styles": STYLES})
    assert (made.heading.bold, made.heading.caps, made.heading.size, made.heading.align) == (True, True, 24, "left")
    assert (made.title.size, made.title.align, made.title.before) == (36, "center", 0)


def test_without_samples_headings_are_bold() -> None:
    made = design(TEXT, samples=Samples(0))
    assert (made.text.bold, made.heading.bold, made.title.bold) == (False, True, True)


def test_running_text_is_never_bold_or_squeezed() -> None:
    bold = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>All bold here.</w:t></w:r></w:p>'
    text = design(bold, samples=Samples(0)).text
    assert (text.bold, text.align, text.after) == (False, "left", 120)


def test_the_width_is_what_the_last_section_leaves_between_its_margins() -> None:
    page = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1800" w:right="1800"/></w:sectPr>'
    file = open_docx(package(TEXT + page, section=False))
    assert read_design(file, read_blocks(file, {}), Samples(0)).width == 8640
