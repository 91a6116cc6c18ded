"""A tiny language for test contracts: `docx("1. Term", "The **Consultant** shall ...")` gives the bytes of a DOCX.

In a paragraph: **bold**, [-deleted by Other-], {+inserted by Other+}, \\t a tab, \\n a line break.
A string that starts with "<w:" is a block of raw WordprocessingML. `package` takes whole parts.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OTHER = 'w:author="Other" w:date="2020-01-01T00:00:00Z"'
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TOKEN = re.compile(r"(\*\*.+?\*\*|\[-.+?-\]|\{\+.+?\+\})", re.DOTALL)


def run(text: str, properties: str = "", deleted: bool = False) -> str:
    """One w:r; tabs and line breaks become elements."""
    tag = "delText" if deleted else "t"
    pieces = []
    for part in re.split(r"([\t\n])", text):
        if part == "\t":
            pieces.append("<w:tab/>")
        elif part == "\n":
            pieces.append("<w:br/>")
        elif part:
            pieces.append(f'<w:{tag} xml:space="preserve">{escape(part)}</w:{tag}>')
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}{''.join(pieces)}</w:r>"


def runs(text: str, first_id: int = 9000) -> str:
    """The runs of one paragraph written in the language above."""
    out = []
    for number, token in enumerate(TOKEN.split(text)):
        if token.startswith("**"):
            out.append(run(token[2:-2], "<w:b/>"))
        elif token.startswith("[-"):
            out.append(f'<w:del w:id="{first_id + number}" {OTHER}>{run(token[2:-2], deleted=True)}</w:del>')
        elif token.startswith("{+"):
            out.append(f'<w:ins w:id="{first_id + number}" {OTHER}>{run(token[2:-2])}</w:ins>')
        elif token:
            out.append(run(token))
    return "".join(out)


def paragraph(text: str, properties: str = "", first_id: int = 9000) -> str:
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{look}{runs(text, first_id)}</w:p>"


def package(body: str, parts: Mapping[str, str] | None = None, section: bool = True) -> bytes:
    """A whole DOCX around body XML. parts: {"numbering": xml, "footnotes": xml, "header1": xml, ...} with their root elements."""
    end = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>' if section else ""
    extra = dict(parts or {})
    kinds = {re.sub(r"\d+$", "", name): name for name in extra}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{KIND}.{kind}+xml"/>' for kind, name in kinds.items() if kind != "people"
    )
    links = "".join(
        f'<Relationship Id="rIdX{number}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>' for number, (kind, name) in enumerate(kinds.items())
    )
    files = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
        f'.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f"{HEAD}<w:document {NAMESPACES}><w:body>{body}{end}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{RELS}">{links}</Relationships>',
    }
    files |= {f"word/{name}.xml": HEAD + xml for name, xml in extra.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def docx(*blocks: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A DOCX, one block a paragraph; a block of raw XML stands as it is."""
    body = "".join(block if block.startswith("<w:") else paragraph(block, first_id=9000 + 100 * at) for at, block in enumerate(blocks))
    return package(body, parts)
