import os
import pathlib


class NoClip(ValueError):
    pass


class ClipStore:
    """Existing clips are only ever found by looking through the presenter's own folder."""

    def __init__(self, root):
        self.root = pathlib.Path(root)

    def _entries(self, presenter):
        try:
            with os.scandir(self.root / presenter) as entries:
                yield from (e for e in entries if e.is_file(follow_symlinks=False))
        except FileNotFoundError:
            return

    def _existing(self, presenter, name):
        for entry in self._entries(presenter):
            if entry.name == name:
                return pathlib.Path(entry.path)
        raise NoClip(name)

    def save(self, presenter, name, data):
        folder = self.root / presenter
        target = folder / name
        if "/" in name or "\0" in name or target.name != name or target.parent != folder or name == "..":
            raise NoClip(name)
        folder.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

    def load(self, presenter, name):
        try:
            return self._existing(presenter, name).read_bytes()
        except (NoClip, FileNotFoundError):
            return None

    def delete(self, presenter, name):
        try:
            self._existing(presenter, name).unlink()
        except (NoClip, FileNotFoundError):
            return False
        return True

    def names(self, presenter):
        return sorted(entry.name for entry in self._entries(presenter))
