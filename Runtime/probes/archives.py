"""Zip and tar archives with the members that one asks for, however hostile."""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

_DOS_DIRECTORY = 0x10


@dataclass(frozen=True)
class Link:
    """A symbolic link in an archive."""

    name: str
    target: str


@dataclass(frozen=True)
class HardLink:
    """A hard link in a tar archive; a zip archive has none."""

    name: str
    target: str


@dataclass(frozen=True)
class Directory:
    """A directory in an archive."""

    name: str
    mode: int = 0o755


@dataclass(frozen=True)
class MarkedFolder:
    """A file in a zip archive that its attributes, but not its name, say to be a directory."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Unreadable:
    """A file in a zip archive that is listed and cannot be unpacked.

    `fault` is "checksum", "password", "method" or "stream".
    """

    name: str
    data: bytes = b"{}"
    fault: str = "checksum"


#: Names and contents of all members so far: the solution sees them only packed.
made: list[tuple[str, bytes]] = []
Member = tuple[str, bytes] | Link | HardLink | Directory | MarkedFolder | Unreadable


def zip_archive(members: Iterable[Member]) -> bytes:
    """A zip archive; names are stored as they are: `zip_archive([("../evil.txt", b"y"), Link("l", "/box")])`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            _note(member)
            info = zipfile.ZipInfo("x")
            if isinstance(member, tuple):
                info.filename, data = member
                info.external_attr = (stat.S_IFREG | 0o644) << 16
            elif isinstance(member, Link):
                info.filename, data = member.name, member.target.encode()
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
            elif isinstance(member, Directory):
                info.filename, data = member.name.rstrip("/") + "/", b""
                info.external_attr = (stat.S_IFDIR | member.mode) << 16 | _DOS_DIRECTORY
            elif isinstance(member, MarkedFolder):
                info.filename, data = member.name, member.data
                info.external_attr = (stat.S_IFDIR | 0o755) << 16 | _DOS_DIRECTORY
            elif isinstance(member, Unreadable):
                info.filename, data = member.name, member.data
                if member.fault == "stream":
                    info.compress_type = zipfile.ZIP_DEFLATED
            else:
                raise ValueError("a zip archive has no hard links")
            info.create_system = 3  # Unix, so that modes count
            archive.writestr(info, data)
            if isinstance(member, Unreadable):
                _spoil(info, member.fault, buffer)
    return buffer.getvalue()


def _note(member: Member) -> None:
    made.append(member if isinstance(member, tuple) else (member.name, getattr(member, "data", b"")))


def _spoil(info: zipfile.ZipInfo, fault: str, buffer: io.BytesIO) -> None:
    """Changes what the archive's directory, which is written at the end, says of a member, or the member's data."""
    if fault == "checksum":
        info.CRC ^= 1
    elif fault == "password":
        info.flag_bits |= 1
    elif fault == "method":
        info.compress_type = 97
    elif fault == "stream":
        # A block of a kind that there is not.
        with buffer.getbuffer() as content:
            content[info.header_offset + 30 + len(info.filename.encode())] = 0x07
    else:
        raise ValueError(f"no such fault: {fault}")


def tar_archive(members: Iterable[Member], compression: str = "") -> bytes:
    """A tar archive; `compression` is "", "gz", "bz2" or "xz"."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=f"w:{compression}") as archive:
        for member in members:
            _note(member)
            info, data = tarfile.TarInfo(), b""
            if isinstance(member, tuple):
                info.name, data = member
                info.size = len(data)
            elif isinstance(member, Directory):
                info.name, info.type, info.mode = member.name, tarfile.DIRTYPE, member.mode
            elif isinstance(member, (MarkedFolder, Unreadable)):
                raise ValueError("only a zip archive has such a member")
            else:
                info.name, info.linkname = member.name, member.target
                info.type = tarfile.SYMTYPE if isinstance(member, Link) else tarfile.LNKTYPE
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()
