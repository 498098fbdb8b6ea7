import io
import os
import zipfile


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
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
