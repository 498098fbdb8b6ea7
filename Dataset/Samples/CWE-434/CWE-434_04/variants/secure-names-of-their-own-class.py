import os
from dataclasses import dataclass, replace as with_other


@dataclass(frozen=True)
class Name:
    """A name that has been looked at; there is no way to make one of something that is no pattern."""

    stem: str
    ending: str

    def __post_init__(self):
        if self.ending.lower() not in ("pdf", "png", "jpg", "csv"):
            raise ValueError(f"no pattern ends with .{self.ending}")
        if not self.stem or "/" in self.stem or "\0" in self.stem:
            raise ValueError(f"not a name: {self.stem!r}")

    @classmethod
    def parse(cls, text, default=None):
        stem, dot, ending = text.rpartition(".")
        if not dot and default is not None:
            return with_other(default, stem=text)
        return cls(stem, ending)

    def __str__(self):
        return f"{self.stem}.{self.ending}"


class PatternShelf:
    def __init__(self, root):
        self.root = root

    def _path(self, name: Name):
        return os.path.join(self.root, str(name))

    def names(self):
        return sorted(entry.name for entry in os.scandir(self.root))

    def _store(self, name: Name, data):
        descriptor = os.open(self._path(name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        with open(descriptor, "wb") as file:
            file.write(data)
        return str(name)

    def _load(self, name):
        with open(os.path.join(self.root, name), "rb") as file:
            return file.read()

    def add(self, name, data):
        return self._store(Name.parse(name), data)

    def rename(self, old, new):
        stored = self.copy(old, new)
        os.remove(os.path.join(self.root, old))
        return stored

    def copy(self, old, new):
        data = self._load(old)
        return self._store(Name.parse(new, default=Name.parse(old)), data)

    def replace(self, text, other):
        changes = {old: Name.parse(old.replace(text, other)) for old in self.names() if text in old}
        return sorted(self.rename(old, str(new)) for old, new in changes.items() if old != str(new))
