"""Parts added to a package: a name that is free, a content type, a relationship from the main document (ECMA-376-2 9, 10)."""

from __future__ import annotations

import posixpath
from collections.abc import MutableMapping

from lxml import etree

from server.word.ooxml import Element
from server.word.package import WordFile

RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def add_part(file: WordFile, changed: MutableMapping[str, Element], kind: str) -> str:
    """The name of a new part of this kind ("comments", "numbering") beside the main document; what leads to it goes into `changed`."""
    folder = posixpath.dirname(file.main)
    names = {name.lower() for name in file.parts}
    number = 0
    while (part := posixpath.join(folder, f"{kind}{number or ''}.xml")).lower() in names:
        number += 1
    types_name = next(name for name in file.parts if name.lower() == "[content_types].xml")
    types = changed[types_name] if types_name in changed else file.tree(types_name)
    etree.SubElement(types, f"{{{TYPES}}}Override", {"PartName": f"/{part}", "ContentType": f"{KIND}.{kind}+xml"})
    rels_name = file.rels_name(file.main)
    rels = changed[rels_name] if rels_name in changed else _links(file, rels_name)
    used = {rel.get("Id") for rel in rels}
    free = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
    etree.SubElement(
        rels, f"{{{RELS}}}Relationship", {"Id": free, "Type": f"{OFFICE}/{kind}", "Target": posixpath.relpath(part, folder or ".")}
    )
    changed[types_name], changed[rels_name] = types, rels
    return part


def _links(file: WordFile, name: str) -> Element:
    return file.tree(name) if name in file.parts else etree.Element(f"{{{RELS}}}Relationships", nsmap={None: RELS})  # type: ignore[dict-item]


def serialised(root: Element) -> bytes:
    """A part's bytes."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
