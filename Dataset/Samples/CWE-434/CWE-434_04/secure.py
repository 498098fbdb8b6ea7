import os
import shutil

ENDINGS = {".pdf", ".png", ".jpg", ".csv"}


class PatternShelf:
    def __init__(self, root):
        self.root = root

    def path(self, name):
        """Where a file of this name lies; every method that makes a name asks here first."""
        if "/" in name or "\0" in name or os.path.splitext(name)[1].lower() not in ENDINGS:
            raise ValueError(f"not the name of a pattern: {name!r}")
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
        renamed = {name: name.replace(text, other) for name in self.names() if text in name}
        paths = {self.path(old): self.path(new) for old, new in renamed.items()}
        for old, new in paths.items():
            os.rename(old, new)
        return sorted(renamed.values())
