"""The manifest for another address: only the addresses change."""

from __future__ import annotations

import pytest

from server.answers import WrongAddress, manifest_xml
from server.answers.manifests import LOCAL, MANIFEST


def test_the_manifest_for_this_machine_is_the_file_itself() -> None:
    assert manifest_xml() == MANIFEST.read_text("utf-8")


@pytest.mark.parametrize("given", ["https://redlines.example.com", "https://redlines.example.com/", " https://redlines.example.com/ "])
def test_every_address_is_moved(given: str) -> None:
    made = manifest_xml(given)
    assert LOCAL not in made
    assert made.replace("https://redlines.example.com", LOCAL) == manifest_xml()


def test_a_path_and_a_port_are_kept() -> None:
    assert 'DefaultValue="https://example.com:9443/tools/redliner/assets/icon-32.png"' in manifest_xml(
        "https://example.com:9443/tools/redliner"
    )


@pytest.mark.parametrize(
    "given", ["http://localhost:8443", "localhost:8443", "https://", "https://a.com/?x=1", "https://a.com/#x", "https://me@a.com", ""]
)
def test_what_office_would_not_load_from_is_refused(given: str) -> None:
    with pytest.raises(WrongAddress):
        manifest_xml(given)


def test_an_address_cannot_break_the_xml() -> None:
    assert "https://a.com/a&amp;b&quot;c/assets" in manifest_xml('https://a.com/a&b"c')
