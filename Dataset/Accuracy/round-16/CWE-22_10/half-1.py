"""Throws recordings of rehearsals away."""
import os
import stat


class Takes:
    def __init__(self, folder):
        self._root = os.path.realpath(folder)
        # A list has thousands of paths in few folders: those that were looked at
        # once (folders all the way, no shortcut) need not be looked at again.
        self._plain = set()

    def _folder_of(self, parts):
        """The path of the folder with these parts below ours, None if there is a shortcut or no folder on the way."""
        path = self._root
        for part in parts:
            path = path + "/" + part
            if path in self._plain:
                continue
            try:
                if not stat.S_ISDIR(os.lstat(path).st_mode):
                    return None
            except OSError:
                return None
            self._plain.add(path)
        return path

    def throw(self, path):
        parts = path.split("/")
        if "\0" in path or any(part in ("", ".", "..") for part in parts):
            return False
        try:
            os.fsencode(path)
        except UnicodeEncodeError:
            return False
        folder = self._folder_of(parts[:-1])
        if folder is None:
            return False
        target = folder + "/" + parts[-1]
        try:
            if stat.S_ISDIR(os.lstat(target).st_mode):
                return False
            os.unlink(target)
        except (FileNotFoundError, NotADirectoryError):
            return False
        while folder != self._root:
            try:
                os.rmdir(folder)
            except OSError:
                break
            folder = os.path.dirname(folder)
        return True

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]
