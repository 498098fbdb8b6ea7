import os


def _is_plain_name(name):
    """True for a single path component that really names an entry of a folder."""
    return (
        isinstance(name, str)
        and name not in ("", os.curdir, os.pardir)
        and not any(c in name for c in ("/", "\0", os.sep))
    )


class ClipStore:
    def __init__(self, root):
        self._root = os.path.abspath(root)

    def _folder(self, presenter):
        return os.path.join(self._root, presenter)

    def _find(self, presenter, name):
        """Path of an existing clip, or None. Links are no clips."""
        if not _is_plain_name(name):
            return None
        path = os.path.join(self._folder(presenter), name)
        try:
            if os.path.isfile(path) and not os.path.islink(path):
                return path
        except (OSError, ValueError):
            pass
        return None

    def save(self, presenter, name, data):
        if not _is_plain_name(name):
            raise ValueError(f"not a name for a clip: {name!r}")
        folder = self._folder(presenter)
        os.makedirs(folder, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
        fd = os.open(os.path.join(folder, name), flags, 0o644)
        with os.fdopen(fd, "wb") as f:
            f.write(data)

    def load(self, presenter, name):
        path = self._find(presenter, name)
        if path is None:
            return None
        with open(path, "rb") as f:
            return f.read()

    def delete(self, presenter, name):
        path = self._find(presenter, name)
        if path is None:
            return False
        os.remove(path)
        return True

    def names(self, presenter):
        try:
            with os.scandir(self._folder(presenter)) as entries:
                return sorted(e.name for e in entries if e.is_file(follow_symlinks=False))
        except FileNotFoundError:
            return []
