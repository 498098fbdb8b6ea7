import os
import stat


class Takes:
    """Throws recordings away, below one folder and nowhere else."""

    def __init__(self, folder):
        # through links of the server's own, and whatever becomes of the
        # working folder later
        self._root = os.path.realpath(folder)
        self._plain = {self._root}  # folders of which we know that no link leads to them

    def throw(self, path):
        parts = self._parts(path)
        if parts is None:
            return False
        folder = self._root
        for part in parts[:-1]:
            folder = os.path.join(folder, part)
            if not self._is_plain(folder):
                return False
        victim = os.path.join(folder, parts[-1])
        try:
            if stat.S_ISDIR(os.lstat(victim).st_mode):
                return False
            os.unlink(victim)  # a link itself, not what it leads to
        except (OSError, ValueError):
            return False
        self._tidy(folder)
        return True

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]

    @staticmethod
    def _parts(path):
        if not isinstance(path, str) or "\0" in path:
            return None
        parts = path.split("/")
        if any(part in ("", ".", "..") for part in parts):
            return None
        return parts

    def _is_plain(self, folder):
        """Whether it is a real folder; the lists are long, and most takes of one
        scene stand together, so that it is not asked for each of them."""
        if folder in self._plain:
            return True
        try:
            plain = stat.S_ISDIR(os.lstat(folder).st_mode)
        except (OSError, ValueError):
            return False
        if plain:
            self._plain.add(folder)
        return plain

    def _tidy(self, folder):
        while folder != self._root:
            try:
                os.rmdir(folder)
            except OSError:
                return
            self._plain.discard(folder)
            folder = os.path.dirname(folder)
