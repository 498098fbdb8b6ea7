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
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            os.mkdir(folder)
            archive.extractall(folder)
        names = self.files(pack)
        for name in names:
            if not name.lower().endswith(ENDINGS):
                shutil.rmtree(folder)
                raise ValueError(f"not allowed in a pack: {name!r}")
        return names

    def files(self, pack):
        folder = os.path.join(self.root, pack)
        return sorted(
            os.path.relpath(os.path.join(place, name), folder)
            for place, _, names in os.walk(folder) for name in names)
