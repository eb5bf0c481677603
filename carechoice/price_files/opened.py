"""A file that a hospital publishes, packed or not -> what it says, while it is read."""

from __future__ import annotations

import codecs
import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, cast

from carechoice.catalog.file_kinds import (
    EMPTY_ZIP,
    GZIP,
    OLD_OFFICE,
    OTHER_PACKED,
    PDF,
    TAR,
    TAR_AT,
    ZIP,
)
from carechoice.price_files.about import about_of_json, about_with_end
from carechoice.price_files.csv_lines import lines_of_csv
from carechoice.price_files.json_lines import lines_of_json
from carechoice.price_files.json_text import JsonText
from carechoice.price_files.line import PricedLine, said_of
from carechoice.price_files.rate import About, RefusedError, Said

# Called with how much of the file has been read, from 0 to 1.
Progress = Callable[[float], None]
# Packed in a way of its own, or within a packed file.
_PACKED = (*OTHER_PACKED, ZIP, GZIP, EMPTY_ZIP)
_OTHER_FILES = (PDF, OLD_OFFICE)
_PARTS_OF_A_WORKBOOK = "xl/"
_ADDED_BY_A_MAC = "__MACOSX/"
_IS_ENCRYPTED = 0x1
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BEGINNING_BYTES = 4096
_WINDOWS_1252 = "carechoice.windows-1252"
# The list of what is packed takes some hundred bytes a file, and is read at once; so is the end of
# the packed file, where the place of the list stands in less than 65,558.
_MOST_AT_ONCE_BYTES = 70_000
# Not as much as Python itself thinks best, which from 3.14 on is 16 times as much: how much has
# been read would be told too seldom, and more of a list be read than is needed.
_BUFFER_BYTES = 8192


def read_price_file(path: Path, progress: Progress = lambda _: None) -> Iterator[Said]:
    """What the file says, in its order: whose it is, its rates, and what is left out.

    However large it is, one row or item is held at a time. Raises OSError where the file cannot be
    opened, and RefusedError where it is no price file or breaks off; what came before it stands.
    """
    with path.open("rb", buffering=0) as file:
        counted = _Counted(file, path.stat().st_size, progress)
        try:
            with _unpacked(_ReadInParts(counted, _BUFFER_BYTES)) as content:
                yield from _said(content)
        except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError):
            raise RefusedError("damaged") from None


class _Counted(io.RawIOBase):
    """A file that tells how much of it has been read."""

    def __init__(self, file: io.FileIO, size: int, progress: Progress) -> None:
        self._file, self._size, self._progress = file, size, progress
        self._count = 0

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        count = self._file.readinto(buffer)
        self._count += count
        if self._size:
            self._progress(min(1.0, self._count / self._size))
        return count

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)


class _ReadInParts(io.BufferedReader):
    """A file of which nothing long is read at once, such as a list of very many packed files."""

    def read(self, size: int | None = -1, /) -> bytes:
        """What comes next. Raises RefusedError where that is too much at once."""
        is_bounded = size is not None and 0 <= size <= _MOST_AT_ONCE_BYTES
        said = super().read(size if is_bounded else _MOST_AT_ONCE_BYTES + 1)
        if len(said) > _MOST_AT_ONCE_BYTES:
            raise RefusedError("several_files")
        return said


@contextmanager
def _unpacked(file: io.BufferedReader) -> Iterator[io.BufferedReader]:
    beginning = file.peek(len(ZIP))
    if beginning.startswith(EMPTY_ZIP):
        raise RefusedError("several_files")
    if beginning.startswith(GZIP):
        with gzip.open(file) as content:
            yield io.BufferedReader(content)
    elif beginning.startswith(ZIP):
        with zipfile.ZipFile(file) as archive, _only_file_of(archive) as packed:
            yield io.BufferedReader(packed)
    else:
        yield file


def _only_file_of(archive: zipfile.ZipFile) -> zipfile.ZipExtFile:
    files = [
        each
        for each in archive.infolist()
        if not each.is_dir() and not each.filename.startswith(_ADDED_BY_A_MAC)
    ]
    if any(each.filename.startswith(_PARTS_OF_A_WORKBOOK) for each in files):
        raise RefusedError("workbook")
    if len(files) != 1:
        raise RefusedError("several_files")
    if files[0].flag_bits & _IS_ENCRYPTED:
        raise RefusedError("packed")
    try:
        return cast(zipfile.ZipExtFile, archive.open(files[0]))
    except NotImplementedError:
        raise RefusedError("packed") from None


def _said(content: io.BufferedReader) -> Iterator[Said]:
    text, beginning = _as_text(content)
    if beginning.startswith("<"):
        raise RefusedError("web_page")
    is_json = beginning.startswith(("{", "["))
    for line in _lines_in_json(JsonText(text)) if is_json else lines_of_csv(text):
        if isinstance(line, PricedLine):
            yield from said_of(line)
        else:
            yield line


def _lines_in_json(content: JsonText) -> Iterator[About | PricedLine]:
    """What it is about, its lines, and again what it is about where the end says more of that."""
    about = about_of_json(content.beginning)
    yield about
    yield from lines_of_json(content, content.beginning)
    more = about_with_end(about, content.end)
    if more != about:
        yield more


def _encoding(begins: bytes) -> str:
    """How the text is written; UTF-16 also where only every other byte of its first sign tells."""
    if begins.startswith(_UTF_16):
        return "utf-16"
    first, second = begins[:1], begins[1:2]
    if second == b"\0" != first:
        return "utf-16-le"
    return "utf-16-be" if first == b"\0" != second else "utf-8-sig"


def _as_text(content: io.BufferedReader) -> tuple[TextIO, str]:
    """The content as text, and how it begins. What is not UTF-8 in it is Windows-1252."""
    begins = content.peek(_BEGINNING_BYTES)
    if not begins.strip():
        raise RefusedError("empty")
    if begins.startswith(_PACKED) or begins[TAR_AT:].startswith(TAR):
        raise RefusedError("packed")
    encoding = _encoding(begins)
    beginning = begins.decode(encoding, errors="ignore").lstrip()
    if begins.startswith(_OTHER_FILES) or "\0" in beginning:
        raise RefusedError("other_file")
    text = io.TextIOWrapper(content, encoding, errors=_WINDOWS_1252, newline="")
    return text, beginning


def _from_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return wrong.decode("windows-1252", errors="replace"), error.end


codecs.register_error(_WINDOWS_1252, _from_windows_1252)
