from pathlib import Path
from typing import List, Optional


class ClipError(Exception):
    pass


class ClipStore:
    """Clips of the presenters, one folder each."""

    def __init__(self, root: str) -> None:
        self.root = Path(root).resolve()

    def _clip(self, presenter: str, name: str) -> Path:
        folder = self.root / presenter
        path = (folder / name).resolve()
        if path.parent != folder:
            raise ClipError(f"invalid clip name: {name}")
        return path

    def save(self, presenter: str, name: str, data: bytes) -> None:
        path = self._clip(presenter, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)

    def load(self, presenter: str, name: str) -> Optional[bytes]:
        path = self._clip(presenter, name)
        return path.read_bytes() if path.is_file() else None

    def delete(self, presenter: str, name: str) -> bool:
        try:
            self._clip(presenter, name).unlink()
        except FileNotFoundError:
            return False
        return True

    def names(self, presenter: str) -> List[str]:
        folder = self.root / presenter
        if not folder.exists():
            return []
        return sorted(path.name for path in folder.iterdir() if path.is_file())


if __name__ == "__main__":
    store = ClipStore(".")
    store.save("ada", "hello.mp3", b"ID3")
    print(store.names("ada"))
