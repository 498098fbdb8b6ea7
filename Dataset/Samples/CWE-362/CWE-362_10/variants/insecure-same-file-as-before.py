import os


class Screen:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def page(self, path):
        place = os.path.join(self.folder, path)
        if os.path.realpath(os.path.dirname(place)) != os.path.dirname(place) or os.path.islink(place):
            return None
        if not os.path.isfile(place):
            return None
        with open(place, "rb") as file:
            if not os.path.samestat(os.fstat(file.fileno()), os.lstat(place)):
                return None
            data = file.read(2001)
        return None if len(data) > 2000 else "<pre>" + data.decode("utf-8", "replace") + "</pre>"
