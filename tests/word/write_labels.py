#!/usr/bin/python3
"""Write labels.json: the number that LibreOffice shows before each numbered paragraph of the corpus (for a bullet it says "").

Run with the interpreter that owns LibreOffice's `uno` module: /usr/bin/python3 tests/word/write_labels.py CORPUS_FOLDER
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

PIPE = "corpus_labels"


def fingerprint(text):
    """The first eight hex digits of the SHA-1 of a paragraph's first 60 letters and digits: no corpus text in the repository."""
    return hashlib.sha1("".join(sign for sign in text if sign.isalnum())[:60].encode()).hexdigest()[:8]


def paragraphs(text):
    """Every paragraph of a text, those of table cells in place."""
    items = text.createEnumeration()
    while items.hasMoreElements():
        item = items.nextElement()
        if item.supportsService("com.sun.star.text.TextTable"):
            for name in item.CellNames:
                yield from paragraphs(item.getCellByName(name))
        elif item.supportsService("com.sun.star.text.Paragraph"):
            yield item


def labels(document):
    found = []
    for item in paragraphs(document.Text):
        label = item.getPropertyValue("ListLabelString") if item.PropertySetInfo.hasPropertyByName("ListLabelString") else ""
        if label:
            found.append([fingerprint(item.String), label.strip()])
    return found


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - not listening yet
            time.sleep(0.1)
    raise RuntimeError("LibreOffice did not answer within 30 s")


def main():
    corpus = Path(sys.argv[1]).resolve()
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless", "--norestore", "--nologo", "--nodefault", f"-env:UserInstallation=file://{profile}"]
        office = subprocess.Popen(["soffice", *options, f"--accept=pipe,name={PIPE};urp;"])
        try:
            context = connect()
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            result = {}
            for path in sorted([*corpus.glob("contracts/*.docx"), *corpus.glob("nasty/*.docx")]):
                document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (hidden,))
                if document is not None:
                    result[path.relative_to(corpus).as_posix()] = labels(document)
                    document.close(True)
        finally:
            office.terminate()
            office.wait(timeout=30)
    rows = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(found, ensure_ascii=False, separators=(',', ':'))}" for name, found in result.items()
    )
    Path(__file__).with_name("labels.json").write_text(f"{{\n{rows}\n}}\n")


if __name__ == "__main__":
    main()
