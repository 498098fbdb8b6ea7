import os


class Takes:
    def __init__(self, folder):
        self.folder = folder

    def throw(self, path):
        place = os.path.join(self.folder, path)
        if not os.path.islink(place) and not os.path.isfile(place):
            return False
        on_the_way = os.path.dirname(path)
        while on_the_way:
            if os.path.islink(os.path.join(self.folder, on_the_way)):
                return False
            on_the_way = os.path.dirname(on_the_way) if on_the_way != "/" else ""
        os.remove(place)
        parent = os.path.dirname(path)
        while parent and not os.listdir(os.path.join(self.folder, parent)):
            os.rmdir(os.path.join(self.folder, parent))
            parent = os.path.dirname(parent)
        return True

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]
