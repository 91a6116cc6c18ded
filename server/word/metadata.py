"""What a document says about the people and machines it came from, taken out: save ids, properties, template, picture of page one.

A property that a field or a content control shows stays: without it Word would show something else.
"""

from __future__ import annotations

from lxml import etree

from server.word.desk import Desk
from server.word.ooxml import FLD_SIMPLE, INSTR_TEXT, Element, w
from server.word.package import WordFile
from server.word.story import story_parts

PERSONAL = frozenset(("creator", "lastModifiedBy", "revision", "lastPrinted", "created", "modified"))
APPLICATION = frozenset(("Company", "Manager", "Template", "TotalTime", "HyperlinkBase"))
SETTINGS = frozenset(("attachedTemplate", "docId"))
RSID = "rsid"
SAVE_IDS = (w("rsids"), w("rsid"))
NOBODY = "Author"  # what Word itself writes for a name that was removed (ECMA-376-1, 17.15.1.68)
PROPERTIES = {"core-properties": "core", "extended-properties": "extended", "custom-properties": "custom"}


def scrub_metadata(desk: Desk) -> None:
    """Takes the metadata out of a document on the desk."""
    shown = _shown(desk)
    for part in saved_parts(desk.file):
        if not desk.is_dropped(part):
            _scrub_save_ids(desk, part)
    _scrub_settings(desk)
    for link in desk.file.targets():
        if link.target not in desk.file.parts:
            continue
        if link.kind in PROPERTIES:
            _scrub_properties(desk, link.target, PROPERTIES[link.kind], shown)
        elif link.kind == "thumbnail":
            desk.drop("", link.target)


def saved_parts(file: WordFile) -> list[str]:
    """The parts in which revision save ids (ECMA-376-1, 17.15.1.72) may stand; the user's own custom XML is none of them."""
    own = (part for part in file.parts if part.endswith(".xml") and not part.lower().startswith("customxml/"))
    return [part for part in own if RSID.encode() in file.parts[part]]


def save_ids(element: Element) -> list[str]:
    """The names of an element's revision save ids: rsidR, rsidRPr, rsidP, ..."""
    return [str(name) for name in element.attrib if etree.QName(str(name)).localname.startswith(RSID)]


def _scrub_save_ids(desk: Desk, part: str) -> None:
    root = desk.look(part)
    for element in [e for e in root.iter(etree.Element) if e.attrib and save_ids(e)]:
        desk.change(part)
        for name in save_ids(element):
            del element.attrib[name]
    for entry in list(root.iter(*SAVE_IDS)):
        parent = entry.getparent()
        if parent is not None:
            desk.change(part)
            parent.remove(entry)


def _scrub_settings(desk: Desk) -> None:
    part = desk.file.part_of("settings")
    if part is None or not desk.file.parts[part]:
        return
    root = desk.look(part)
    for child in [c for c in root if isinstance(c.tag, str) and etree.QName(c).localname in SETTINGS]:
        desk.change(part).remove(child)
    links = desk.file.rels_name(part)
    if links in desk.file.parts:
        for link in [c for c in desk.look(links) if c.get("Type", "").endswith("/attachedTemplate")]:
            desk.change(links).remove(link)


def _scrub_properties(desk: Desk, part: str, kind: str, shown: str) -> None:
    for entry in list(desk.look(part)):
        if not isinstance(entry.tag, str):
            continue
        name = entry.get("name", "") if kind == "custom" else etree.QName(entry).localname
        if kind == "extended" and name not in APPLICATION:
            continue
        if name.lower() not in shown or (kind == "core" and name in PERSONAL and f"/{name.lower()}" not in shown):
            desk.change(part).remove(entry)


def _shown(desk: Desk) -> str:
    """What fields and bindings of content controls name, in small letters: a property is shown if its name stands in it."""
    words: list[str] = []
    for part in story_parts(desk.file):
        root = desk.look(part)
        words += [element.text or "" for element in root.iter(INSTR_TEXT)]
        words += [element.get(w("instr"), "") for element in root.iter(FLD_SIMPLE)]
        for binding in root.iter(w("dataBinding")):
            words += [step.rpartition(":")[2].partition("[")[0] for step in binding.get(w("xpath"), "").split("/")]
            words += [f"/{words[-1]}"]
    return "\n".join(words).lower()
