"""Throwing away recordings of rehearsals."""
import os
import stat


class Takes:
    def __init__(self, folder):
        self._root = os.path.realpath(folder)
        # Folders that have been looked at part by part. The lists at the end
        # of a season name thousands of files of the same few scenes.
        self._proper = {(): self._root}

    def _folder(self, parts):
        """The full path of the folder, None if there is a link on the way."""
        known = self._proper.get(parts)
        if known is not None:
            return known
        above = self._folder(parts[:-1])
        if above is None:
            return None
        full = os.path.join(above, parts[-1])
        if not stat.S_ISDIR(os.lstat(full).st_mode):
            return None
        self._proper[parts] = full
        return full

    def throw(self, path):
        parts = tuple(path.split("/"))
        if "\0" in path or not {"", ".", ".."}.isdisjoint(parts):
            return False
        try:
            folder = self._folder(parts[:-1])
            if folder is None:
                return False
            target = os.path.join(folder, parts[-1])
            if stat.S_ISDIR(os.lstat(target).st_mode):
                return False
        except (OSError, ValueError):
            return False
        os.unlink(target)
        self._tidy(parts[:-1])
        return True

    def _tidy(self, parts):
        while parts:
            try:
                os.rmdir(self._proper[parts])
            except OSError:             # something is left in it
                return
            del self._proper[parts]
            parts = parts[:-1]

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]
