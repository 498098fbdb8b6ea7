import os


class Screen:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def page(self, path):
        place = os.path.join(self.folder, path)
        if os.path.realpath(place) != place or not os.path.isfile(place):
            return None
        if os.path.getsize(place) > 2000:
            return None
        with open(place, "rb") as file:
            return "<pre>" + file.read().decode("utf-8", "replace") + "</pre>"
