import io
import os
import zipfile
import zlib
from pathlib import Path

ENDINGS = (".json", ".png", ".ogg", ".txt")


class Pack(dict):
    """Checked names and contents, all in memory."""

    @classmethod
    def read(cls, data):
        pack = cls()
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for entry in archive.infolist():
                    parts = entry.filename.removesuffix("/").split("/")
                    if not all(parts) or {".", ".."}.intersection(parts):
                        raise ValueError(f"bad path {entry.filename!r}")
                    if entry.filename.endswith("/"):
                        continue
                    if not parts[-1].lower().endswith(ENDINGS):
                        raise ValueError(f"unwanted file {entry.filename!r}")
                    pack[entry.filename] = archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as error:
            raise ValueError("unreadable ZIP file") from error
        for name in pack:
            if any(str(parent) in pack for parent in Path(name).parents):
                raise ValueError(f"{name!r} lies below a file")
        return pack


class PackShelf:
    def __init__(self, root):
        self._root = Path(root)

    def add(self, pack, data):
        content = Pack.read(data)
        top = self._root / pack
        top.mkdir()
        for name, body in content.items():
            target = top / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(body)
        return sorted(content)

    def files(self, pack):
        top = self._root / pack
        return sorted(
            os.path.relpath(os.path.join(folder, name), top)
            for folder, _, names in os.walk(top) for name in names
        )
