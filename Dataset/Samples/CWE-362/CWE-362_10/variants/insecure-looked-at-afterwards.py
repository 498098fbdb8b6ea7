import os


class Screen:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def page(self, path):
        place = os.path.join(self.folder, path)
        if not os.path.isfile(place):
            return None
        with open(place, "rb") as file:
            data = file.read(2001)
        if os.path.realpath(place) != place:
            return None
        return None if len(data) > 2000 else "<pre>" + data.decode("utf-8", "replace") + "</pre>"
