import io
import os
import zipfile

ENDINGS = {".json", ".png", ".ogg", ".txt"}


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                if not member.is_dir() and os.path.splitext(member.filename)[1].lower() not in ENDINGS:
                    raise ValueError(f"{member.filename} does not belong into a pack")
            archive.extractall(os.path.join(self.root, pack))
        return self.files(pack)

    def files(self, pack):
        folder = os.path.join(self.root, pack)
        found = []
        for directory, _, names in os.walk(folder):
            for name in names:
                path = os.path.relpath(os.path.join(directory, name), folder)
                found.append(path.replace(os.sep, "/"))
        return sorted(found)
