import os
import shutil

ENDINGS = {".pdf", ".png", ".jpg", ".csv"}


class NotAPattern(ValueError):
    def __str__(self):
        return f"{self.args[0]!r} ends with none of {', '.join(sorted(ENDINGS))}"


class PatternShelf:
    def __init__(self, root):
        self.root = root

    def path(self, name):
        """Where a file of this name lies; every method that makes a name asks here first."""
        if "/" in name or "\0" in name or os.path.splitext(name)[1].lower() not in ENDINGS:
            raise NotAPattern(name)
        return os.path.join(self.root, name)

    def names(self):
        return sorted(os.listdir(self.root))

    def add(self, name, data):
        with open(self.path(name), "xb") as file:
            file.write(data)
        return name

    def target(self, old, new):
        if not os.path.exists(self.path(old)):
            raise FileNotFoundError(old)
        if "." not in new:
            new += os.path.splitext(old)[1]
        if os.path.exists(self.path(new)):
            raise FileExistsError(new)
        return new

    def rename(self, old, new):
        new = self.target(old, new)
        os.rename(self.path(old), self.path(new))
        return new

    def copy(self, old, new):
        new = self.target(old, new)
        shutil.copyfile(self.path(old), self.path(new))
        return new

    def replace(self, text, other):
        planned = [(name, other.join(name.split(text))) for name in self.names()]
        planned = [(self.path(old), new, self.path(new)) for old, new in planned if old != new]
        return sorted(new for old, new, path in planned if os.rename(old, path) is None)
