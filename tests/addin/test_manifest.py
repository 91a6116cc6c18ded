"""The manifest that Office reads: the schema, and what the schema does not say."""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import need_program

ADDIN = Path(__file__).resolve().parents[2] / "addin"
MANIFEST = ADDIN / "manifest.xml"
APP = "{http://schemas.microsoft.com/office/appforoffice/1.1}"
PANE = "{http://schemas.microsoft.com/office/taskpaneappversionoverrides}"
BASIC = "{http://schemas.microsoft.com/office/officeappbasictypes/1.0}"
KIND = "{http://www.w3.org/2001/XMLSchema-instance}type"
BASE = "https://localhost:8443/"
SIZES = (16, 32, 64, 80, 128)


@pytest.fixture(scope="module")
def manifest() -> etree._Element:
    return etree.parse(str(MANIFEST)).getroot()


def validate(shared: Path, path: Path) -> subprocess.CompletedProcess[str]:
    need_program("xmllint")
    schema = shared / "manifest_schema" / "OfficeAppManifestV1_1.xsd"
    return subprocess.run(["xmllint", "--noout", "--nonet", "--schema", str(schema), str(path)], capture_output=True, text=True)


def test_the_manifest_is_valid_against_the_schema(shared: Path) -> None:
    done = validate(shared, MANIFEST)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("old", "new"), [("ReadWriteDocument", "ReadWriteEverything"), ("<Id>", "<Id>x"), ('<Label resid="Group.Label"/>', "")]
)
def test_the_schema_would_refuse_a_wrong_one(shared: Path, tmp_path: Path, old: str, new: str) -> None:
    wrong = tmp_path / "manifest.xml"
    wrong.write_text(MANIFEST.read_text("utf-8").replace(old, new), "utf-8")
    assert validate(shared, wrong).returncode != 0


def test_it_is_for_word_and_nothing_else(manifest: etree._Element) -> None:
    assert [host.get("Name") for host in manifest.iter(f"{APP}Host")] == ["Document"]
    assert [host.get(KIND) for host in manifest.iter(f"{PANE}Host")] == ["Document"]


def test_it_asks_for_what_it_needs_and_no_more(manifest: etree._Element) -> None:
    assert manifest.findtext(f"{APP}Permissions") == "ReadWriteDocument"
    asked = [(each.get("Name"), each.get("MinVersion")) for space in (APP, BASIC) for each in manifest.iter(f"{space}Set")]
    assert asked == [("WordApi", "1.4")] * 2


def test_the_id_never_changes(manifest: etree._Element) -> None:
    # Word would take another one for another add-in
    assert manifest.findtext(f"{APP}Id") == "ad1ae0f4-ec3c-4f6b-b4d7-4ad84449340d"


def resources(manifest: etree._Element) -> Iterator[tuple[str, str]]:
    for kind in ("Image", "Url", "String"):
        for each in manifest.iter(f"{BASIC}{kind}"):
            if each.get("id"):
                yield str(each.get("id")), str(each.get("DefaultValue"))


def test_every_resource_that_is_named_is_there_once_and_used(manifest: etree._Element) -> None:
    named = {str(each.get("resid")) for each in manifest.iter() if each.get("resid")}
    there = [name for name, _ in resources(manifest)]
    assert sorted(there) == sorted(named)
    assert all(len(name) <= 32 for name in there)


def test_texts_keep_to_the_lengths_that_office_shows(manifest: etree._Element) -> None:
    short = [str(each.get("DefaultValue")) for each in manifest.iterfind(f".//{BASIC}ShortStrings/{BASIC}String")]
    long = [str(each.get("DefaultValue")) for each in manifest.iterfind(f".//{BASIC}LongStrings/{BASIC}String")]
    description = manifest.find(f"{APP}Description")
    assert description is not None
    assert short and all(len(each) <= 125 for each in short)
    assert long and all(len(each) <= 250 for each in (*long, str(description.get("DefaultValue"))))


def addresses(manifest: etree._Element) -> list[str]:
    return [str(each.get("DefaultValue")) for each in manifest.iter() if "://" in str(each.get("DefaultValue"))]


def test_every_address_is_https_and_of_our_own(manifest: etree._Element) -> None:
    assert len(addresses(manifest)) >= 9
    assert [each for each in addresses(manifest) if not each.startswith(BASE)] == []


def test_every_address_is_answered_by_the_server(manifest: etree._Element) -> None:
    from server import review
    from server.settings import Settings
    from server.web.create_app import create_app

    client = create_app(Settings(), review.library((), ())).test_client()
    for each in addresses(manifest):
        assert client.get("/" + each.removeprefix(BASE)).status_code == 200, each


def pixels(path: Path) -> tuple[int, int]:
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_every_icon_has_the_pixels_that_its_place_asks_for(manifest: etree._Element) -> None:
    files = dict(resources(manifest))
    icons = [(int(str(each.get("size"))), files[str(each.get("resid"))]) for each in manifest.iter(f"{BASIC}Image") if each.get("size")]
    for tag, size in (("IconUrl", 32), ("HighResolutionIconUrl", 64)):
        found = manifest.find(f"{APP}{tag}")
        assert found is not None
        icons.append((size, str(found.get("DefaultValue"))))
    assert {16, 32, 80} <= {size for size, _ in icons} <= {16, 20, 24, 32, 40, 48, 64, 80}
    for size, address in icons:
        assert pixels(ADDIN / address.removeprefix(BASE)) == (size, size)


@pytest.mark.parametrize("size", SIZES)
def test_every_size_is_drawn(size: int) -> None:
    assert pixels(ADDIN / "assets" / f"icon-{size}.png") == (size, size)


def test_the_button_stands_on_the_home_tab_and_opens_the_pane(manifest: etree._Element) -> None:
    assert [tab.get("id") for tab in manifest.iter(f"{PANE}OfficeTab")] == ["TabHome"]
    actions = [(each.get(KIND), each.find(f"{PANE}SourceLocation").get("resid")) for each in manifest.iter(f"{PANE}Action")]  # type: ignore[union-attr]
    assert actions == [("ShowTaskpane", "Pane.Url")]
    assert dict(resources(manifest))["Pane.Url"] == BASE + "?host=word"  # what host.js knows Word by
