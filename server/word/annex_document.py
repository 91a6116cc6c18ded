"""Annexes as a document of their own, composed apart from the user's: docxcompose renumbers what it touches."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docxcompose.composer import Composer
from lxml import etree

from server.model import Annex, Signature
from server.word.annex_markup import STYLES, make_blocks, make_list, make_styles
from server.word.archive import build_zip
from server.word.looks import Design, read_design
from server.word.ooxml import Element, w
from server.word.package import WordFile, open_docx
from server.word.story import read_blocks

MARGIN = 1440
LEFTOVERS = frozenset({"stylesWithEffects", "customXml", "thumbnail", "webSettings"})  # of python-docx's template
KEPT = frozenset({*STYLES.values(), "Normal", "DefaultParagraphFont", "TableNormal", "NoList"})


def compose(annexes: Sequence[Annex], design: Design) -> WordFile:
    """The annexes one after the other in one document, each with its own numbering. The same annexes give the same bytes."""
    first, *others = [_document(annex, design) for annex in annexes]
    composer = Composer(first)
    composer.restart_numbering = False
    for other in others:
        composer.append(other)
    return open_docx(_saved(first))


def write_annex(annex: Annex, signature: Signature, file: WordFile | None = None) -> bytes:
    """One annex as a DOCX of its own, in the look and on the paper of the contract `file`. signature: for the document's properties."""
    design = Design() if file is None else read_design(file, read_blocks(file, {}), annex.samples)
    design = replace(design, width=design.page[0] - 2 * MARGIN)
    document = _document(annex, design)
    section = document.sections[0]._sectPr
    margins = dict.fromkeys(("top", "right", "bottom", "left"), MARGIN)
    for name, facts in (("pgSz", {"w": design.page[0], "h": design.page[1]}), ("pgMar", margins)):
        found = section.find(w(name))
        for key, value in facts.items():
            found.set(w(key), str(value))
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = annex.title, signature.author, signature.author, ""
    about.created = about.modified = signature.date.replace(microsecond=0)
    return _saved(document)


def _document(annex: Annex, design: Design) -> Any:
    document = Document()
    for links in (document.part.rels, document.part.package.rels):
        for name in [name for name, link in links.items() if link.reltype.rpartition("/")[2] in LEFTOVERS]:
            del links[name]
    root = document.styles.element
    for style in root.findall(w("style")):
        if style.get(w("styleId")) not in KEPT:
            root.remove(style)
    for style in make_styles(design):
        root.append(_adopted(style))
    numbering = document.part.numbering_part.element
    numbering[:] = [_adopted(each) for each in make_list(1)]
    body = document.element.body
    section = body.find(w("sectPr"))
    for block in make_blocks(annex, 1, design.width):
        section.addprevious(_adopted(block))
    return document


def _adopted(element: Element) -> Any:
    """The element as python-docx's own kind."""
    return parse_xml(etree.tostring(element))


def _saved(document: Any) -> bytes:
    """The document's bytes without the clock of the zip and the chance numbers of the composer."""
    stream = io.BytesIO()
    document.save(stream)
    file = open_docx(stream.getvalue())
    parts = dict(file.parts)
    numbering = file.part_of("numbering")
    if numbering:
        count = iter(range(1, 1000))
        parts[numbering] = re.sub(rb'(<w:nsid w:val=")[0-9A-Fa-f]+', lambda found: found.group(1) + b"%08X" % next(count), parts[numbering])
    return build_zip(parts)
