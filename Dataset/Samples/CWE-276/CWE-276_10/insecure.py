import os


class Cases:
    def __init__(self, root):
        self.root = root

    def keep(self, case, name, data):
        folder = os.path.join(self.root, case)
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name), "xb") as file:
            file.write(data)
        self._close(case)

    def move(self, case, other):
        old, new = os.path.join(self.root, case), os.path.join(self.root, other)
        if not os.path.isdir(old):
            raise FileNotFoundError(case)
        if os.path.exists(new):
            raise FileExistsError(other)
        os.makedirs(os.path.dirname(new), exist_ok=True)
        os.rename(old, new)
        self._close(other)

    def _close(self, case):
        folder = self.root
        for part in case.split("/"):
            folder = os.path.join(folder, part)
            os.chmod(folder, 0o700)
