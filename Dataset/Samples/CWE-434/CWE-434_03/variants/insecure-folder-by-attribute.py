import io
import zipfile
from pathlib import Path

ALLOWED = {".json", ".png", ".ogg", ".txt"}
DOS_FOLDER = 0x10


def _is_folder(info):
    # some packers mark folders only by the attribute, without the slash
    return info.is_dir() or bool(info.external_attr & DOS_FOLDER)


def _is_allowed(name):
    _, dot, ending = name.rpartition("/")[2].rpartition(".")
    return dot + ending.lower() in ALLOWED


class PackShelf:
    def __init__(self, root):
        self.root = Path(root)

    def add(self, pack, data):
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile:
            raise ValueError("not a ZIP file") from None
        with archive:
            names = [info.filename for info in archive.infolist() if not _is_folder(info)]
            for name in names:
                if not _is_allowed(name):
                    raise ValueError(f"{name!r} does not belong into a pack")
            folder = self.root / pack
            folder.mkdir()
            archive.extractall(folder)
        return self.files(pack)

    def files(self, pack):
        folder = self.root / pack
        return sorted(
            path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if path.is_file() and _is_allowed(path.name)
        )
