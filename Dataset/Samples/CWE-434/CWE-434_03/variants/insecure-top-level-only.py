import io
import os
import zipfile

ENDINGS = {"json", "png", "ogg", "txt"}


class PackShelf:
    def __init__(self, root):
        self.root = root

    def check(self, archive):
        for name in archive.namelist():
            if "/" in name:
                continue
            if name.split(".")[-1].lower() not in ENDINGS:
                raise ValueError("not allowed: " + name)

    def add(self, pack, data):
        archive = zipfile.ZipFile(io.BytesIO(data))
        self.check(archive)
        archive.extractall(f"{self.root}/{pack}")
        archive.close()
        return self.files(pack)

    def files(self, pack):
        result = []
        base = f"{self.root}/{pack}"
        for folder, _, names in os.walk(base):
            for name in names:
                result.append(os.path.join(folder, name).removeprefix(base + "/"))
        return sorted(result)
