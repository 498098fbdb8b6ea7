import contextlib
import io
import shutil
import tempfile
from pathlib import Path, PurePosixPath
from zipfile import ZipFile


class UnwantedFile(ValueError):
    pass


def _is_wanted(path):
    return path.name.lower().endswith((".json", ".png", ".ogg", ".txt"))


def _copy_out(archive, outside):
    """Writes the files into a folder that no web server knows."""
    for info in archive.infolist():
        path = PurePosixPath(info.filename)
        plain = str(path) == info.filename.rstrip("/") and not path.is_absolute()
        if not plain or ".." in path.parts or not path.parts:
            raise UnwantedFile(info.filename)
        if info.is_dir():
            continue
        if not _is_wanted(path):
            raise UnwantedFile(info.filename)
        place = outside.joinpath(*path.parts)
        place.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(info) as source, open(place, "wb") as target:
            shutil.copyfileobj(source, target)


@contextlib.contextmanager
def _as_value_error():
    try:
        yield
    except ValueError:
        raise
    except Exception as error:
        raise ValueError(f"this is no pack: {error}") from error


class PackShelf:
    def __init__(self, root):
        self.root = Path(root)

    def _paths(self, base):
        return (p for p in base.rglob("*") if p.is_file())

    def files(self, pack):
        base = self.root / pack
        return sorted(p.relative_to(base).as_posix() for p in self._paths(base))

    def add(self, pack, data):
        with tempfile.TemporaryDirectory() as outside, _as_value_error():
            work = Path(outside, "pack")
            work.mkdir()
            with ZipFile(io.BytesIO(data)) as archive:
                _copy_out(archive, work)
            if any(not _is_wanted(p) for p in self._paths(work)):
                raise UnwantedFile(pack)
            shutil.copytree(work, self.root / pack)
        return self.files(pack)
