"""What a file is, before it is opened: everything that is not a Word document is refused by its own name."""

from __future__ import annotations

import re
from collections.abc import Collection

from server.errors import ContractError, Encrypted, NotADocx, Unreadable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
FLAT_OPC = b"http://schemas.microsoft.com/office/2006/xmlPackage"
WORD_2003 = b"http://schemas.microsoft.com/office/word/2003/wordml"
SAVE_AS = "Open it in Word and save it as a Word document (.docx)."
SEND_COPY = "Send the Word document (.docx) itself."

# MS-CFB: stream names stand in the directory in UTF-16.
OLE_STREAMS = (
    ("EncryptedPackage", Encrypted, "The document is protected by a password.", "Open it in Word, remove the password and save it."),
    ("WordDocument", NotADocx, "This is a Word 97-2003 document (.doc).", SAVE_AS),
    ("Workbook", NotADocx, "This is an Excel workbook (.xls), not a Word document.", SEND_COPY),
    ("PowerPoint Document", NotADocx, "This is a PowerPoint presentation (.ppt), not a Word document.", SEND_COPY),
    ("__properties_version1.0", NotADocx, "This is an Outlook message, not a Word document.", "Save its attachment and send that."),
)
OPENINGS = (
    (
        re.compile(rb"[\s\S]{0,1020}%PDF-"),
        "This is a PDF, not a Word document.",
        "Ask for the Word file, or open the PDF in Word and save it as .docx.",
    ),
    (re.compile(rb"\s*\{\\rtf"), "This is an RTF file.", SAVE_AS),
    (
        re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE),
        "This is a web page (HTML).",
        SAVE_AS,
    ),
    (
        re.compile(rb"(From|Date|MIME-Version|Message-ID|Received|Subject):\s", re.IGNORECASE),
        "This is a mail message or web archive.",
        SAVE_AS,
    ),
)
# In a zip: the name that gives each kind away.
ARCHIVES = (
    (re.compile(r"xl/"), "This is an Excel workbook, not a Word document.", SEND_COPY),
    (re.compile(r"ppt/"), "This is a PowerPoint presentation, not a Word document.", SEND_COPY),
    (re.compile(r"visio/"), "This is a Visio drawing, not a Word document.", SEND_COPY),
    (re.compile(r"mimetype$"), "This is an OpenDocument or e-book file.", "Save it as a Word document (.docx)."),
    (re.compile(r"Index(/Document\.iwa|\.zip)$|index\.apxl$"), "This is an Apple Pages document.", "Export it from Pages to Word (.docx)."),
    (re.compile(r".*\.docx$", re.IGNORECASE), "This is a zip archive with a Word document in it.", "Unpack it and send the document."),
)


def recognise(data: bytes) -> str:
    """ "zip" or "flat_opc". Raises NotADocx, Encrypted or Unreadable for everything else, saying what it is and what to do."""
    if not data:
        raise Unreadable("The file is empty.", "Save the document again and send that.")
    if data.startswith(ZIP):
        return "zip"
    if data.startswith(OLE):
        raise _ole_error(data)
    head = data[:8192].lstrip(b"\xef\xbb\xbf")
    plain = head.replace(b"\x00", b"")  # UTF-16 markup, read roughly
    if plain.lstrip().startswith((b"<", b"\xff\xfe<", b"\xfe\xff<")) and FLAT_OPC in plain:
        return "flat_opc"
    error = _text_error(head, plain)
    if error is None and b"PK\x05\x06" in data[-66000:]:
        return "zip"  # a zip with something in front of it, which zip readers allow
    raise error or _unknown(data)


def archive_error(names: Collection[str]) -> ContractError:
    """What a zip is that has none of a Word document's own parts."""
    for pattern, message, hint in ARCHIVES:
        if any(pattern.match(name) for name in names):
            return NotADocx(message, hint)
    return NotADocx("This is a zip archive, but not a Word document.", SEND_COPY)


def _ole_error(data: bytes) -> ContractError:
    for stream, error, message, hint in OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return error(message, hint)
    return NotADocx("This is an old Office file, but not a Word document.", SEND_COPY)


def _text_error(head: bytes, plain: bytes) -> ContractError | None:
    for pattern, message, hint in OPENINGS:
        if pattern.match(head):
            return NotADocx(message, hint)
    if WORD_2003 in plain:
        return NotADocx("This is a Word 2003 XML document.", SAVE_AS)
    return None


def _unknown(data: bytes) -> ContractError:
    try:
        text = data[:4096].decode("utf-8", "strict" if len(data) <= 4096 else "ignore")
    except UnicodeDecodeError:
        text = "\x00"
    if all(char.isprintable() or char.isspace() for char in text):
        return NotADocx("This is plain text, not a Word document.", "Paste it into Word and save it as a Word document (.docx).")
    return NotADocx("This is not a Word document.", SEND_COPY)
