import os


class Screen:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def page(self, path):
        place = os.path.join(self.folder, path)
        if os.path.realpath(place) != place or not os.path.isfile(place):
            return None
        with open(place, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NOFOLLOW)) as file:
            data = file.read(2001)
        return None if len(data) > 2000 else "<pre>" + data.decode("utf-8", "replace") + "</pre>"
