from pathlib import Path


class ClipStore:
    def __init__(self, root):
        self.root = Path(root).resolve()

    def _find(self, presenter, name):
        folder = self.root / presenter
        try:
            path = (folder / name).resolve()
        except (ValueError, OSError):
            return None
        if not str(path).startswith(str(folder)):
            return None
        try:
            return path if path.is_file() else None
        except OSError:
            return None

    def save(self, presenter, name, data):
        if name in ("", ".", "..") or "/" in name or "\0" in name:
            raise ValueError("not the name of a clip")
        folder = self.root / presenter
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)

    def load(self, presenter, name):
        path = self._find(presenter, name)
        return path.read_bytes() if path else None

    def delete(self, presenter, name):
        path = self._find(presenter, name)
        if path is None:
            return False
        path.unlink()
        return True

    def names(self, presenter):
        folder = self.root / presenter
        return sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []
