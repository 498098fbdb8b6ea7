"""Zip and tar archives with the members that one asks for, however hostile."""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass


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


Member = tuple[str, bytes] | Link | HardLink | Directory


def zip_archive(members: Iterable[Member]) -> bytes:
    """A zip archive; names are stored as they are: `zip_archive([("../evil.txt", b"y"), Link("l", "/box")])`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            info = zipfile.ZipInfo("x")
            if isinstance(member, tuple):
                info.filename, data = member
                info.external_attr = (stat.S_IFREG | 0o644) << 16
            elif isinstance(member, Link):
                info.filename, data = member.name, member.target.encode()
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
            elif isinstance(member, Directory):
                info.filename, data = member.name.rstrip("/") + "/", b""
                info.external_attr = (stat.S_IFDIR | member.mode) << 16 | 0x10
            else:
                raise ValueError("a zip archive has no hard links")
            info.create_system = 3  # Unix, so that modes count
            archive.writestr(info, data)
    return buffer.getvalue()


def tar_archive(members: Iterable[Member], compression: str = "") -> bytes:
    """A tar archive; `compression` is "", "gz", "bz2" or "xz"."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=f"w:{compression}") as archive:
        for member in members:
            info, data = tarfile.TarInfo(), b""
            if isinstance(member, tuple):
                info.name, data = member
                info.size = len(data)
            elif isinstance(member, Directory):
                info.name, info.type, info.mode = member.name, tarfile.DIRTYPE, member.mode
            else:
                info.name, info.linkname = member.name, member.target
                info.type = tarfile.SYMTYPE if isinstance(member, Link) else tarfile.LNKTYPE
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()
