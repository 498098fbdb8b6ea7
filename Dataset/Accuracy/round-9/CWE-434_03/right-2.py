"""Unpacks in a workshop outside of the web server's folder and moves over what has passed."""
import fnmatch
import io
import pathlib
import shutil
import tempfile
import zipfile
import zlib

PATTERNS = ["*." + "".join(f"[{c}{c.upper()}]" for c in e) for e in ("json", "png", "ogg", "txt")]


def fits(name):
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in PATTERNS) and "\n" not in name


def inspect(archive):
    """Generates (entry, path below the pack) for each file, and raises at the first bad one."""
    for entry in archive.infolist():
        if entry.orig_filename.endswith("/"):
            continue                    # folders are made when something lies in them
        path = pathlib.PurePosixPath(entry.orig_filename)
        tidy = str(path) == entry.orig_filename == entry.filename
        if not tidy or path.is_absolute() or ".." in path.parts or "\\" in entry.filename:
            raise ValueError("unacceptable path: " + ascii(entry.orig_filename))
        if not fits(path.name):
            raise ValueError("unacceptable kind of file: " + ascii(entry.orig_filename))
        yield entry, path


class PackShelf:
    def __init__(self, root):
        self._shelf = pathlib.Path(root)

    def add(self, pack, data):
        with tempfile.TemporaryDirectory(prefix="pack-") as workshop:
            bench = pathlib.Path(workshop, "bench")
            bench.mkdir()
            try:
                with zipfile.ZipFile(io.BytesIO(data), "r") as archive:
                    for entry, path in list(inspect(archive)):
                        goal = bench.joinpath(path)
                        goal.parent.mkdir(parents=True, exist_ok=True)
                        goal.write_bytes(archive.read(entry))
            except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError) as trouble:
                raise ValueError(f"cannot unpack this: {trouble}") from None
            # Everything on the bench has been inspected; nothing else can be there.
            found = self._list(bench)
            if not all(map(fits, found)):
                raise ValueError("unacceptable kind of file")
            shutil.copytree(bench, self._shelf / pack, copy_function=shutil.copyfile)
        return found

    def files(self, pack):
        return self._list(self._shelf / pack)

    @staticmethod
    def _list(folder):
        return sorted(p.relative_to(folder).as_posix() for p in folder.glob("**/*") if not p.is_dir())
