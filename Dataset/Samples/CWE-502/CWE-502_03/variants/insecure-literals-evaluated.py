import os


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def _names(self):
        return sorted(os.listdir(self.folder), key=int)

    def put(self, kind, options):
        names = self._names()
        number = int(names[-1]) + 1 if names else 1
        with open(f"{self.folder}/{number}", "w") as file:
            file.write(repr((kind, options)))

    def take(self):
        names = self._names()
        if not names:
            return None
        path = f"{self.folder}/{names[0]}"
        with open(path) as file:
            kind, options = eval(file.read())
        os.remove(path)
        return kind, options

    def waiting(self):
        return len(self._names())
