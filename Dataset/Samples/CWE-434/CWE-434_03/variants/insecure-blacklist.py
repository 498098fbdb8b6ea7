import io
import os
import zipfile

DANGEROUS = {".php", ".py", ".exe", ".sh", ".html", ".js", ".cgi", ".pl", ".htaccess"}


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        base = os.path.join(self.root, pack)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [info.filename for info in archive.infolist() if not info.is_dir()]
            if any(os.path.splitext(name)[1] in DANGEROUS for name in names):
                raise ValueError("the pack contains a forbidden file")
            for name in names:
                archive.extract(name, base)
        return sorted(names)

    def files(self, pack):
        base = os.path.join(self.root, pack)
        return sorted(os.path.join(d, f)[len(base) + 1:] for d, _, fs in os.walk(base) for f in fs)
