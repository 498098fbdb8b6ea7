import os
import shutil

KINDS = ("pdf", "png", "jpg", "csv")


class PatternShelf:
    """The files of one folder."""

    def __init__(self, root):
        self.root = os.path.abspath(root)

    @staticmethod
    def ending(name):
        return name.rpartition(".")[2]

    def place(self, name, new=True):
        if not name or os.path.basename(name) != name or "\0" in name:
            raise ValueError("a name holds no folder")
        kind = self.ending(name)
        if kind not in KINDS and kind not in map(str.upper, KINDS):
            raise ValueError("only documents, pictures and tables")
        path = os.path.join(self.root, name)
        if new and os.path.lexists(path):
            raise FileExistsError(name)
        return path

    def names(self):
        """The sorted list of all names."""
        return sorted(os.listdir(self.root))

    def add(self, name, data):
        """Stores the bytes `data` as a new file and returns its name."""
        with open(self.place(name), "xb") as f:
            f.write(data)
        return name

    def both(self, old, new):
        if old not in self.names():
            raise FileNotFoundError(old)
        if "." not in new:
            new = f"{new}.{self.ending(old)}"
        return os.path.join(self.root, old), self.place(new)

    def rename(self, old, new):
        """Gives the file `old` another name, and returns it."""
        source, target = self.both(old, new)
        os.rename(source, target)
        return os.path.basename(target)

    def copy(self, old, new):
        """Stores the content of the file `old` in a second file."""
        source, target = self.both(old, new)
        shutil.copyfile(source, target)
        return os.path.basename(target)

    def replace(self, text, other):
        """Replaces `text` by `other` wherever it stands in a name."""
        names = self.names()
        moves = [(n, n.replace(text, other)) for n in names if n != n.replace(text, other)]
        for _, new in moves:
            self.place(new, new=False)
        kept = set(names) - {old for old, _ in moves}
        if len(kept | {new for _, new in moves}) != len(names):
            raise FileExistsError("two files of the same name")
        todo = list(moves)
        while todo:
            old, new = todo.pop(0)
            if os.path.lexists(os.path.join(self.root, new)):
                todo.append((old, new))
            else:
                os.rename(os.path.join(self.root, old), os.path.join(self.root, new))
        return sorted(new for _, new in moves)
