"""Level packs of the puzzle game, unpacked for the web server."""
import io
import os
import re
import shutil
import zipfile
import zlib

# any file whose name has one of the four endings, in whatever case
_ALLOWED = re.compile(r".*\.(?:json|png|ogg|txt)", re.IGNORECASE | re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\\]")


def _parts(info):
    """The folders and the name of an entry; ValueError if it could lead anywhere else."""
    # `filename` ends at a null byte, the name in the archive need not
    if info.orig_filename != info.filename or _CONTROL.search(info.filename):
        raise ValueError(f"bad name in the pack: {info.orig_filename!r}")
    parts = info.filename.rstrip("/").split("/") if info.is_dir() else info.filename.split("/")
    if any(part in ("", ".", "..") for part in parts):
        raise ValueError(f"bad name in the pack: {info.filename!r}")
    return parts


class PackShelf:
    def __init__(self, root):
        self._root = root

    def add(self, pack, data):
        target = os.path.join(self._root, pack)
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise ValueError("this is no ZIP file") from error
        with archive:
            wanted = []
            for info in archive.infolist():         # all of them, before anything is written
                parts = _parts(info)
                if info.is_dir():
                    continue
                if not _ALLOWED.fullmatch(parts[-1]):
                    raise ValueError(f"{info.filename!r} does not belong into a pack")
                wanted.append((info, parts))
            names = [info.filename for info, _ in wanted]
            if len(set(names)) != len(names):
                raise ValueError("a name stands in the pack twice")
            os.mkdir(target)
            try:
                for info, parts in wanted:
                    path = os.path.join(target, *parts)
                    os.makedirs(os.path.dirname(path), exist_ok=True)
                    with archive.open(info) as source, open(path, "xb") as copy:
                        shutil.copyfileobj(source, copy)
            except (OSError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
                shutil.rmtree(target, ignore_errors=True)
                raise ValueError("the pack cannot be unpacked") from error
        return sorted(names)

    def files(self, pack):
        target = os.path.join(self._root, pack)
        found = []
        for folder, _, names in os.walk(target):
            for name in names:
                relative = os.path.relpath(os.path.join(folder, name), target)
                found.append(relative.replace(os.sep, "/"))
        return sorted(found)
