import os


class Takes:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)
        self.checked = set()

    def throw(self, path):
        parts = path.split("/")
        if "\0" in path or any(part in ("", ".", "..") for part in parts):
            return False
        place = os.path.join(self.folder, path)
        if os.path.dirname(place) not in self.checked:
            way = self.folder
            for part in parts[:-1]:
                way = os.path.join(way, part)
                if os.path.islink(way):
                    return False
            self.checked.add(way)
        if not os.path.islink(place) and not os.path.isfile(place):
            return False
        os.remove(place)
        folder = os.path.dirname(place)
        while folder != self.folder and not os.listdir(folder):
            os.rmdir(folder)
            folder = os.path.dirname(folder)
        return True

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]
