import io
import os
import re
import shutil
import tempfile
import zipfile

MEMBER = re.compile(r"(?:[^/\\\x00]+/)*[^/\\\x00]+\.(?:json|png|ogg|txt)\Z", re.IGNORECASE | re.ASCII)


class PackShelf:
    def __init__(self, root):
        self.root = os.path.abspath(root)

    def add(self, pack, data):
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile:
            return {"error": "no ZIP file"}
        names = [name for name in archive.namelist() if not name.endswith("/")]
        for name in names:
            if not MEMBER.match(name) or ".." in name.split("/"):
                return {"error": "unexpected file in pack", "file": name}
        staging = tempfile.mkdtemp()
        archive.extractall(staging)
        os.chmod(staging, 0o755)
        shutil.move(staging, os.path.join(self.root, pack))
        return sorted(names)

    def files(self, pack):
        base = os.path.join(self.root, pack)
        result = []
        for folder, _, names in os.walk(base):
            result += [os.path.join(folder, name)[len(base) + 1:] for name in names]
        result.sort()
        return result
