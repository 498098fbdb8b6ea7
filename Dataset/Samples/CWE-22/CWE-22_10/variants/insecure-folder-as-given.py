import os


class Takes:
    def __init__(self, folder):
        self.folder = folder

    def throw(self, path):
        real = os.path.realpath(os.path.dirname(os.path.join(self.folder, path)))
        top = os.path.realpath(self.folder)
        name = os.path.basename(path)
        if real != top and not real.startswith(top + os.sep) or name in ("", ".", ".."):
            return False
        if real != os.path.normpath(os.path.join(top, os.path.dirname(path))):
            return False
        place = os.path.join(real, name)
        if not os.path.islink(place) and not os.path.isfile(place):
            return False
        os.remove(place)
        folder = os.path.dirname(place)
        while folder != os.path.join(os.getcwd(), self.folder) and not os.listdir(folder):
            os.rmdir(folder)
            folder = os.path.dirname(folder)
        return True

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]
