"""The zip around a document: what is refused before and while inflating, and how changed parts are put back.

Sizes, names and layout are judged from the zip's directory before a byte is inflated; inflating then stops at the size the
directory promised, so that a directory that lies gains nothing. Zip layout: PKWARE APPNOTE 4.3; what OPC allows of it:
ECMA-376 part 2, annex B (stored or deflated, no encryption, no two names that differ by case only).
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from server.errors import Encrypted, TooLarge, Unreadable, UnsafeContent

MIB = 1 << 20
RATIO_FROM = 8 * MIB  # small parts of repeated markup (an empty theme, a white picture) shrink beyond any honest ratio
LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
LOCAL_FORM, CENTRAL_FORM, END_FORM = "<4s5H3I2H", "<4s2B5H3I5H2I", "<4s4H2IH"
LOCAL_SIZE = struct.calcsize(LOCAL_FORM)
UTF8_NAME, LOCKED = 0x800, 0x1
OLDEST = (1980, 1, 1, 0, 0, 0)  # the zip format's first moment: new parts must not carry the clock's
UNSAFE_NAME = re.compile(r"^/|^[A-Za-z]:|(^|/)\.\.(/|$)|[\x00-\x1f\x7f]")
BROKEN = (zipfile.BadZipFile, RuntimeError, ValueError, EOFError, OSError, OverflowError, IndexError, struct.error, zlib.error)
DAMAGED = "Open it in Word and save it again, or ask for the file once more."


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a document may weigh. ratio: expanded to compressed size, for every part above 8 MiB."""

    file_bytes: int = 50 * MIB
    entries: int = 5_000
    expanded_bytes: int = 300 * MIB
    part_bytes: int = 128 * MIB
    ratio: int = 300


def read_parts(data: bytes, limits: Limits) -> dict[str, bytes]:
    """Every file of the zip by its name ("/" between folders), in the zip's order; folders are left out.

    Raises TooLarge, UnsafeContent, Encrypted, and Unreadable for a zip that is cut off or damaged.
    """
    # Each directory entry starts with this mark: counted first, because reading a directory of millions is itself a load.
    if data.count(CENTRAL) > limits.entries:
        raise TooLarge(f"The file holds more than {limits.entries} parts.", "Save a simpler copy of the document and try that.")
    try:
        entries = _list_entries(data)
        files = [entry for entry in entries if not entry.is_dir()]
        _check_names(files)
        _check_sizes(files, limits)
        _check_layout(data, entries)
        return {_name(entry): _inflate(data, entry) for entry in files}
    except BROKEN:
        raise Unreadable("The document's zip container is cut off or damaged.", DAMAGED) from None


def replace_parts(data: bytes, changed: Mapping[str, bytes], dropped: Collection[str] = ()) -> bytes:
    """The zip again: same entries, order, dates and methods; `changed` replaced, `dropped` left out, new names appended.

    The rest stays as it was compressed.
    """
    body, directory, left = io.BytesIO(), io.BytesIO(), dict(changed)
    entries = [entry for entry in _list_entries(data) if _name(entry) not in dropped]
    for entry in entries:
        fresh = None if entry.is_dir() else left.pop(_name(entry), None)
        raw = _raw(data, entry) if fresh is None else _deflate(entry, fresh)
        _append(body, directory, entry, raw)
    for name, content in left.items():
        entry = zipfile.ZipInfo(name, OLDEST)
        entry.compress_type, entry.flag_bits = zipfile.ZIP_DEFLATED, 0 if name.isascii() else UTF8_NAME
        _append(body, directory, entry, _deflate(entry, content))
        entries.append(entry)
    ending = struct.pack(END_FORM, END, 0, 0, len(entries), len(entries), directory.tell(), body.tell(), 0)
    return body.getvalue() + directory.getvalue() + ending


def build_zip(parts: Mapping[str, bytes]) -> bytes:
    """A zip of these parts in this order, the same bytes every time."""
    return replace_parts(struct.pack(END_FORM, END, 0, 0, 0, 0, 0, 0, 0), parts)


def _list_entries(data: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.infolist()


def _name(entry: zipfile.ZipInfo) -> str:
    # Old .NET wrote folders with backslashes.
    return entry.filename.replace("\\", "/")


def _check_names(files: Sequence[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in files:
        name = _name(entry)
        if UNSAFE_NAME.search(name) or "\x00" in entry.orig_filename:
            raise UnsafeContent(
                "A part of the document has a name that points outside it.", "Do not open this file; ask where it came from."
            )
        if name.lower() in seen:
            raise UnsafeContent("Two parts of the document have the same name.", DAMAGED)
        seen.add(name.lower())
        if entry.flag_bits & LOCKED:
            raise Encrypted("The document's zip container is encrypted.", "Save an unprotected copy and try that.")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unreadable("A part is compressed in a way that Word documents do not use.", DAMAGED)


def _check_sizes(files: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    if sum(entry.file_size for entry in files) > limits.expanded_bytes:
        raise TooLarge(f"The document expands to more than {limits.expanded_bytes // MIB} MiB.", "Remove large pictures and try again.")
    for entry in files:
        if entry.file_size > limits.part_bytes:
            raise TooLarge(
                f"A part of the document expands to more than {limits.part_bytes // MIB} MiB.", "Remove large pictures and try again."
            )
        if entry.file_size > RATIO_FROM and entry.file_size > limits.ratio * entry.compress_size:
            raise TooLarge(
                f"A part of the document expands to more than {limits.ratio} times its size.",
                "Do not open this file; ask where it came from.",
            )


def _check_layout(data: bytes, entries: Sequence[zipfile.ZipInfo]) -> None:
    """Entries that share bytes would expand the same bytes many times over."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise UnsafeContent("Parts of the document overlap inside its zip container.", "Do not open this file; ask where it came from.")
        end = _start(data, entry) + entry.compress_size
    if end > len(data):
        raise zipfile.BadZipFile


def _start(data: bytes, entry: zipfile.ZipInfo) -> int:
    """Where an entry's compressed bytes begin: behind its local header, whose name and extra field have their own lengths."""
    header = struct.unpack_from(LOCAL_FORM, data, entry.header_offset)
    if header[0] != LOCAL:
        raise zipfile.BadZipFile
    return int(entry.header_offset + LOCAL_SIZE + header[9] + header[10])


def _raw(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    start = _start(data, entry)
    return data[start : start + entry.compress_size]


def _inflate(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """The part's bytes: exactly as many as the directory says, with the checksum it says."""
    content = _raw(data, entry)
    if entry.compress_type == zipfile.ZIP_DEFLATED and (content or entry.file_size):
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        content = stream.decompress(content, entry.file_size + 1)
        # One byte more than promised, so that a stream of the promised length still reaches its own end mark.
        if not stream.eof:
            raise zipfile.BadZipFile
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise zipfile.BadZipFile
    return content


def _deflate(entry: zipfile.ZipInfo, content: bytes) -> bytes:
    """Compress into the entry's own method, and write the new sizes and checksum into the entry."""
    raw = content
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        raw = stream.compress(content) + stream.flush()
    entry.CRC, entry.file_size, entry.compress_size = zlib.crc32(content), len(content), len(raw)
    return raw


def _append(body: io.BytesIO, directory: io.BytesIO, entry: zipfile.ZipInfo, raw: bytes) -> None:
    """Write one entry and its line in the directory. Sizes stand in front of the data, so no data descriptor is needed."""
    flags = entry.flag_bits & UTF8_NAME
    name = entry.orig_filename.encode("utf-8" if flags else "cp437")
    year, month, day, hour, minute, second = entry.date_time
    date, time = (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2
    sizes = (flags, entry.compress_type, time, date, entry.CRC, entry.compress_size, entry.file_size, len(name), 0)
    offset = body.tell()
    body.write(struct.pack(LOCAL_FORM, LOCAL, zipfile.DEFAULT_VERSION, *sizes) + name + raw)
    version = (zipfile.DEFAULT_VERSION, entry.create_system, zipfile.DEFAULT_VERSION)
    tail = (0, 0, entry.internal_attr, entry.external_attr & 0xFFFFFFFF, offset)
    directory.write(struct.pack(CENTRAL_FORM, CENTRAL, *version, *sizes, *tail) + name)
