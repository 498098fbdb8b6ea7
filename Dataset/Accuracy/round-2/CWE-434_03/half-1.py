import io
import os
import shutil
import tempfile
import zipfile

ENDINGS = (".json", ".png", ".ogg", ".txt")


def _listing(folder):
    found = []
    for place, _, names in os.walk(folder):
        for name in names:
            found.append(os.path.relpath(os.path.join(place, name), folder).replace(os.sep, "/"))
    return sorted(found)


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            stage = tempfile.mkdtemp(prefix=f".{pack}-", dir=self.root)
            os.chmod(stage, 0o755)
            archive.extractall(stage)
        names = _listing(stage)
        if not all(name.lower().endswith(ENDINGS) for name in names):
            shutil.rmtree(stage)
            raise ValueError("the pack holds a file that does not belong there")
        os.rename(stage, os.path.join(self.root, pack))
        return names

    def files(self, pack):
        return _listing(os.path.join(self.root, pack))
