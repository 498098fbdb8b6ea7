import logging
import os
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

log = logging.getLogger(__name__)


class Refused(Exception):
    """The archive holds an entry that has no place in a tour."""


class _Tour:
    def __init__(self, tar):
        self._tar = tar
        self.folders, self.files = set(), {}
        for member in tar.getmembers():
            self._plan(member)

    def _plan(self, member):
        path = PurePosixPath(member.name)
        if path.is_absolute() or ".." in path.parts or "\0" in member.name:
            raise Refused(member.name)
        if member.type == tarfile.DIRTYPE:
            self.folders.add(path)
        elif member.isreg() and path.parts:
            self.files[path] = member
            self.folders.add(path.parent)
        else:
            raise Refused(f"{member.name} is a link or a device")

    @staticmethod
    def _make(base, relative):
        for part in relative.parts:
            base = base / part
            if base.is_symlink():
                raise Refused(f"{base} is a link")
            base.mkdir(exist_ok=True)
        return base

    def unpack(self, base):
        base.mkdir(parents=True, exist_ok=True)
        for folder in sorted(self.folders):
            self._make(base, folder)
        for path, member in self.files.items():
            home = self._make(base, path.parent)
            with tempfile.NamedTemporaryFile(dir=home, delete=False) as out:
                with self._tar.extractfile(member) as source:
                    while block := source.read(1 << 16):
                        out.write(block)
            os.replace(out.name, home / path.name)
            log.debug("unpacked %s", path)

    def title(self, base):
        if PurePosixPath("index.txt") not in self.files:
            return ""
        first, _, _ = (base / "index.txt").read_text(encoding="utf-8").partition("\n")
        return first


def install_tour(archive, folder):
    base = Path(folder)
    with tarfile.open(archive, "r:gz") as tar:
        tour = _Tour(tar)
        tour.unpack(base)
    return {"title": tour.title(base), "files": sorted(map(str, tour.files))}
