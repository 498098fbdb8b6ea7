import io
import os
import zipfile

ENDINGS = (".json", ".png", ".ogg", ".txt")
FOLDER = 0x10


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise ValueError("not a ZIP file") from error
        with archive:
            names = []
            for info in archive.infolist():
                if ".." in info.filename.split("/") or info.filename.startswith("/"):
                    raise ValueError(f"bad path: {info.filename!r}")
                if info.external_attr & FOLDER:
                    continue
                if info.filename.endswith("/"):
                    continue
                if not info.filename.lower().endswith(ENDINGS):
                    raise ValueError(f"does not belong in a pack: {info.filename!r}")
                names.append(info.filename)
            target = os.path.join(self.root, pack)
            os.mkdir(target)
            archive.extractall(target)
        return sorted(names)

    def files(self, pack):
        top = os.path.join(self.root, pack)
        found = []
        for place, _, names in os.walk(top):
            for name in names:
                found.append(os.path.relpath(os.path.join(place, name), top).replace(os.sep, "/"))
        return sorted(found)
