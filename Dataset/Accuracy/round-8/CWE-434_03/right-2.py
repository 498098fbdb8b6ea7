import fnmatch
import io
import shutil
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path


class RefusedPack(ValueError):
    """The pack holds something that must not be delivered, or cannot be read."""


@contextmanager
def refusing():
    try:
        yield
    except RefusedPack:
        raise
    except Exception as cause:
        raise RefusedPack(f"unreadable pack: {cause}") from cause


class Member:
    PATTERNS = ("*.json", "*.png", "*.ogg", "*.txt")

    def __init__(self, info):
        self.info = info
        self.name = info.filename
        *folders, last = self.name.split("/")
        if info.orig_filename != self.name:
            raise RefusedPack("a name that goes on behind its end")
        if {"", ".", ".."}.intersection(folders):
            raise RefusedPack(f"a path that leads elsewhere: {self.name!r}")
        if not any(fnmatch.fnmatchcase(last.lower(), pattern) for pattern in self.PATTERNS):
            raise RefusedPack(f"a file of another kind: {self.name!r}")
        self.steps = (*folders, last)

    def unpack(self, archive, place):
        path = place.joinpath(*self.steps)
        path.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(self.info) as source, path.open("wb") as target:
            shutil.copyfileobj(source, target)


class PackShelf:
    def __init__(self, root):
        self.root = Path(root).resolve()

    def add(self, pack, data):
        with (
            refusing(),
            zipfile.ZipFile(io.BytesIO(data)) as archive,
            tempfile.TemporaryDirectory() as elsewhere,
        ):
            members = [Member(info) for info in archive.infolist() if info.filename[-1:] != "/"]
            staged = Path(elsewhere, "pack")
            staged.mkdir()
            for member in members:
                member.unpack(archive, staged)
            try:
                shutil.copytree(staged, self.root / pack, copy_function=shutil.copyfile)
            except BaseException:
                shutil.rmtree(self.root / pack, ignore_errors=True)
                raise
        return self.files(pack)

    def files(self, pack):
        home = self.root / pack
        return sorted("/".join(path.relative_to(home).parts) for path in home.rglob("*") if not path.is_dir())
