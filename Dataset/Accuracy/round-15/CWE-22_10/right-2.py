from pathlib import Path
from os import scandir


class Refused(LookupError):
    """A path that names no recording."""


class Takes:
    """Never makes a path of what it is given: it goes down from entry to
    entry of what really is there, and compares names."""

    def __init__(self, folder):
        self.__top = Path(folder).resolve(strict=True)

    @staticmethod
    def __entry(folder, name):
        with scandir(folder) as entries:
            for entry in entries:
                if entry.name == name:
                    return entry
        raise Refused(name)

    def __remove(self, folder, names):
        entry = self.__entry(folder, names[0])
        is_folder = entry.is_dir(follow_symlinks=False)
        if len(names) == 1:
            if is_folder:
                raise Refused("a folder")
            Path(entry.path).unlink()
            return
        if not is_folder:
            raise Refused("not a folder")
        self.__remove(entry.path, names[1:])
        if not any(Path(entry.path).iterdir()):
            Path(entry.path).rmdir()

    def throw(self, path):
        # empty parts and single dots are skipped, a slash in front too
        names = [name for name in path.split("/") if name not in ("", ".")]
        if not names or path.endswith(("/", "/.")) or len(names) > 500:
            return False
        try:
            self.__remove(self.__top, names)
        except Refused:
            return False
        return True

    def throw_all(self, paths):
        gone = []
        for path in paths:
            if self.throw(path):
                gone += [path]
        return gone
