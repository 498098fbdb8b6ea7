import io
import os
import shutil
import zipfile

ENDINGS = (".json", ".png", ".ogg", ".txt")


class PackShelf:
    def __init__(self, root):
        self.root = root

    def _check(self, name):
        parts = name.split("/")
        if any(part in ("", ".", "..") for part in parts) or "\\" in name:
            raise ValueError(f"not a path within the pack: {name!r}")
        if not name.lower().endswith(ENDINGS):
            raise ValueError(f"does not belong into a pack: {name!r}")

    def add(self, pack, data):
        target = os.path.join(self.root, pack)
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise ValueError("not a ZIP file") from error
        with archive:
            # the names just as they stand in the ZIP file
            members = {info.orig_filename: info for info in archive.infolist() if not info.is_dir()}
            for name in members:
                self._check(name)
            os.mkdir(target)
            try:
                for info in members.values():
                    archive.extract(info, target)
            except Exception as error:
                shutil.rmtree(target)
                raise ValueError("the pack is damaged") from error
        return sorted(members)

    def files(self, pack):
        target = os.path.join(self.root, pack)
        found = []
        for folder, _, names in os.walk(target):
            for name in names:
                found.append(os.path.relpath(os.path.join(folder, name), target))
        return sorted(found)
