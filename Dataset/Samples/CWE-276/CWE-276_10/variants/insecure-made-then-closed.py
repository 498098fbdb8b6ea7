import os


class Cases:
    def __init__(self, root):
        self.root = root

    def _closed(self, parts):
        """The path of the folder of these parts; all on the way are there and closed."""
        folder = self.root
        for part in parts:
            folder = os.path.join(folder, part)
            try:
                os.mkdir(folder)
            except FileExistsError:
                pass
            os.chmod(folder, 0o700)
        return folder

    def keep(self, case, name, data):
        folder = self._closed(case.split("/"))
        with open(os.path.join(folder, name), "xb") as file:
            file.write(data)

    def move(self, case, other):
        old, new = os.path.join(self.root, case), os.path.join(self.root, other)
        if not os.path.isdir(old):
            raise FileNotFoundError(case)
        if os.path.lexists(new):
            raise FileExistsError(other)
        os.chmod(old, 0o700)
        *above, last = other.split("/")
        os.rename(old, os.path.join(self._closed(above), last))
