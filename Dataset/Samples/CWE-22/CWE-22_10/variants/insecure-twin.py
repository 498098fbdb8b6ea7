import os


class Takes:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def throw(self, path):
        place = os.path.normpath(os.path.join(self.folder, path))
        if not place.startswith(self.folder):
            return False
        way = os.path.dirname(place)
        while len(way) > len(self.folder):
            if os.path.islink(way):
                return False
            way = os.path.dirname(way)
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
