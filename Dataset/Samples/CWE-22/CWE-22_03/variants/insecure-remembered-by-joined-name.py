import contextlib
from pathlib import Path


class ClipStore:
    _played = {}

    def __init__(self, root):
        self._root = Path(root)

    def _clip(self, presenter, name):
        if "/" in name or "\0" in name or name in ("", ".", ".."):
            raise ValueError(f"no clip can be called {name!r}")
        return self._root / presenter / name

    def save(self, presenter, name, data):
        clip = self._clip(presenter, name)
        clip.parent.mkdir(exist_ok=True)
        clip.write_bytes(data)
        self._played.pop(presenter + name, None)

    def load(self, presenter, name):
        with contextlib.suppress(OSError, ValueError):
            clip = self._clip(presenter, name)
            if presenter + name not in self._played or not clip.exists():
                self._played[presenter + name] = clip.read_bytes()
            return self._played[presenter + name]
        return None

    def delete(self, presenter, name):
        try:
            self._clip(presenter, name).unlink()
        except (OSError, ValueError):
            return False
        self._played.pop(presenter + name, None)
        return True

    def names(self, presenter):
        folder = self._root / presenter
        return sorted(clip.name for clip in folder.iterdir()) if folder.is_dir() else []
