import os
from pathlib import Path


class ClipStore:
    def __init__(self, root):
        self._root = Path(root)

    @staticmethod
    def _is_clip_name(name):
        return (
            isinstance(name, str)
            and name not in ("", ".", "..")
            and not any(sign in name for sign in "/\\\0")
        )

    def _existing(self, presenter, name):
        """The path of an existing clip, or None."""
        if not self._is_clip_name(name):
            return None
        path = self._root / presenter / name
        try:
            if path.is_symlink() or not path.is_file():
                return None
        except (OSError, ValueError):
            return None
        return path

    def save(self, presenter, name, data):
        if not self._is_clip_name(name):
            raise ValueError("not a valid clip name")
        folder = self._root / presenter
        folder.mkdir(exist_ok=True)
        # O_NOFOLLOW: never write through a link that leads elsewhere
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
        fd = os.open(folder / name, flags, 0o644)
        with os.fdopen(fd, "wb") as f:
            f.write(data)

    def load(self, presenter, name):
        path = self._existing(presenter, name)
        return None if path is None else path.read_bytes()

    def delete(self, presenter, name):
        path = self._existing(presenter, name)
        if path is None:
            return False
        path.unlink()
        return True

    def names(self, presenter):
        folder = self._root / presenter
        if not folder.is_dir():
            return []
        return sorted(p.name for p in folder.iterdir() if p.is_file())
