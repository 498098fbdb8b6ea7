import os


class Takes:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def throw(self, path):
        try:
            place = os.path.normpath(os.path.join(self.folder, path))
            if not place.startswith(self.folder.rstrip("/") + "/"):
                return False
            if os.path.realpath(os.path.dirname(place)) != os.path.dirname(place):
                return False
            if not os.path.islink(place) and not os.path.isfile(place):
                return False
        except ValueError:
            return False
        os.remove(place)
        folder = os.path.dirname(place)
        while folder != self.folder and not os.listdir(folder):
            os.rmdir(folder)
            folder = os.path.dirname(folder)
        return True

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]
