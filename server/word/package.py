"""A Word document as a package of parts: opened safely, looked into, and saved with only the changed parts replaced.

Lenient where Word is: content types are not relied on, targets may have backslashes, leading slashes, another case, or point
nowhere. Strict where it matters: limits, names, document types. Parts and relationships: ECMA-376 part 2, 9 and 10.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from urllib.parse import unquote

from server.errors import NotADocx, StrictOoxml, TooLarge, Unreadable
from server.model import Note
from server.word.archive import DAMAGED, MIB, Limits, read_parts, replace_parts
from server.word.flat_opc import zip_flat_opc
from server.word.intake import archive_error, recognise
from server.word.markup import parse_xml, read_root
from server.word.ooxml import Element, W, w

__all__ = ["Limits", "Relationship", "WordFile", "open_docx"]

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT = "http://purl.oclc.org/ooxml/"
CONTENT_TYPES, PACKAGE_RELS = "[Content_Types].xml", "_rels/.rels"
# customXml parts are other programs' data, which nobody here parses.
MARKUP = re.compile(r"(?!customxml/).*\.(xml|rels)$", re.IGNORECASE)
PROTECTIONS = {
    "readOnly": "The document is protected as read-only.",
    "forms": "The document is protected: only form fields can be filled in.",
    "comments": "The document is protected: only comments are allowed.",
    "trackedChanges": "Tracked changes are locked on in this document.",
}


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link to another part. kind: the last path segment of its type ("comments", "header"); target: a part's name."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True)
class WordFile:
    """An opened document. data: its zip; parts: by name without a leading slash, in the zip's order; main: the main document's name."""

    data: bytes
    parts: Mapping[str, bytes]
    main: str
    notes: tuple[Note, ...] = ()
    _spare: dict[str, Element] = field(default_factory=dict, init=False, repr=False, compare=False)

    def tree(self, part: str) -> Element:
        """The part's root element, the caller's alone to change. Raises Unreadable, UnsafeContent; KeyError for no such part."""
        spare = self._spare.pop(part, None)
        return parse_xml(self.parts[part], part) if spare is None else spare

    def hand_on(self, trees: Mapping[str, Element]) -> None:
        """Trees that were read and not changed, for the next who asks: a large part need not be parsed twice."""
        self._spare.update(trees)

    def rels_name(self, part: str = "") -> str:
        """The name of the part that holds a part's relationships ("" for the package's), whether or not it exists."""
        folder, name = posixpath.split(part)
        return self._exact(posixpath.join(folder, "_rels", f"{name}.rels"))

    def targets(self, part: str = "") -> tuple[Relationship, ...]:
        """The internal relationships of a part ("" for the package), in their order; a target need not exist."""
        rels = self.rels_name(part)
        if rels not in self.parts:
            return ()
        return tuple(
            Relationship(
                link.get("Id", ""), link.get("Type", "").rstrip("/").rpartition("/")[2], self._resolve(part, link.get("Target", ""))
            )
            for link in self.tree(rels).iter(RELATIONSHIP)
            if link.get("TargetMode") != "External"
        )

    def part_of(self, kind: str) -> str | None:
        """The first part of that kind that the main document links to and that exists."""
        return next((link.target for link in self.targets(self.main) if link.kind == kind and link.target in self.parts), None)

    def saved(self, changed: Mapping[str, bytes], dropped: Collection[str] = ()) -> bytes:
        """A new zip: same entries in the same order, changed parts replaced, dropped ones left out, new ones at the end.

        Everything else stays byte for byte.
        """
        return replace_parts(self.data, changed, dropped)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {name.lower(): name for name in self.parts}

    def _exact(self, name: str) -> str:
        """Part names are equal without regard to case (ECMA-376 part 2, 9.1.1.3): the one in the zip, if there is one."""
        return self._names.get(name.lower(), name)

    def _resolve(self, part: str, target: str) -> str:
        path = target.replace("\\", "/").partition("#")[0]
        base = "/" if path.startswith("/") else f"/{posixpath.dirname(part)}/"
        name = posixpath.normpath(base + path.lstrip("/")).lstrip("/")
        exact = self._exact(name)
        return exact if exact in self.parts else self._exact(unquote(name))


def open_docx(data: bytes, limits: Limits = Limits()) -> WordFile:  # noqa: B008  (frozen)
    """Open a DOCX (also a template, a macro file, or flat OPC XML), with Notes on what the user should know about it.

    Raises TooLarge, NotADocx, Encrypted, StrictOoxml, UnsafeContent or Unreadable; nothing else, whatever the bytes.
    """
    if len(data) > limits.file_bytes:
        raise TooLarge(f"The file is larger than {limits.file_bytes // MIB} MiB.", "Remove large pictures and try again.")
    if recognise(data) == "flat_opc":
        data = zip_flat_opc(data, limits)
    parts = read_parts(data, limits)
    file = WordFile(data, MappingProxyType(parts), "")
    file = WordFile(data, file.parts, _find_main(file))
    _check_markup(file)
    return WordFile(data, file.parts, file.main, _note(file))


def _find_main(file: WordFile) -> str:
    if file.rels_name() not in file.parts or not any(name.lower() == CONTENT_TYPES.lower() for name in file.parts):
        if not any(name.lower().startswith("word/") for name in file.parts):
            raise archive_error(file.parts)
        missing = PACKAGE_RELS if file.rels_name() not in file.parts else CONTENT_TYPES
        raise Unreadable(f"The document has no {missing}.", DAMAGED)
    named = [link.target for link in file.targets() if link.kind == "officeDocument"]
    if not named:
        if not any(name.lower().startswith("word/") for name in file.parts):
            raise archive_error(file.parts)
        raise Unreadable(f"The document does not say which part is the main one ({PACKAGE_RELS}).", DAMAGED)
    main = next((name for name in named if name in file.parts), None)
    if main is None:
        raise Unreadable("The document's main part is missing.", DAMAGED)
    return main


def _check_markup(file: WordFile) -> None:
    """The main part is a Word document of the transitional kind, and no part declares a document type."""
    namespace, _, name = read_root(file.parts[file.main], file.main).rpartition(" ")
    if namespace.startswith(STRICT):
        raise StrictOoxml(
            "The document is in the Strict Open XML format.",
            'In Word, choose Save As and "Word Document (.docx)" instead of "Strict Open XML Document".',
        )
    if (namespace, name) != (W, "document"):
        raise archive_error(file.parts) if namespace != W else NotADocx("The main part is not a Word document.", DAMAGED)
    for part, content in file.parts.items():
        if MARKUP.match(part):
            with suppress(Unreadable):  # Word opens a document with a broken part that nothing leads to
                read_root(content, part)
    for part in file.parts:
        if part.lower() in (CONTENT_TYPES.lower(), file.rels_name(file.main).lower()):
            file.tree(part)


def _note(file: WordFile) -> tuple[Note, ...]:
    package = {link.kind for link in file.targets()}
    linked = {link.kind for link in file.targets(file.main) if link.target in file.parts}
    notes = []
    if "origin" in package:
        notes.append("The document is digitally signed. Any change, a tracked one too, breaks the signature.")
    protected = protection(file)
    if protected:
        notes.append(f"{PROTECTIONS[protected]} The redline keeps the protection; whoever answers it may have to lift it first.")
    if "vbaProject" in linked:
        notes.append("The document contains macros. They are neither run nor changed.")
    if "aFChunk" in linked:
        notes.append(
            "The document embeds another file as text (altChunk). Its words are not read until Word has opened and saved the document."
        )
    return tuple(Note("warning", message) for message in notes)


def protection(file: WordFile) -> str:
    """The protection in force: "readOnly", "forms", "comments", "trackedChanges" or "" (ECMA-376 part 1, 17.15.1.29)."""
    settings = file.part_of("settings")
    rule = file.tree(settings).find(w("documentProtection")) if settings and file.parts[settings] else None
    if rule is None or rule.get(w("enforcement"), "0") not in ("1", "true", "on"):
        return ""
    kind = rule.get(w("edit"), "")
    return kind if kind in PROTECTIONS else ""
