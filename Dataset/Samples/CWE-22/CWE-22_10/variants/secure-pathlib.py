import pathlib


class Takes:
    def __init__(self, folder):
        self._top = pathlib.Path(folder).resolve(strict=True)

    def throw(self, path):
        relative = pathlib.PurePosixPath(path)
        if relative.is_absolute() or ".." in relative.parts or not relative.parts or "\0" in path:
            raise ValueError("not a path of a recording")
        place = self._top / relative
        above = list(place.parents)[: len(relative.parts) - 1]
        if any(folder.is_symlink() for folder in above):
            return False
        if not place.is_symlink() and not place.is_file():
            return False
        place.unlink()
        for folder in above:
            try:
                folder.rmdir()
            except OSError:
                break
        return True

    def throw_all(self, paths):
        thrown = []
        for path in paths:
            try:
                if self.throw(path):
                    thrown.append(path)
            except (ValueError, OSError):
                pass
        return thrown
