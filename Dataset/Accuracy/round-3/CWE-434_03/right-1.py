import io
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

FILE_NAME = re.compile(r".*\.(?:json|png|ogg|txt)\Z", re.IGNORECASE | re.DOTALL | re.ASCII)


@dataclass(frozen=True)
class Entry:
    parts: tuple[str, ...]
    content: bytes

    @property
    def name(self) -> str:
        return "/".join(self.parts)


def read_entries(data: bytes) -> Iterator[Entry]:
    """All files of a ZIP file, each checked; ValueError for anything odd."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                if info.filename != info.orig_filename:
                    raise ValueError("a name with a NUL")
                folder = info.filename.endswith("/")
                parts = tuple(info.filename.removesuffix("/").split("/"))
                if any(part in ("", ".", "..") or "\0" in part for part in parts):
                    raise ValueError(f"no place for {info.filename!r}")
                if folder:
                    continue
                if not FILE_NAME.match(parts[-1]):
                    raise ValueError(f"{info.filename!r} does not belong in a pack")
                yield Entry(parts, archive.read(info))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise ValueError("broken ZIP file") from error
    except Exception as error:
        if isinstance(error, ValueError):
            raise
        raise ValueError("broken ZIP file") from error


class PackShelf:
    def __init__(self, root: str):
        self._root = root

    def add(self, pack: str, data: bytes) -> list[str]:
        entries = {entry.name: entry for entry in read_entries(data)}
        base = os.path.join(self._root, pack)
        os.mkdir(base)
        try:
            for entry in entries.values():
                place = os.path.join(base, *entry.parts)
                os.makedirs(os.path.dirname(place), exist_ok=True)
                with open(place, "wb") as file:
                    file.write(entry.content)
        except OSError as error:
            shutil.rmtree(base)
            raise ValueError("the files of the pack do not fit together") from error
        return sorted(entries)

    def files(self, pack: str) -> list[str]:
        base = os.path.join(self._root, pack)
        return sorted(
            os.path.relpath(os.path.join(folder, name), base)
            for folder, _, names in os.walk(base)
            for name in names
        )
