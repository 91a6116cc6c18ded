"""A DOCX as the fake Word's data, and its state as a DOCX again. Reads the XML by itself: what is tested is not asked for help."""

from __future__ import annotations

import copy
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from tests.browser.word_saving import Letters, Marker, twin_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# as Word's own text has them
SPECIAL = {
    "tab": "\t",
    "br": "\v",
    "cr": "\v",
    "noBreakHyphen": "\u001e",
    "softHyphen": "\u001f",
    "footnoteReference": "\u0002",
    "ptab": "\t",
}
HIDDEN = {f"{W}txbxContent", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
Json = dict[str, Any]


@dataclass
class WordFile:
    """A DOCX opened for the fake: its bytes, its tree and the paragraphs of its body in Word's order."""

    data: bytes
    root: etree._Element
    paragraphs: list[etree._Element]
    runs: list[etree._Element] = field(default_factory=list)

    def as_data(self) -> Json:
        body = [Reader(self).read(p) for p in self.paragraphs]
        boxes = [self._story(box) for box in self.root.iter(f"{W}txbxContent") if not any(a.tag in HIDDEN for a in box.iterancestors())]
        notes = [self._story(note) for kind in ("footnote", "endnote") for note in self._notes(kind)]
        sections = list(self.root.iter(f"{W}sectPr"))
        shown = [etree.tostring(section, encoding="unicode") for section in sections]
        return {"paragraphs": body, "boxes": boxes, "notes": notes, "margins": list(self._margins(sections)), "sections": shown}

    def _story(self, story: etree._Element) -> list[Json]:
        return [Reader(self).read(p) for p in story.iter(f"{W}p")]

    def _part(self, name: str) -> etree._Element | None:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return etree.fromstring(archive.read(name)) if name in archive.namelist() else None

    def _notes(self, kind: str) -> list[etree._Element]:
        """Those that a person wrote; the lines between text and notes are notes of a type."""
        root = self._part(f"word/{kind}s.xml")
        return [] if root is None else [note for note in root.findall(f"{W}{kind}") if note.get(f"{W}type") in (None, "normal")]

    def _margins(self, sections: list[etree._Element]) -> Iterator[Json]:
        links = self._part("word/_rels/document.xml.rels")
        targets = {link.get("Id"): link.get("Target", "") for link in links} if links is not None else {}
        for number, section in enumerate(sections):
            for reference in section:
                kind = etree.QName(reference).localname.removesuffix("Reference").capitalize()
                root = self._part(f"word/{targets.get(reference.get(REL))}") if kind in ("Header", "Footer") else None
                if root is not None:
                    named = {"default": "Primary", "first": "FirstPage", "even": "EvenPages"}[reference.get(f"{W}type", "default")]
                    yield {"section": number, "kind": kind, "type": named, "paragraphs": self._story(root)}

    def saved(self, state: str) -> bytes:
        """The file as Word would save it now; paragraphs that nobody touched stay as they are. Of an annex only the words are written, not
        the styles, the list and the tables that it brings.
        """
        given = json.loads(state)
        root = copy.deepcopy(self.root)
        own = body_paragraphs(root)
        before = [Reader(self) for _ in own]
        marks = [reader.read(p)["mark"] for reader, p in zip(before, own, strict=True)]
        highest = max((int(each) for each in root.xpath("//@w:id", namespaces={"w": W[1:-1]}) if each.isdecimal()), default=0)
        marker = Marker(given["me"], max(highest, 70_000) + 1)
        last: etree._Element | None = None
        for each in given["paragraphs"]:
            key = each["key"]
            element = own[key] if key is not None else twin_of(own[each["model"]] if each["model"] is not None else None)
            if key is None:
                assert last is not None
                last.addnext(element)
                hand_over_section(last, element, each)
            marker.mark_words(element, before[key].letters if key is not None else [], each["chars"])
            for name in ("ins", "del"):
                known = marks[key].get(name) if key is not None else None
                if each["mark"].get(name) == given["me"] and known != given["me"]:
                    marker.mark_end(element, name)
            last = element
        return self._zipped(root)

    def _zipped(self, root: etree._Element) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                content = (
                    etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
                    if name == "word/document.xml"
                    else old.read(name)
                )
                new.writestr(name, content)
        return stream.getvalue()


def open_word_file(data: bytes) -> WordFile:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return WordFile(data, root, body_paragraphs(root))


def body_paragraphs(root: etree._Element) -> list[etree._Element]:
    body = root.find(f"{W}body")
    assert body is not None
    return [p for p in body.iter(f"{W}p") if not any(a.tag in HIDDEN for a in p.iterancestors())]


def hand_over_section(last: etree._Element, made: etree._Element, state: Json) -> None:
    """Enter at the end of a paragraph hands its mark on, and the end of a page section with it."""
    section = last.find(f"{W}pPr/{W}sectPr")
    if section is None or state["before"]:
        return
    properties = made.find(f"{W}pPr")
    if properties is None:
        properties = etree.SubElement(made, f"{W}pPr")
    properties.append(section)


class Reader:
    """One paragraph: its runs with their revisions, fields, links and locks."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self.numbers = {run: number for number, run in enumerate(file.runs)}
        self.count = 0
        self.letters: Letters = []
        self.fields: list[bool] = []
        self.field = 0

    def _count(self) -> int:
        self.count += 1
        return self.count

    def read(self, p: etree._Element) -> Json:
        properties = p.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        level = properties.find(f"{W}numPr/{W}ilvl") if properties is not None else None
        look = properties.find(f"{W}rPr") if properties is not None else None
        mark = {
            tag: found.get(f"{W}author") for tag in ("ins", "del") if look is not None and (found := look.find(f"{W}{tag}")) is not None
        }
        above = [a.tag for a in p.iterancestors()]
        return {
            "runs": list(self.walk(p, {"locked": True} if is_locked(p) else {})),
            "style": style.get(f"{W}val") if style is not None else "Normal",
            "list": int(level.get(f"{W}val", "0")) if level is not None else None,
            "table": above.count(f"{W}tbl"),
            "last": not any(s.tag in (f"{W}p", f"{W}tbl", f"{W}sdt") for s in p.itersiblings()),
            "mark": mark,
            "control": {"locked": is_locked(p)} if f"{W}sdt" in above else None,
        }

    def walk(self, parent: etree._Element, facts: Json) -> Iterator[Json]:
        for child in parent:
            name = etree.QName(child).localname if isinstance(child.tag, str) else ""
            author = child.get(f"{W}author", "") if name else ""
            if name == "r":
                yield from self.run(child, facts)
            elif name in ("ins", "moveTo"):
                yield from self.walk(child, {**facts, "ins": author})
            elif name in ("del", "moveFrom"):
                yield from self.walk(child, {**facts, "del": author})
            elif name == "hyperlink":
                # two links may lead to the same place
                yield from self.walk(child, {**facts, "link": f"{child.get(REL) or child.get(f'{W}anchor') or 'link'} {self._count()}"})
            elif name == "fldSimple":
                self.field += 1
                yield from self.walk(child, {**facts, "field": f"simple {self._count()}"})
            elif name == "sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    yield from self.walk(content, {**facts, "control": self._count(), **({"locked": True} if lock_of(child) else {})})
            elif name in ("smartTag", "customXml", "bdo", "dir"):
                yield from self.walk(child, facts)

    def run(self, run: etree._Element, facts: Json) -> Iterator[Json]:
        number = self.numbers.get(run)
        if number is None:
            number = len(self.file.runs)
            self.file.runs.append(run)
            self.numbers[run] = number
        bold, line = run.find(f"{W}rPr/{W}b"), run.find(f"{W}rPr/{W}u")
        own = {**facts, "r": number, "bold": bold is not None and bold.get(f"{W}val") not in ("0", "false")}
        if line is not None and line.get(f"{W}val") != "none":
            own["underline"] = "Single"
        for node in run:
            name = etree.QName(node).localname if isinstance(node.tag, str) else ""
            if name == "fldChar":
                self._field(node.get(f"{W}fldCharType", ""))
                continue
            if self.fields and not self.fields[-1]:
                continue
            text = text_of(node, name)
            if text:
                self.letters.append((node, len(text.encode("utf-16-le")) // 2))
                yield {"t": text, **own, **({"field": self.field} if self.fields else {})}

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
            self.field += 1
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()


def text_of(node: etree._Element, name: str) -> str:
    if name in ("t", "delText"):
        text = node.text or ""
        return text if node.get(SPACE) == "preserve" else text.strip(" \t\r\n")
    if name == "sym":
        return chr(int(node.get(f"{W}char", "F0B7"), 16))
    return SPECIAL.get(name, "")


def lock_of(sdt: etree._Element) -> bool:
    lock = sdt.find(f"{W}sdtPr/{W}lock")
    return lock is not None and lock.get(f"{W}val") in ("contentLocked", "sdtContentLocked")


def is_locked(p: etree._Element) -> bool:
    return any(lock_of(a) for a in p.iterancestors(f"{W}sdt"))
