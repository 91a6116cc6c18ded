"""Marks a test document and shows the result: `mark(data, ("old", "new"))`, `shown(marked)` -> ["... [-old-]{+new+} ..."]."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from server.model import Edit, Insertion, NewParagraph, Paragraph, Signature, Span
from server.word.package import open_docx
from server.word.reading import read_paragraphs
from server.word.revisions import Written, write_redline
from tests.docx_language import W
from tests.shared_material import shared

ME = Signature("Me", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "M")


def paragraphs(data: bytes) -> tuple[Paragraph, ...]:
    return read_paragraphs(open_docx(data))


def texts(data: bytes) -> list[str]:
    return [p.text for p in paragraphs(data)]


def edit(data: bytes, old: str, new: str, name: str = "", comment: str = "") -> Edit:
    """An edit of the first place where `old` stands; the finding is named after it."""
    paragraph = next(p for p in paragraphs(data) if old in p.text)
    start = paragraph.text.index(old)
    return Edit(name or old, Span(paragraph.index, start, start + len(old)), old, new, comment)


def mark(data: bytes, *changes: tuple[str, str], comments: bool = False) -> Written:
    return write_redline(open_docx(data), [edit(data, old, new) for old, new in changes], (), ME, comments)


def insert(data: bytes, after: int, *new: str | NewParagraph, like: int | None = None) -> Written:
    """New paragraphs after paragraph `after`, like that one or another."""
    model = after if like is None else like
    made = tuple(NewParagraph(n, like=model) if isinstance(n, str) else n for n in new)
    return write_redline(open_docx(data), (), [Insertion("new", after, made)], ME, False)


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def xml(data: bytes, name: str = "word/document.xml") -> str:
    """A part's XML without namespace declarations."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(part(data, name), encoding="unicode"))


def shown(data: bytes, name: str = "word/document.xml") -> list[str]:
    """Each w:p with our marks as [-deleted-]{+inserted+}, an inserted paragraph mark as a final ¶+, a deleted one as ¶-."""
    return [_paragraph(p) for p in part(data, name).iter(f"{{{W}}}p")]


def _paragraph(paragraph: etree._Element) -> str:
    out = ""
    for node in paragraph.iter(*(f"{{{W}}}{n}" for n in ("t", "delText", "tab", "br", "noBreakHyphen", "softHyphen"))):
        if node.getparent().tag != f"{{{W}}}r":
            continue
        kind = etree.QName(node).localname
        text = node.text or "" if kind in ("t", "delText") else {"tab": "\t", "br": "\n", "noBreakHyphen": "\u2011"}.get(kind, "\u00ad")
        marks = [etree.QName(a).localname for a in node.iterancestors() if a.get(f"{{{W}}}author") == ME.author]
        others = [etree.QName(a).localname for a in node.iterancestors() if a.get(f"{{{W}}}author") not in (None, ME.author)]
        if "del" in marks:
            out += f"[-{text}-]"
        elif "ins" in marks:
            out += f"{{+{text}+}}"
        elif "del" not in others and "moveFrom" not in others:
            out += text
    for tag, sign in (("ins", "¶+"), ("del", "¶-")):
        found = paragraph.find(f"{{{W}}}pPr/{{{W}}}rPr/{{{W}}}{tag}")
        out += sign if found is not None and found.get(f"{{{W}}}author") == ME.author else ""
    return out.replace("-][-", "").replace("+}{+", "")


def judge(original: bytes, marked: bytes, *options: str) -> None:
    """Fails unless the independent judge passes the redline."""
    program = shared("oracle", "check_redline.py")
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "original.docx", Path(folder) / "marked.docx"
        before.write_bytes(original)
        after.write_bytes(marked)
        command = [sys.executable, str(program), str(before), str(after), "--require-revisions", *options]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, env={**os.environ}, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
