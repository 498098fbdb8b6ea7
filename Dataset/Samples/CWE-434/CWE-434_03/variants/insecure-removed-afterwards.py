import io
import os
import shutil
import zipfile

ENDINGS = (".json", ".png", ".ogg", ".txt")


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        folder = os.path.join(self.root, pack)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                archive.extractall(folder)
            names = self.files(pack)
            for name in names:
                if not name.lower().endswith(ENDINGS):
                    raise ValueError(f"{name} does not belong into a pack")
        except Exception:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return names

    def files(self, pack):
        folder = os.path.join(self.root, pack)
        found = []
        for directory, _, names in os.walk(folder):
            for name in names:
                path = os.path.relpath(os.path.join(directory, name), folder)
                found.append(path.replace(os.sep, "/"))
        return sorted(found)
