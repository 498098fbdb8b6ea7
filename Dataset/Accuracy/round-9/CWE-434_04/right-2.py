"""Names are objects: a `PatternName` that exists is a good one."""
from functools import total_ordering
from pathlib import Path


@total_ordering
class PatternName:
    __slots__ = ("text",)
    KINDS = frozenset({"pdf", "png", "jpg", "csv"})

    def __init__(self, text, kind_of=None):
        if kind_of is not None and text.count(".") == 0:
            text = ".".join((text, kind_of.kind))
        pieces = text.split(".")
        kind = pieces[-1]
        good = len(pieces) > 1 and kind.isascii() and kind.lower() in self.KINDS
        if not good or "/" in text or "\\" in text or any(c < " " for c in text):
            raise ValueError(f"no name for a pattern: {text!a}")
        text.encode("utf-8")            # half characters: UnicodeEncodeError is a ValueError
        self.text = text

    @classmethod
    def of(cls, text):
        try:
            return cls(text)
        except ValueError:
            return None

    @property
    def kind(self):
        return self.text.rsplit(".", 1)[1]

    def __eq__(self, other):
        return self.text == other.text

    def __lt__(self, other):
        return self.text < other.text

    def __hash__(self):
        return hash(self.text)


class PatternShelf:
    """The files of one folder."""

    def __init__(self, root):
        self.root = Path(root).resolve()

    def _all(self):
        found = {PatternName.of(path.name) for path in self.root.iterdir() if path.is_file()}
        return found - {None}

    def _path(self, name):
        assert type(name) is PatternName
        return self.root / name.text

    def names(self):
        return [name.text for name in sorted(self._all())]

    def _known(self, text):
        name = PatternName.of(text)
        if name is None or name not in self._all():
            raise FileNotFoundError(f"no such pattern: {text!a}")
        return name

    def add(self, name, data):
        with self._path(PatternName(name)).open("xb", buffering=0) as stream:
            rest = memoryview(data)
            while rest:
                rest = rest[stream.write(rest):]
        return name

    def _shift(self, old, new):
        self._path(new).hardlink_to(self._path(old))        # FileExistsError, where it belongs
        self._path(old).unlink()

    def rename(self, old, new):
        source = self._known(old)
        goal = PatternName(new, kind_of=source)
        self._shift(source, goal)
        return goal.text

    def copy(self, old, new):
        source = self._known(old)
        goal = PatternName(new, kind_of=source)
        return self.add(goal.text, self._path(source).read_bytes())

    def replace(self, text, other):
        """Files that would get a name that another file has or gets keep theirs."""
        everything = self._all()
        wishes = {n: PatternName(n.text.replace(text, other)) for n in everything if text in n.text}
        wishes = {old: new for old, new in wishes.items() if old != new}
        while True:
            stay = everything - wishes.keys()
            goals = list(wishes.values())
            blocked = [o for o, n in wishes.items() if n in stay or goals.count(n) > 1]
            if not blocked:
                break
            for old in blocked:
                del wishes[old]
        renamed = sorted(new.text for new in wishes.values())
        while wishes:
            old = next(old for old, new in wishes.items() if new not in wishes)
            self._shift(old, wishes.pop(old))
        return renamed
