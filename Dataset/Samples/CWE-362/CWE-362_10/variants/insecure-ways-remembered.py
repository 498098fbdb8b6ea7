import os


class Screen:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)
        self.good = set()

    def page(self, path):
        place = os.path.join(self.folder, path)
        if place not in self.good:
            if os.path.realpath(place) != place:
                return None
            self.good.add(place)
        if not os.path.isfile(place):
            return None
        with open(place, "rb") as file:
            data = file.read(2001)
        return None if len(data) > 2000 else "<pre>" + data.decode("utf-8", "replace") + "</pre>"
