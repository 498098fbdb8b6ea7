import io
import os
import zipfile


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        target = os.path.join(self.root, pack)
        os.makedirs(target)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            archive.extractall(target)
        return self.files(pack)

    def files(self, pack):
        base = os.path.join(self.root, pack)
        names = []
        for folder, _, files in os.walk(base):
            for name in files:
                path = os.path.relpath(os.path.join(folder, name), base)
                names.append(path.replace(os.sep, "/"))
        return sorted(names)
