import gzip
import os
import tarfile
import tempfile
from pathlib import Path, PurePosixPath


class _Tour(tarfile.TarFile):
    def harvest(self):
        for entry in self:
            path = PurePosixPath(entry.name)
            if path.is_absolute() or ".." in path.parts or entry.type not in (
                    tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE, tarfile.DIRTYPE):
                raise tarfile.TarError(f"refused: {entry.name!r}")
            yield path, None if entry.isdir() else self.extractfile(entry).read()


def _place(base, path):
    here = base
    for part in path.parts:
        here = here / part
        if here.is_symlink():
            raise PermissionError(f"{here} is a link")
    return here


def install_tour(archive, folder):
    with gzip.open(archive) as stream, _Tour(fileobj=stream) as tour:
        content = list(tour.harvest())
    base = Path(folder)
    base.mkdir(parents=True, exist_ok=True)
    written = {}
    for path, data in content:
        target = _place(base, path)
        if data is None:
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as sink:
                sink.write(data)
            os.chmod(draft, 0o644)
            os.replace(draft, target)
        except BaseException:
            os.unlink(draft)
            raise
        written[path.as_posix()] = data
    lines = written.get("index.txt", b"").decode("utf-8").replace("\r\n", "\n").split("\n")
    return dict(title=lines[0], files=sorted(written))
