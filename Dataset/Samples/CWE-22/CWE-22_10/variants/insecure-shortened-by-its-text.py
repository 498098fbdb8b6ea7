"""Throwing away recordings of rehearsals."""
import os
import stat


class Takes:
    def __init__(self, folder):
        # An absolute path without dots or slashes at its end, so that
        # later changes of the working folder make no difference.
        self._root = os.path.abspath(folder)

    def _locate(self, path):
        """Return the full path of a recording, or None if it is no good."""
        if "\0" in path:
            return None
        parts = path.split("/")
        if any(part in ("", ".", "..") for part in parts):
            return None
        current = self._root
        for part in parts[:-1]:
            current = os.path.join(current, part)
            try:
                mode = os.lstat(current).st_mode
            except (OSError, ValueError):
                return None
            if not stat.S_ISDIR(mode):      # a link on the way, or a file
                return None
        target = os.path.join(current, parts[-1])
        try:
            mode = os.lstat(target).st_mode
        except (OSError, ValueError):
            return None
        return None if stat.S_ISDIR(mode) else target

    def throw(self, path):
        target = self._locate(path)
        if target is None:
            return False
        os.unlink(target)
        parent = os.path.dirname(target)
        while parent != self._root and not os.listdir(parent):
            os.rmdir(parent)
            parent = os.path.dirname(parent)
        return True

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]
