import os


class Cases:
    def __init__(self, root):
        self.root = root

    def _closed(self, parts):
        """The path of the folder of these parts; all on the way are there and closed."""
        folder = os.path.join(self.root, *parts)
        before = os.umask(0o077)
        os.makedirs(folder, exist_ok=True)
        os.umask(before)
        for end in range(len(parts)):
            os.chmod(os.path.join(self.root, *parts[: end + 1]), 0o700)
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
