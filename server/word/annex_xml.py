"""An annex as one piece of XML that Word takes into an open document: its words, its own styles and its own list, nothing else."""

from __future__ import annotations

import hashlib

from lxml import etree

from server.model import Annex
from server.word.annex_markup import make, make_blocks, make_list, make_styles
from server.word.flat_opc import RELATIONSHIPS, FlatPart, write_flat_opc
from server.word.looks import read_design
from server.word.ooxml import VAL, Element
from server.word.package import WordFile
from server.word.parts import KIND, OFFICE, RELS
from server.word.story import read_blocks

BESIDE = ("styles", "numbering")


def annex_xml(annex: Annex, file: WordFile) -> str:
    """The annex in the look of the contract `file` as flat OPC, as Office's insertOoxml takes it.

    No section of its own (it would bring a page of its own), no default styles (they would speak for the contract's), and a list whose
    nsid no other annex has: Word takes lists with the same one for one list and numbers on (ECMA-376-1 17.9.14).
    """
    design = read_design(file, read_blocks(file, {}), annex.samples)
    definition, instance = make_list(1)
    definition[0].set(VAL, hashlib.sha256(f"{annex.name} {annex.label}".encode()).hexdigest()[:8].upper())
    return write_flat_opc(
        (
            FlatPart("/_rels/.rels", RELATIONSHIPS, _links(("officeDocument", "word/document.xml"))),
            FlatPart(
                "/word/document.xml", f"{KIND}.document.main+xml", make("document", make("body", *make_blocks(annex, 1, design.width)))
            ),
            FlatPart("/word/_rels/document.xml.rels", RELATIONSHIPS, _links(*((kind, f"{kind}.xml") for kind in BESIDE))),
            FlatPart("/word/styles.xml", f"{KIND}.styles+xml", make("styles", *make_styles(design))),
            FlatPart("/word/numbering.xml", f"{KIND}.numbering+xml", make("numbering", definition, instance)),
        )
    )


def _links(*links: tuple[str, str]) -> Element:
    """Relationships to these targets, each with its kind."""
    root = etree.Element(f"{{{RELS}}}Relationships", nsmap={None: RELS})  # type: ignore[dict-item]  # the stubs miss the default namespace
    for number, (kind, target) in enumerate(links, 1):
        etree.SubElement(root, f"{{{RELS}}}Relationship", {"Id": f"rId{number}", "Type": f"{OFFICE}/{kind}", "Target": target})
    return root
