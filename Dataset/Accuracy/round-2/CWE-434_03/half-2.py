import io
import os
import zipfile
from pathlib import Path, PurePosixPath

ALLOWED = {".json", ".png", ".ogg", ".txt"}
FOLDER_ATTRIBUTE = 0x10


def _is_folder(info):
    return info.is_dir() or bool(info.external_attr & FOLDER_ATTRIBUTE)


def _belongs(name):
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name:
        return False
    return os.path.splitext("x" + path.name)[1].lower() in ALLOWED


class PackShelf:
    def __init__(self, root):
        self.root = Path(root)

    def add(self, pack, data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.testzip() is not None:
                raise ValueError("the ZIP file is damaged")
            names = []
            for info in archive.infolist():
                if _is_folder(info):
                    continue
                if not _belongs(info.filename):
                    raise ValueError(f"{info.filename} does not belong into a pack")
                names.append(info.filename)
            folder = self.root / pack
            folder.mkdir()
            archive.extractall(folder)
        return sorted(set(names))

    def files(self, pack):
        folder = self.root / pack
        return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
