"""The zip itself: bombs, lies, names and layout are refused; what is put back is exact."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from server.errors import ContractError, Encrypted, TooLarge, Unreadable, UnsafeContent
from server.word.archive import Limits, build_zip, read_parts, replace_parts

SMALL = Limits(file_bytes=1000, entries=5, expanded_bytes=10_000, part_bytes=8_000, ratio=300)


def archive(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as target:
        for name, content in entries:
            target.writestr(zipfile.ZipInfo(name, (1999, 12, 31, 23, 59, 58)), content, method)
    return stream.getvalue()


def patched(data: bytes, name: str, form: str, offset: int, value: int) -> bytes:
    """Change a field in an entry's line of the directory."""
    start = data.index(b"PK\x01\x02")
    while data[start + 46 : start + 46 + len(name)] != name.encode():
        start = data.index(b"PK\x01\x02", start + 1)
    out = bytearray(data)
    struct.pack_into(form, out, start + offset, value)
    return bytes(out)


@pytest.mark.parametrize(
    "data",
    [
        archive(*((f"{number}", b"") for number in range(6))),
        archive(("a", bytes(8_001))),
        archive(("a", bytes(6_000)), ("b", bytes(6_000))),
    ],
)
def test_too_many_too_large_and_too_much_are_refused(data: bytes) -> None:
    with pytest.raises(TooLarge):
        read_parts(data, SMALL)


def test_a_part_that_expands_beyond_the_ratio_is_refused_before_inflating() -> None:
    with pytest.raises(TooLarge, match="times its size"):
        read_parts(archive(("a", bytes(9 << 20))), Limits())


@pytest.mark.parametrize("claim", [10, 4_999, 5_001])
def test_a_directory_that_lies_about_a_size_gains_nothing(claim: int) -> None:
    data = patched(archive(("a", bytes(5_000))), "a", "<I", 24, claim)
    with pytest.raises(Unreadable):
        read_parts(data, SMALL)


def test_a_lying_size_with_a_fitting_checksum_gains_nothing() -> None:
    data = patched(archive(("a", bytes(5_000))), "a", "<I", 24, 10)
    data = patched(data, "a", "<I", 16, zipfile.crc32(bytes(10)))
    with pytest.raises(Unreadable):
        read_parts(data, SMALL)


def test_a_wrong_checksum_is_damage() -> None:
    with pytest.raises(Unreadable):
        read_parts(patched(archive(("a", b"text")), "a", "<I", 16, 1), SMALL)


def test_corrupt_compressed_bytes_are_damage() -> None:
    data = bytearray(archive(("a", b"some text, some text, some text")))
    data[31:36] = b"\xff" * 5
    with pytest.raises(Unreadable):
        read_parts(bytes(data), SMALL)


def test_entries_that_share_their_bytes_are_refused() -> None:
    data = archive(("a", b"x" * 200), ("b", b"x" * 200))
    with pytest.raises(UnsafeContent):
        read_parts(patched(data, "b", "<I", 42, 0), SMALL)


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/passwd", "C:\\a", "..\\a", "a\nb"])
def test_a_name_that_points_outside_is_refused(name: str) -> None:
    with pytest.raises(UnsafeContent):
        read_parts(archive((name, b"x")), SMALL)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("word/a.xml", "word/a.xml"), ("word/a.xml", "Word/A.xml"), ("word/a.xml", "word\\a.xml")])
def test_two_parts_of_one_name_are_refused(names: tuple[str, str]) -> None:
    with pytest.raises(UnsafeContent):
        read_parts(archive((names[0], b"x"), (names[1], b"y")), SMALL)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (patched(archive(("a", b"x")), "a", "<H", 8, 1), Encrypted),
        (archive(("a", b"x"), method=zipfile.ZIP_BZIP2), Unreadable),
        (archive(("a", b"x"), method=zipfile.ZIP_LZMA), Unreadable),
    ],
)
def test_encryption_and_foreign_methods_are_named(data: bytes, error: type[ContractError]) -> None:
    with pytest.raises(error):
        read_parts(data, SMALL)


def test_a_zip64_archive_and_one_with_trailing_sizes_are_read_and_saved() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target, target.open("a", "w", force_zip64=True) as part:
        part.write(b"text")

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("a", b"text")
    for data in (stream.getvalue(), pipe.getvalue()):
        assert read_parts(data, SMALL) == {"a": b"text"}
        assert read_parts(replace_parts(data, {}), SMALL) == {"a": b"text"}


def test_saving_keeps_order_dates_methods_and_folders() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        target.writestr(zipfile.ZipInfo("word/", (2001, 2, 3, 4, 5, 6)), b"")
        target.writestr(zipfile.ZipInfo("word/b", (2001, 2, 3, 4, 5, 6)), b"stored", zipfile.ZIP_STORED)
        target.writestr(zipfile.ZipInfo("word/\u00fc", (2002, 2, 3, 4, 5, 6)), b"deflated", zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(io.BytesIO(replace_parts(stream.getvalue(), {"word/b": b"new", "z": b"last"}))) as after:
        assert after.testzip() is None
        told = [(entry.filename, entry.date_time[0], entry.compress_type, after.read(entry)) for entry in after.infolist()]
    assert told == [("word/", 2001, 0, b""), ("word/b", 2001, 0, b"new"), ("word/\u00fc", 2002, 8, b"deflated"), ("z", 1980, 8, b"last")]


def test_a_built_zip_holds_the_parts_in_order() -> None:
    assert list(read_parts(build_zip({"b": b"1", "\u00e4": b"2"}), SMALL).items()) == [("b", b"1"), ("\u00e4", b"2")]
    assert build_zip({"b": b"1"}) == build_zip({"b": b"1"})
