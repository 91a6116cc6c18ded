"""Our labels against the ones that LibreOffice shows for the public corpus (labels.json, written by write_labels.py).

The Strict file is left out: the product refuses it.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from server.word.numbering import read_numbering
from server.word.styles import NAMESPACE, VAL, read_styles
from tests.shared_material import shared

SHOWN = json.loads(Path(__file__).with_name("labels.json").read_text())
STRICT = "customXmlDelRangeStart"


def fingerprint(paragraph: etree._Element) -> str:
    text = "".join(node.text or "" for node in paragraph.iter(f"{NAMESPACE}t", f"{NAMESPACE}delText"))
    return hashlib.sha1("".join(sign for sign in text if sign.isalnum())[:60].encode()).hexdigest()[:8]


def labels(path: Path) -> list[list[str]]:
    """[fingerprint, label] of every numbered paragraph of the body, bullets left out. Deleted ones count, as in LibreOffice."""
    with zipfile.ZipFile(path) as archive:
        parts = {
            name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")
        }
    styles = read_styles(parts.get("word/styles.xml"))
    counter = read_numbering(parts.get("word/numbering.xml"), styles).counter()
    found = []
    for paragraph in parts["word/document.xml"].iter(f"{NAMESPACE}p"):
        if next(paragraph.iterancestors(f"{NAMESPACE}txbxContent"), None) is not None:
            continue
        properties = paragraph.find(f"{NAMESPACE}pPr")
        style = None if properties is None else properties.find(f"{NAMESPACE}pStyle")
        label = counter.label(properties, None if style is None else style.get(VAL))
        if label and label.text:
            found.append([fingerprint(paragraph), label.text])
    return found


@pytest.mark.parametrize("name", [name for name in SHOWN if STRICT not in name])
def test_every_numbered_paragraph_of_the_corpus_has_the_label_that_libreoffice_shows(name: str) -> None:
    assert labels(shared("corpus", name)) == SHOWN[name]


def test_the_corpus_has_enough_numbers_to_mean_something() -> None:
    texts = [label for found in SHOWN.values() for _, label in found]
    assert len(texts) > 500
    assert len(set(texts)) > 100
