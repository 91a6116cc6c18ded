"""Flat OPC: a whole package as one XML file, as Word's body.getOoxml and "Save as Word XML Document" give it.

The form is the schema `http://schemas.microsoft.com/office/2006/xmlPackage`: a pkg:part has its name, its content type, and
its bytes as XML (pkg:xmlData) or base64 (pkg:binaryData). Content types: ECMA-376 part 2, 10.1.2.2.
"""

from __future__ import annotations

import binascii
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from server.errors import TooLarge, Unreadable
from server.word.archive import Limits, build_zip
from server.word.markup import parse_xml
from server.word.ooxml import Element

PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
HINT = "Read the document from Word once more, or send the .docx itself."


@dataclass(frozen=True, slots=True)
class FlatPart:
    """A part to be written. name: with its leading slash; kind: its content type."""

    name: str
    kind: str
    root: Element


def write_flat_opc(parts: Iterable[FlatPart]) -> str:
    """These parts as one XML file. Their trees are moved into it."""
    root = etree.Element(f"{PKG}package", nsmap={"pkg": PKG.strip("{}")})
    for part in parts:
        entry = etree.SubElement(root, f"{PKG}part", {f"{PKG}name": part.name, f"{PKG}contentType": part.kind})
        etree.SubElement(entry, f"{PKG}xmlData").append(part.root)
    return etree.tostring(root, encoding="unicode")


def zip_flat_opc(data: bytes, limits: Limits) -> bytes:
    """The same package as a zip: content types first, then the parts in their order; the same bytes every time.

    Raises TooLarge, UnsafeContent, and Unreadable for XML that is no package.
    """
    root = parse_xml(data, "The Word XML")
    if root.tag != f"{PKG}package":
        raise Unreadable("The Word XML is not a whole package.", HINT)
    found = list(root.iterchildren(f"{PKG}part"))
    if len(found) > limits.entries:
        raise TooLarge(f"The file holds more than {limits.entries} parts.", "Save a simpler copy of the document and try that.")
    parts = {"[Content_Types].xml": _write_types(found)}
    for part in found:
        name = _name(part).lstrip("/")
        if name in parts:
            raise Unreadable("The Word XML has two parts of the same name.", HINT)
        parts[name] = _read_content(part)
    return build_zip(parts)


def _name(part: Element) -> str:
    name = part.get(f"{PKG}name", "")
    if len(name.encode()) > 1024 or not name.strip("/"):
        raise Unreadable("The Word XML has a part without a usable name.", HINT)
    return name if name.startswith("/") else f"/{name}"


def _read_content(part: Element) -> bytes:
    for content in part:
        if content.tag == f"{PKG}xmlData":
            for root in content.iterchildren("*"):
                xml: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True, with_tail=False)
                return xml
        if content.tag == f"{PKG}binaryData":
            try:
                return binascii.a2b_base64(content.text or "")
            except ValueError:
                break
    raise Unreadable("A part of the Word XML has no readable content.", HINT)


def _write_types(parts: list[Element]) -> bytes:
    root = etree.Element(f"{{{TYPES}}}Types", nsmap={None: TYPES})  # type: ignore[dict-item]  # the stubs miss the default namespace
    etree.SubElement(root, f"{{{TYPES}}}Default", Extension="rels", ContentType=RELATIONSHIPS)
    etree.SubElement(root, f"{{{TYPES}}}Default", Extension="xml", ContentType="application/xml")
    for part in parts:
        kind = part.get(f"{PKG}contentType", "")
        if kind and kind != RELATIONSHIPS:
            etree.SubElement(root, f"{{{TYPES}}}Override", PartName=_name(part), ContentType=kind)
    xml: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return xml
