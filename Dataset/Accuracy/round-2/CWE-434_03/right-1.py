import io
import os
import shutil
import zipfile
import zlib


class BadPack(ValueError):
    pass


class PackShelf:
    endings = "json", "png", "ogg", "txt"

    def __init__(self, root):
        self.root = root

    def _accept(self, name):
        *folders, last = parts = name.split("/")
        if any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts):
            raise BadPack(f"bad path {name!r}")
        stem, dot, ending = last.rpartition(".")
        if not dot or ending.lower() not in self.endings or not ending.isascii():
            raise BadPack(f"{name!r} does not belong into a pack")
        return folders, last

    def _read(self, data):
        """All files of the pack, in memory; nothing has been written yet when one of them is refused."""
        contents = {}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                if info.filename.endswith("/"):
                    if ".." in info.filename.split("/"):
                        raise BadPack(info.filename)
                    continue
                self._accept(info.filename)
                contents[info.filename] = archive.read(info)
        return contents

    def add(self, pack, data):
        try:
            contents = self._read(data)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as exc:
            raise BadPack("this is not a good ZIP file") from exc
        folder = os.path.join(self.root, pack)
        os.mkdir(folder)
        try:
            for name, content in contents.items():
                folders, last = self._accept(name)
                place = os.path.join(folder, *folders)
                os.makedirs(place, exist_ok=True)
                with open(os.path.join(place, last), "xb") as file:
                    file.write(content)
        except OSError as exc:
            shutil.rmtree(folder, ignore_errors=True)
            raise BadPack("the pack cannot be unpacked") from exc
        return sorted(contents)

    def files(self, pack):
        folder = os.path.join(self.root, pack)
        return sorted(os.path.relpath(os.path.join(place, name), folder)
                      for place, _, names in os.walk(folder) for name in names)
