import io
import shutil
import stat
import zipfile
from pathlib import Path, PurePosixPath

_KINDS = {".json", ".png", ".ogg", ".txt"}


def _is_folder(info):
    return info.is_dir() or stat.S_ISDIR(info.external_attr >> 16)


def _require_harmless(info):
    path = PurePosixPath(info.filename)
    if path.is_absolute() or ".." in path.parts or str(path) != info.filename:
        raise ValueError(f"odd path in the pack: {info.filename!r}")
    if path.suffix.lower() not in _KINDS:
        raise ValueError(f"not a level, picture, sound or text: {info.filename!r}")


class PackShelf:
    def __init__(self, root):
        self._root = Path(root)

    def add(self, pack, data):
        folder = self._root / pack
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                files = [info for info in archive.infolist() if not _is_folder(info)]
                for info in files:
                    _require_harmless(info)
                folder.mkdir()
                archive.extractall(folder)
        except (zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError) as problem:
            shutil.rmtree(folder, ignore_errors=True)
            raise ValueError("the pack cannot be unpacked") from problem
        return sorted({info.filename for info in files})

    def files(self, pack):
        folder = self._root / pack
        return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
