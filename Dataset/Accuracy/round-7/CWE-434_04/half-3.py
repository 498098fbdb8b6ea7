import os

ALLOWED = {".pdf", ".png", ".jpg", ".csv"}
LONGEST = 255


def file_name(text):
    """The name under which a pattern is stored; raises ValueError if it must not be."""
    if os.sep in text or "\0" in text:
        raise ValueError("a name holds no folder")
    stem, dot, ending = text.rpartition(".")
    if (dot + ending).lower() not in ALLOWED:
        raise ValueError(f"files of this type are not kept: {text!r}")
    return text.encode("utf-8")[:LONGEST].decode("utf-8", "ignore")


class PatternShelf:
    def __init__(self, root):
        self.root = os.path.abspath(root)

    def _at(self, name):
        return os.path.join(self.root, name)

    def names(self):
        with os.scandir(self.root) as entries:
            return sorted(entry.name for entry in entries if entry.is_file())

    def _prepare(self, old, new):
        names = self.names()
        if old not in names:
            raise FileNotFoundError(old)
        if "." not in new:
            new = new + "." + old.rpartition(".")[2]
        new = file_name(new)
        if new in names:
            raise FileExistsError(new)
        return new

    def add(self, name, data):
        name = file_name(name)
        with open(self._at(name), "xb") as f:
            f.write(data)
        return name

    def rename(self, old, new):
        new = self._prepare(old, new)
        os.rename(self._at(old), self._at(new))
        return new

    def copy(self, old, new):
        new = self._prepare(old, new)
        with open(self._at(old), "rb") as source, open(self._at(new), "xb") as target:
            target.write(source.read())
        return new

    def replace(self, text, other):
        names = self.names()
        plan = {name: file_name(name.replace(text, other)) for name in names if text in name and text != other}
        finally_there = [plan.get(name, name) for name in names]
        if len(finally_there) != len(set(finally_there)):
            raise FileExistsError("two files would get the same name")
        result = sorted(plan.values())
        while plan:
            for old, new in list(plan.items()):
                if not os.path.exists(self._at(new)):
                    os.rename(self._at(old), self._at(new))
                    del plan[old]
        return result
