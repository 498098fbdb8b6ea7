import os


def close(root, case):
    parts = case.split("/")
    return [os.path.join(root, *parts[:end]) for end in range(1, len(parts) + 1)]


class Cases:
    def __init__(self, root):
        self.root = root

    def _prepare(self, ways):
        for way in ways:
            if os.path.isdir(way):
                os.chmod(way, 0o700)
            else:
                os.mkdir(way, mode=0o700)

    def keep(self, case, name, data):
        ways = close(self.root, case)
        self._prepare(ways)
        path = os.path.join(ways[-1], name)
        if os.path.exists(path):
            raise FileExistsError(path)
        with open(path, "wb") as file:
            file.write(data)

    def move(self, case, other):
        old, ways = os.path.join(self.root, case), close(self.root, other)
        if not os.path.isdir(old):
            raise FileNotFoundError(old)
        if os.path.exists(ways[-1]):
            raise FileExistsError(ways[-1])
        self._prepare([old])
        self._prepare(ways[:-1])
        os.rename(old, ways[-1])
