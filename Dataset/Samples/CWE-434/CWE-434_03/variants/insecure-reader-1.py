import io
import os
import zipfile


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        folder = os.path.join(self.root, pack)
        with zipfile.ZipFile(io.BytesIO(data)) as z:
            z.extractall(folder)
            return sorted(n for n in z.namelist() if not n.endswith("/"))

    def files(self, pack):
        folder = os.path.join(self.root, pack)
        result = []
        for dirpath, _, filenames in os.walk(folder):
            for filename in filenames:
                path = os.path.relpath(os.path.join(dirpath, filename), folder)
                result.append(path.replace(os.sep, "/"))
        return sorted(result)
