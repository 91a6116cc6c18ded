"""Names of WordprocessingML (ECMA-376-1, namespace in 17.2) and the few questions asked of an element everywhere."""

from __future__ import annotations

from lxml import etree

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


P, R, T, TBL, TR, TC, SDT, SDT_CONTENT = (w(n) for n in ("p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent"))
P_PR, R_PR, TR_PR, TC_PR, SDT_PR, SECT_PR = (w(n) for n in ("pPr", "rPr", "trPr", "tcPr", "sdtPr", "sectPr"))
INS, DEL, MOVE_FROM, MOVE_TO = (w(n) for n in ("ins", "del", "moveFrom", "moveTo"))
HYPERLINK, FLD_SIMPLE, FLD_CHAR, INSTR_TEXT = (w(n) for n in ("hyperlink", "fldSimple", "fldChar", "instrText"))
SMART_TAG, CUSTOM_XML, DIR, BDO, RUBY = (w(n) for n in ("smartTag", "customXml", "dir", "bdo", "ruby"))
ID, VAL, AUTHOR, DATE = (w(n) for n in ("id", "val", "author", "date"))
TXBX_CONTENT = w("txbxContent")
FALLBACK = f"{{{MC}}}Fallback"
ALTERNATE = f"{{{MC}}}AlternateContent"

GONE = frozenset({DEL, MOVE_FROM})  # not in the current view
CAME = frozenset({INS, MOVE_TO})  # in the current view, but a revision's
TAB, SYM = w("tab"), w("sym")
# What has one character of its own beside the words of a w:t and the symbols of a w:sym (17.3.3).
CHARACTERS = {
    TAB: "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}

THROUGH = frozenset({INS, MOVE_TO, HYPERLINK, SMART_TAG, CUSTOM_XML, DIR, BDO})  # wrappers of runs that the text is read through


def new_element(name: str, attributes: dict[str, str] | None = None) -> Element:
    """An element of WordprocessingML, under the usual prefix."""
    return etree.Element(name, attributes or {}, {"w": W})


def properties_of(element: Element, name: str) -> Element | None:
    """The first child of this name, as `find` gives it; quickly where it leads, as properties do (w:pPr of a w:p, w:rPr of a w:r)."""
    first = next(iter(element), None)
    return first if first is not None and first.tag == name else element.find(name)


def is_in_run(element: Element) -> bool:
    """Whether a run holds it: a w:tab there is a character, among a paragraph's properties a tab stop."""
    above = element.getparent()
    return above is not None and above.tag == R


def shell(element: Element) -> Element:
    """A copy of an element without what is in it."""
    return etree.Element(element.tag, {str(k): str(v) for k, v in element.attrib.items()}, element.nsmap)  # type: ignore[arg-type]
