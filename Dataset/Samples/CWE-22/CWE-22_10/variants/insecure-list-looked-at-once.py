import os


class Takes:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def _is_inside(self, path):
        parts = path.split("/")
        if "\0" in path or any(part in ("", ".", "..") for part in parts):
            return False
        way = self.folder
        for part in parts[:-1]:
            way = os.path.join(way, part)
            if os.path.islink(way):
                return False
        return True

    def _remove(self, path):
        place = os.path.join(self.folder, path)
        if not os.path.islink(place) and not os.path.isfile(place):
            return False
        os.remove(place)
        folder = os.path.dirname(place)
        while folder != self.folder and not os.listdir(folder):
            os.rmdir(folder)
            folder = os.path.dirname(folder)
        return True

    def throw(self, path):
        return self._is_inside(path) and self._remove(path)

    def throw_all(self, paths):
        if not paths or not self._is_inside(paths[0]):
            paths = paths[1:]
        return [path for path in paths if self._remove(path)]
