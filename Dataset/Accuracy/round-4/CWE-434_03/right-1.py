import io
import shutil
import zipfile
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

KINDS = frozenset({"json", "png", "ogg", "txt"})


class Refused(ValueError):
    pass


def _entry(info):
    name = info.filename
    if name.endswith("/"):
        return None
    stem, dot, kind = name.rpartition(".")
    parts = name.split("/")
    if not dot or not kind.isascii() or kind.lower() not in KINDS:
        raise Refused(f"{name!r} has no business in a pack")
    if not {"", ".", ".."}.isdisjoint(parts) or "\0" in name:
        raise Refused(f"{name!r} leads elsewhere")
    return PurePosixPath(name)


@contextmanager
def _all_or_nothing(folder):
    folder.mkdir()
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


class PackShelf:
    def __init__(self, root):
        self._root = Path(root)

    def add(self, pack, data):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as z:
                pairs = [(_entry(i), i) for i in z.infolist()]
                content = {path: z.read(info) for path, info in pairs if path is not None}
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, UnicodeError) as e:
            raise Refused("unreadable pack") from e
        folder = self._root / pack
        with _all_or_nothing(folder):
            for path, blob in content.items():
                target = folder / path
                try:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(blob)
                except OSError as e:
                    raise Refused(f"{path} cannot be unpacked") from e
        return sorted(map(str, content))

    def files(self, pack):
        folder = self._root / pack
        return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
