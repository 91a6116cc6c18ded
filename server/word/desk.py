"""A document being changed part by part: what was changed or taken out, until it is saved."""

from __future__ import annotations

from lxml import etree

from server.word.ooxml import Element
from server.word.package import RELATIONSHIP, WordFile

TYPES = "[content_types].xml"


class Desk:
    """The parts of one document, parsed once; only those asked for by `change` are written again."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self._trees: dict[str, Element] = {}
        self._changed: set[str] = set()
        self._dropped: set[str] = set()

    def look(self, part: str) -> Element:
        """A part's root, to read."""
        if part not in self._trees:
            self._trees[part] = self.file.tree(part)
        return self._trees[part]

    def change(self, part: str) -> Element:
        """A part's root, to change."""
        self._changed.add(part)
        return self.look(part)

    def is_dropped(self, part: str) -> bool:
        return part in self._dropped

    def drop(self, owner: str, part: str) -> None:
        """Takes a part out, with its own relationships, its content type and the owner's links to it ("" is the package)."""
        self._dropped |= {part, self.file.rels_name(part)} & set(self.file.parts)
        gone = {link.id for link in self.file.targets(owner) if link.target == part}
        links = self.change(self.file.rels_name(owner))
        for link in [link for link in links.iter(RELATIONSHIP) if link.get("Id") in gone]:
            links.remove(link)
        types = next(name for name in self.file.parts if name.lower() == TYPES)
        for entry in [e for e in self.look(types) if e.get("PartName", "").lstrip("/").lower() == part.lower()]:
            self.change(types).remove(entry)

    def saved(self) -> bytes:
        """The zip with the changed parts and without those taken out."""
        changed = {
            part: etree.tostring(self._trees[part].getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
            for part in sorted(self._changed - self._dropped)
        }
        return self.file.saved(changed, frozenset(self._dropped))
