import io
import os
import shutil
import tempfile
import zipfile
from pathlib import Path

ENDINGS = {".json", ".png", ".ogg", ".txt"}


class PackShelf:
    def __init__(self, root):
        self.root = Path(root)

    @staticmethod
    def _list(folder):
        return sorted(
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()
        )

    def add(self, pack, data):
        if not zipfile.is_zipfile(io.BytesIO(data)):
            raise ValueError("not a ZIP file")
        incoming = Path(tempfile.mkdtemp(prefix=".incoming-", dir=self.root))
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                archive.extractall(incoming)
            for name in self._list(incoming):
                if os.path.splitext("x" + os.path.basename(name))[1].lower() not in ENDINGS:
                    raise ValueError(f"{name!r} does not belong in a pack")
            incoming.chmod(0o755)
            incoming.rename(self.root / pack)
        except ValueError:
            shutil.rmtree(incoming)
            raise
        return self.files(pack)

    def files(self, pack):
        folder = self.root / pack
        return self._list(folder) if folder.is_dir() else []
