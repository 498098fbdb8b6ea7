import os
from pathlib import Path


class Takes:
    """Throws recordings away, below one folder and nowhere else."""

    def __init__(self, folder):
        # slashes and dots at the end are gone then, and it stays the same
        # folder when the working folder changes
        self._root = Path(os.path.abspath(folder))

    def throw(self, path):
        victim = self._find(path)
        if victim is None:
            return False
        try:
            victim.unlink()
        except OSError:
            return False
        for folder in victim.parents:
            if folder == self._root:
                break
            try:
                folder.rmdir()
            except OSError:
                break
        return True

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]

    def _find(self, path):
        if not isinstance(path, str) or "\0" in path:
            return None
        parts = path.split("/")
        if any(part in ("", ".", "..") for part in parts):
            return None
        place = self._root
        try:
            for part in parts[:-1]:
                place /= part
                if place.is_symlink() or not place.is_dir():
                    return None
            place /= parts[-1]
            if place.is_symlink() or place.is_file():
                return place
        except (OSError, ValueError):
            pass
        return None
