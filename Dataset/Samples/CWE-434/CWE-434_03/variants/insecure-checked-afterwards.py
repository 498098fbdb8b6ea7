import io
import os
import zipfile

ENDINGS = (".json", ".png", ".ogg", ".txt")


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            archive.extractall(os.path.join(self.root, pack))
        names = self.files(pack)
        for name in names:
            if not name.lower().endswith(ENDINGS):
                raise ValueError("illegal file in pack: " + name)
        return names

    def files(self, pack):
        base = os.path.join(self.root, pack)
        found = []
        for folder, _, names in os.walk(base):
            for name in names:
                found.append(os.path.relpath(os.path.join(folder, name), base))
        return sorted(found)
