from pathlib import Path


class ClipStore:
    def __init__(self, root):
        self.root = Path(root)

    def save(self, presenter, name, data):
        if "/" in name or name in {".", "..", ""}:
            raise ValueError("invalid clip name")
        folder = self.root / presenter
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)

    def load(self, presenter, name):
        path = self.root / presenter / name
        return path.read_bytes() if path.is_file() else None

    def delete(self, presenter, name):
        path = self.root / presenter / name
        if not path.is_file():
            return False
        path.unlink()
        return True

    def names(self, presenter):
        return sorted(path.name for path in (self.root / presenter).glob("*"))
