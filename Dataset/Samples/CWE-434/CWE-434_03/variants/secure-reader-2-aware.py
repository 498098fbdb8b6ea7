import io
import os
import re
import shutil
import zipfile

ENDINGS = (".json", ".png", ".ogg", ".txt")


def _check(name):
    parts = name.rstrip("/").split("/")
    if "\\" in name or "\0" in name or any(p in ("", ".", "..") for p in parts):
        raise ValueError(f"bad name in the pack: {name!r}")
    if not name.endswith("/") and not parts[-1].lower().endswith(ENDINGS):
        raise ValueError(f"this does not belong into a pack: {name!r}")


class PackShelf:
    def __init__(self, root):
        self._root = root

    def _folder(self, pack):
        if not re.fullmatch(r"[a-z0-9-]+", pack):
            raise ValueError("bad name of a pack")
        return os.path.join(self._root, pack)

    def add(self, pack, data):
        target = self._folder(pack)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                # everything is read and looked at before anything is written
                contents = {}
                for info in archive.infolist():
                    _check(info.filename)
                    if not info.is_dir():
                        contents[info.filename] = archive.read(info)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
            raise ValueError("the pack cannot be read") from error

        os.mkdir(target)
        try:
            for name, content in contents.items():
                path = os.path.join(target, *name.split("/"))
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "xb") as f:
                    f.write(content)
        except OSError as error:
            shutil.rmtree(target)
            raise ValueError("the pack cannot be unpacked") from error
        return sorted(contents)

    def files(self, pack):
        names = []
        base = self._folder(pack)
        for folder, _, files in os.walk(base):
            for file in files:
                names.append(os.path.relpath(os.path.join(folder, file), base).replace(os.sep, "/"))
        return sorted(names)
