import io
import os
import re
import zipfile

ALLOWED = re.compile(r"\.(json|png|ogg|txt)\Z", re.IGNORECASE)
DIRECTORY = 0x10


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        folder = os.path.join(self.root, pack)
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as e:
            raise ValueError("not a ZIP file") from e
        with archive:
            for info in archive.infolist():
                if info.filename.endswith("/") or info.external_attr & DIRECTORY:
                    continue
                if not ALLOWED.search(info.filename):
                    raise ValueError(f"not allowed in a pack: {info.filename!r}")
                if info.filename.startswith("/") or ".." in info.filename.split("/"):
                    raise ValueError(f"bad name: {info.filename!r}")
            archive.extractall(folder)
        return self.files(pack)

    def files(self, pack):
        folder = os.path.join(self.root, pack)
        found = []
        for place, _, names in os.walk(folder):
            found += [os.path.relpath(os.path.join(place, name), folder) for name in names]
        return sorted(found)
