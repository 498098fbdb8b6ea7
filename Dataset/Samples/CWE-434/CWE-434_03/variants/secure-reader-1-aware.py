import io
import os
import re
import shutil
import zipfile

ENDINGS = (".json", ".png", ".ogg", ".txt")
PACK = re.compile(r"[a-z0-9-]+")


def _parts(name):
    """The checked steps of the path of a file in the ZIP file."""
    parts = name.split("/")
    for part in parts:
        if part in ("", ".", "..") or "\\" in part or not part.isprintable():
            raise ValueError(f"bad name in the pack: {name!r}")
    return parts


def _allowed(name):
    return name.lower().endswith(ENDINGS)


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        if not PACK.fullmatch(pack):
            raise ValueError(f"bad name of a pack: {pack!r}")
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise ValueError("not a ZIP file") from error

        with archive:
            wanted = {}
            for info in archive.infolist():
                if info.filename.endswith("/"):
                    _parts(info.filename.rstrip("/"))
                    continue
                parts = _parts(info.filename)
                if not _allowed(parts[-1]):
                    raise ValueError(f"not allowed: {info.filename!r}")
                wanted["/".join(parts)] = info

            # Only now, with every name checked, is anything written.
            folder = os.path.join(self.root, pack)
            os.mkdir(folder)
            try:
                for name, info in wanted.items():
                    path = os.path.join(folder, *name.split("/"))
                    os.makedirs(os.path.dirname(path), exist_ok=True)
                    with archive.open(info) as src, open(path, "xb") as dst:
                        shutil.copyfileobj(src, dst)
            except Exception as error:
                shutil.rmtree(folder, ignore_errors=True)
                raise ValueError("the pack cannot be unpacked") from error
        return sorted(wanted)

    def files(self, pack):
        if not PACK.fullmatch(pack):
            return []
        folder = os.path.join(self.root, pack)
        found = []
        for where, _, names in os.walk(folder):
            for name in names:
                path = os.path.relpath(os.path.join(where, name), folder)
                found.append(path.replace(os.sep, "/"))
        return sorted(found)
