import os
import shutil

ENDINGS = (".pdf", ".png", ".jpg", ".csv")


class PatternShelf:
    def __init__(self, root):
        self.root = root

    def path(self, name):
        return os.path.join(self.root, name)

    def names(self):
        return sorted(os.listdir(self.root))

    def add(self, name, data):
        if not name.lower().endswith(ENDINGS):
            raise ValueError(f"not a pattern: {name}")
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
        if not new.lower().endswith(ENDINGS):
            raise ValueError(f"not a pattern: {new}")
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
        renamed = []
        for name in self.names():
            if text in name:
                os.rename(self.path(name), self.path(name.replace(text, other)))
                renamed.append(name.replace(text, other))
        return sorted(renamed)
