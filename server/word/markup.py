"""XML read safely: no document type, so no entities; nothing fetched."""

from __future__ import annotations

from xml.parsers import expat

from lxml import etree

from server.errors import Unreadable, UnsafeContent
from server.word.ooxml import Element

CHUNK = 4096


class _RootReached(Exception):
    pass


def read_root(data: bytes, part: str) -> str:
    """The root element as "namespace localname" ("localname" without a namespace), read from the prolog alone.

    Raises UnsafeContent where a document type is declared, Unreadable where no element follows.
    """
    found: list[str] = []

    def refuse(*_: object) -> None:
        raise UnsafeContent(
            f"{part} declares a document type, which Word documents never do.", "Do not open this file; ask where it came from."
        )

    def stop(name: str, _: object) -> None:
        found.append(name)
        raise _RootReached

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        for start in range(0, len(data), CHUNK):
            parser.Parse(data[start : start + CHUNK], False)
        parser.Parse(b"", True)
    except _RootReached:
        return found[0]
    except (expat.ExpatError, ValueError, LookupError):
        raise _not_xml(part) from None
    raise _not_xml(part)


def parse_xml(data: bytes, part: str) -> Element:
    """The root of a part, parsed afresh. Raises UnsafeContent for a document type, Unreadable for what is not well-formed."""
    read_root(data, part)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, collect_ids=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise _not_xml(part) from None
    return root


def _not_xml(part: str) -> Unreadable:
    return Unreadable(f"{part} is not well-formed XML.", "The file is damaged: open it in Word and save it again.")
