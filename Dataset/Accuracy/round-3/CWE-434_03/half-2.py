import io
import shutil
import tempfile
import zipfile
from pathlib import Path

ENDINGS = {".json", ".png", ".ogg", ".txt"}


class PackShelf:
    def __init__(self, root):
        self.root = Path(root)

    def _list(self, folder):
        return sorted(
            p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir()
        )

    def add(self, pack, data):
        # What counts is what lies on the disk afterwards, so the check comes after unpacking,
        # and a pack gets its name only when every file is known to be harmless.
        staging = Path(tempfile.mkdtemp(prefix=".incoming-", dir=self.root))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            archive.extractall(staging)
        names = self._list(staging)
        bad = [n for n in names if Path(n).suffix.lower() not in ENDINGS]
        if bad:
            shutil.rmtree(staging)
            raise ValueError(f"files that do not belong into a pack: {bad}")
        staging.chmod(0o755)
        staging.rename(self.root / pack)
        return names

    def files(self, pack):
        folder = self.root / pack
        return self._list(folder) if folder.is_dir() else []
