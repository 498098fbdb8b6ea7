import os
import stat


class Takes:
    def __init__(self, folder):
        # the one true path: a link of the server's own, dots and slashes are gone
        self._root = os.path.realpath(folder)
        # folders below the root of which we know that they are folders and no
        # links, so that a list of thousands need not look at each part again
        self._plain = {self._root}

    def throw(self, path):
        parts = self._parts(path)
        if parts is None:
            return False
        parent = self._parent(parts[:-1])
        if parent is None:
            return False
        target = os.path.join(parent, parts[-1])
        try:
            if stat.S_ISDIR(os.lstat(target).st_mode):
                return False
            os.unlink(target)
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            if error.errno == 36:       # a name that is too long
                return False
            raise
        self._tidy(parent)
        return True

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]

    @staticmethod
    def _parts(path):
        if not isinstance(path, str) or "\0" in path:
            return None
        try:
            os.fsencode(path)
        except UnicodeEncodeError:
            return None
        parts = path.split("/")
        if any(part in ("", ".", "..") for part in parts):
            return None
        return parts

    def _parent(self, parts):
        """The folder with these parts, None if it is none or a link is on the way."""
        at = self._root
        for part in parts:
            at = os.path.join(at, part)
            if at in self._plain:
                continue
            try:
                if not stat.S_ISDIR(os.lstat(at).st_mode):
                    return None
            except OSError:
                return None
            self._plain.add(at)
        return at

    def _tidy(self, folder):
        while folder != self._root and not os.listdir(folder):
            os.rmdir(folder)
            self._plain.discard(folder)
            folder = os.path.dirname(folder)
