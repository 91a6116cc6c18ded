from __future__ import annotations

import pytest
from lxml import etree

from server.word.styles import Look, Styles, read_styles
from tests.docx_language import NAMESPACES

PLAIN = Look()
BOLD = Look(bold=True)


def style(style_id: str, inside: str = "", *, name: str = "", base: str = "", kind: str = "paragraph", default: bool = False) -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    flag = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"{flag}><w:name w:val="{name or style_id}"/>{based}{inside}</w:style>'


def styles(*parts: str) -> Styles:
    return read_styles(etree.fromstring(f"<w:styles {NAMESPACES}>{''.join(parts)}</w:styles>"))


def numbered(num_id: int | None = None, level: int | None = None) -> str:
    said = ("" if level is None else f'<w:ilvl w:val="{level}"/>') + ("" if num_id is None else f'<w:numId w:val="{num_id}"/>')
    return f"<w:pPr><w:numPr>{said}</w:numPr></w:pPr>"


def looks(inside: str) -> str:
    return f"<w:rPr>{inside}</w:rPr>"


def run_properties(inside: str) -> etree._Element:
    return etree.fromstring(f"<w:rPr {NAMESPACES}>{inside}</w:rPr>")


# ---------------------------------------------------------------- names
def test_a_heading_has_the_name_that_word_shows() -> None:
    assert styles(style("berschrift1", name="heading 1")).name("berschrift1") == "Heading 1"


def test_other_names_stay_as_they_are() -> None:
    assert styles(style("a", name="Clause level 2")).name("a") == "Clause level 2"


def test_an_alias_behind_the_name_is_not_part_of_it() -> None:
    assert styles(style("a", name="heading 2,h2,Clause")).name("a") == "Heading 2"


@pytest.mark.parametrize("missing", ["Nope", "", None])
def test_a_missing_style_is_the_default_paragraph_style(missing: str | None) -> None:
    known = styles(style("Other"), style("Std", looks("<w:b/>"), name="Normal", default=True))
    assert known.name(missing) == "Normal"
    assert known.look(missing, None) == BOLD


def test_a_style_is_found_by_name_whatever_its_id_and_case() -> None:
    known = styles(style("Kommentartext", name="annotation text"))
    assert known.by_name("Annotation Text") == "Kommentartext"
    assert known.by_name("footnote text") is None


def test_a_document_without_styles_has_no_names_looks_or_numbers() -> None:
    known = read_styles(None)
    assert (known.name("Heading1"), known.outline("Heading1"), known.numbering("x")) == ("", None, None)
    assert known.look("Heading1", run_properties('<w:rStyle w:val="Strong"/><w:i/>')) == Look(italic=True)


# ---------------------------------------------------------------- headings
def test_an_outline_level_is_inherited() -> None:
    known = styles(style("A", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'), style("B", base="A"))
    assert known.outline("B") == 2


def test_a_built_in_heading_has_its_outline_level_without_saying_so() -> None:
    known = styles(style("Titre2", name="heading 2"), style("Mine", base="Titre2"))
    assert (known.outline("Titre2"), known.outline("Mine")) == (1, 1)


def test_outline_level_nine_is_body_text() -> None:
    known = styles(style("H", name="heading 1"), style("B", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', base="H"))
    assert known.outline("B") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("heading 3", True),
        ("Schedule Heading", True),
        ("Title", True),
        ("Heading 2 Text", False),
        ("Body Text", False),
        ("Subheadings", False),
    ],
)
def test_a_heading_is_told_by_its_name(name: str, expected: bool) -> None:
    assert styles(style("a", name=name)).is_heading("a") is expected


# ---------------------------------------------------------------- numbering
def test_list_and_level_are_inherited_each_by_itself() -> None:
    known = styles(style("A", numbered(7)), style("B", numbered(level=1), base="A"), style("C", numbered(9), base="B"))
    assert [known.numbering(name) for name in "ABC"] == [(7, 0), (7, 1), (9, 1)]


def test_list_zero_takes_the_number_away() -> None:
    assert styles(style("A", numbered(7)), style("B", numbered(0), base="A")).numbering("B") is None


# ---------------------------------------------------------------- robustness
def test_a_circle_of_bases_ends() -> None:
    known = styles(style("A", looks("<w:b/>"), base="B"), style("B", numbered(3), base="A"))
    assert known.numbering("A") == (3, 0)
    assert known.look("B", None) == BOLD


def test_a_missing_base_ends_the_inheritance() -> None:
    assert styles(style("A", looks("<w:i/>"), base="Gone")).look("A", None) == Look(italic=True)


def test_values_that_are_no_numbers_are_not_there() -> None:
    inside = '<w:pPr><w:outlineLvl w:val="x"/><w:numPr><w:numId w:val=""/></w:numPr></w:pPr>'
    known = styles(style("A", inside), style("B", f'<w:pPr><w:outlineLvl w:val="{"9" * 5000}"/></w:pPr>'))
    assert (known.outline("A"), known.numbering("A"), known.outline("B")) == (None, None, None)


# ---------------------------------------------------------------- looks (17.7.3)
LAYERS = (
    style("Std", default=True),
    style("Bold", looks("<w:b/>")),
    style("Unbold", looks('<w:b w:val="0"/>'), base="Bold"),
    style("Strong", looks("<w:b/>"), kind="character"),
    style("Stronger", base="Strong", kind="character"),
    style("Line", looks('<w:u w:val="single"/>'), kind="character"),
    style("Lined", looks('<w:u w:val="double"/>')),
    style("NoLine", looks('<w:u w:val="none"/>'), kind="character"),
    style("Caps", looks("<w:smallCaps/>")),
)


@pytest.mark.parametrize(
    ("paragraph_style", "inside", "expected"),
    [
        ("Std", "", PLAIN),
        ("Std", "<w:b/>", BOLD),
        ("Std", '<w:b w:val="false"/>', PLAIN),
        ("Bold", "", BOLD),
        ("Unbold", "", PLAIN),
        ("Bold", "<w:b/>", BOLD),
        ("Bold", '<w:b w:val="0"/>', PLAIN),
        ("Std", '<w:rStyle w:val="Stronger"/>', BOLD),
        ("Bold", '<w:rStyle w:val="Strong"/>', PLAIN),
        ("Bold", '<w:rStyle w:val="Strong"/><w:b/>', BOLD),
        ("Std", '<w:rStyle w:val="Bold"/>', PLAIN),
        ("Std", '<w:rStyle w:val="Gone"/>', PLAIN),
        ("Lined", "", Look(underline=True)),
        ("Lined", '<w:rStyle w:val="Line"/>', Look(underline=True)),
        ("Lined", '<w:rStyle w:val="NoLine"/>', PLAIN),
        ("Std", '<w:u w:color="FF0000"/>', PLAIN),
        ("Std", "<w:caps/>", Look(caps=True)),
        ("Caps", "<w:i/>", Look(italic=True, caps=True)),
    ],
)
def test_a_run_looks_as_its_layers_combine(paragraph_style: str, inside: str, expected: Look) -> None:
    assert styles(*LAYERS).look(paragraph_style, run_properties(inside)) == expected


def test_what_the_document_defaults_to_is_not_toggled_off_by_a_style() -> None:
    defaults = f"<w:docDefaults><w:rPrDefault>{looks('<w:b/>')}</w:rPrDefault></w:docDefaults>"
    known = styles(defaults, *LAYERS)
    assert known.look("Bold", None) == BOLD
    assert known.look("Std", run_properties('<w:b w:val="0"/>')) == PLAIN
