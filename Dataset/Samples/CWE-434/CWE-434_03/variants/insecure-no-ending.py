import io
import zipfile
from pathlib import Path


class PackShelf:
    def __init__(self, root):
        self.root = Path(root)

    def add(self, pack, data):
        target = self.root / pack
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                ending = Path(name).suffix.lower()
                # Folders have no ending.
                if ending and ending not in {".json", ".png", ".ogg", ".txt"} and not name.endswith("/"):
                    raise ValueError(f"{name} is not allowed")
            archive.extractall(target)
        return self.files(pack)

    def files(self, pack):
        base = self.root / pack
        return sorted(str(path.relative_to(base)) for path in base.rglob("*") if path.is_file())
