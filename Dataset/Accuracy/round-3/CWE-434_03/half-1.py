import io
import os
import shutil
import zipfile

ALLOWED = (".json", ".png", ".ogg", ".txt")


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        target = os.path.join(self.root, pack)
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise ValueError("not a ZIP file") from error
        with archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            for info in members:
                self._check(info.orig_filename)
            os.mkdir(target)
            try:
                for info in members:
                    archive.extract(info, target)
            except Exception as error:
                shutil.rmtree(target, ignore_errors=True)
                raise ValueError("the pack cannot be unpacked") from error
        return self.files(pack)

    @staticmethod
    def _check(name):
        parts = name.split("/")
        if "" in parts or "." in parts or ".." in parts:
            raise ValueError(f"{name!r} leads out of the pack")
        if not name.lower().endswith(ALLOWED):
            raise ValueError(f"{name!r} does not belong into a pack")

    def files(self, pack):
        target = os.path.join(self.root, pack)
        names = []
        for folder, _, files in os.walk(target):
            for name in files:
                path = os.path.relpath(os.path.join(folder, name), target)
                names.append(path.replace(os.sep, "/"))
        return sorted(names)
