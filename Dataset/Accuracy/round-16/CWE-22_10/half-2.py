"""Throws recordings of rehearsals away."""
import os
import stat


def _on_disk(part):
    """The bytes of a name as the file system has them."""
    try:
        return os.fsencode(part)
    except UnicodeEncodeError:
        # halves of signs, as some lists have them behind an emoji: no file name has these
        return part.encode("utf-8", "ignore")


class Takes:
    def __init__(self, folder):
        self._root = os.fsencode(os.path.realpath(folder))

    def throw(self, path):
        if "\0" in path:
            return False
        parts = path.split("/")
        if any(part in ("", ".", "..") for part in parts):
            return False
        names = [_on_disk(part) for part in parts]
        # the folders on the way, from the top; none may be a shortcut
        folders = []
        here = self._root
        for name in names[:-1]:
            here = here + b"/" + name
            try:
                if not stat.S_ISDIR(os.lstat(here).st_mode):
                    return False
            except OSError:
                return False
            folders.append(here)
        target = here + b"/" + names[-1]
        try:
            if stat.S_ISDIR(os.lstat(target).st_mode):
                return False
            os.unlink(target)
        except OSError:
            return False
        for folder in reversed(folders):
            try:
                os.rmdir(folder)
            except OSError:
                break
        return True

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]
