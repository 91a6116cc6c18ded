"""XML is read safely or not at all."""

from __future__ import annotations

import pytest

from server.errors import Unreadable, UnsafeContent
from server.word.markup import parse_xml, read_root


def test_the_root_is_read_from_the_prolog_alone() -> None:
    assert read_root(b'<?xml version="1.0"?><!-- <!DOCTYPE x> --><a:b xmlns:a="urn:x"><broken', "p") == "urn:x b"
    assert read_root(b"<b/>", "p") == "b"


@pytest.mark.parametrize("data", [b"", b"text", b"<?xml version='1.0' encoding='utf-7'?><a/>", b"<a", b"\x00<"])
def test_what_has_no_root_is_unreadable(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"word/x\.xml"):
        read_root(data, "word/x.xml")


@pytest.mark.parametrize("data", [b"<a><b></a>", b"<a>&nbsp;</a>", b"<a>\x01</a>", b"<a>" * 5000 + b"</a>" * 5000])
def test_what_is_not_well_formed_is_unreadable(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"word/x\.xml"):
        parse_xml(data, "word/x.xml")


def test_a_file_is_never_fetched() -> None:
    with pytest.raises(UnsafeContent):
        parse_xml(b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "p")


def test_text_comes_through_whole() -> None:
    assert parse_xml("<a> \u00a0\u4e2d\U0001f600 </a>".encode(), "p").text == " \u00a0\u4e2d\U0001f600 "
