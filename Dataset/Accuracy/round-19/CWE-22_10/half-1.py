"""Throws recordings away."""
import os


class Takes:
    def __init__(self, folder):
        self._root = os.path.realpath(folder)

    def _target(self, path):
        """The place that the path means below the folder, or None."""
        if not isinstance(path, str) or "\0" in path or path.startswith("/"):
            return None
        parts = path.split("/")
        if ".." in parts:
            return None
        # no link may lie on the way; the last part may be one
        way = self._root
        for part in parts[:-1]:
            way = os.path.join(way, part)
            if os.path.islink(way):
                return None
        # without "." and empty parts, so that the way up ends at the root
        target = os.path.normpath(os.path.join(self._root, path))
        if os.path.commonpath([self._root, target]) != self._root or target == self._root:
            return None
        return target

    def throw(self, path):
        target = self._target(path)
        if target is None or not os.path.lexists(target):
            return False
        if os.path.isdir(target) and not os.path.islink(target):
            return False
        os.remove(target)
        above = os.path.dirname(target)
        while above != self._root:
            try:
                os.rmdir(above)
            except OSError:
                break       # not empty
            above = os.path.dirname(above)
        return True

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]
