"""Level packs of the puzzle game, unpacked for the web server."""
import io
import shutil
import zipfile
import zlib
from pathlib import Path, PurePosixPath

ENDINGS = (".json", ".png", ".ogg", ".txt")
DOS_FOLDER = 0x10


def _is_folder(info):
    """Some packers end the name of a folder with a slash, others only set the attribute."""
    return info.is_dir() or bool(info.external_attr & DOS_FOLDER)


def _check(info):
    name = info.filename
    if "\0" in info.orig_filename or "\\" in name or name.startswith("/"):
        raise ValueError(f"{name!r} is no name for a file of a pack")
    steps = name.split("/")
    if info.is_dir():
        steps.pop()
    if any(step.strip() in ("", ".", "..") for step in steps):
        raise ValueError(f"{name!r} leaves the folder of the pack")
    if not _is_folder(info) and not steps[-1].lower().endswith(ENDINGS):
        raise ValueError(f"{name!r} is no level, picture, sound or text")


class PackShelf:
    def __init__(self, root):
        self.root = Path(root)

    def add(self, pack, data):
        folder = self.root / pack
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for info in archive.infolist():
                    _check(info)
                damaged = archive.testzip()
                if damaged is not None:
                    raise ValueError(f"{damaged!r} is damaged")
                folder.mkdir()
                archive.extractall(folder)
        except zipfile.BadZipFile as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise ValueError("this is no ZIP file that can be read") from error
        except (OSError, RuntimeError, NotImplementedError, zlib.error) as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise ValueError("the pack cannot be unpacked") from error
        return self.files(pack)

    def files(self, pack):
        folder = self.root / pack
        return sorted(
            str(PurePosixPath(path.relative_to(folder)))
            for path in folder.rglob("*")
            if path.is_file()
        )
