import os
import unicodedata

ENDINGS = (".pdf", ".png", ".jpg", ".csv")


def _has_ending(name):
    # One and the same letter can be typed in several ways; NFKC brings them all into one form,
    # so that no other way of writing leads past the comparison.
    return unicodedata.normalize("NFKC", name).lower().endswith(ENDINGS)


def _checked(name):
    plain = unicodedata.normalize("NFKC", name)
    for form in (name, plain):
        if any(sign in form for sign in "/\\") or any(ord(sign) < 32 for sign in form):
            raise ValueError(f"a name has no folder and no control characters: {name!r}")
    if not _has_ending(name):
        raise ValueError(f"not a pattern: {name!r}")
    return name


class PatternShelf:
    """The files of one folder."""

    def __init__(self, root):
        self.root = root

    def _at(self, name):
        return os.path.join(self.root, name)

    def names(self):
        return sorted(n for n in os.listdir(self.root) if _has_ending(n) and os.path.isfile(self._at(n)))

    def _find(self, old):
        if old not in self.names():
            raise FileNotFoundError(f"there is no {old!r}")

    def _complete(self, old, new):
        return _checked(new if "." in new else new + "." + old.rpartition(".")[2])

    def _write(self, name, data):
        with open(self._at(name), "xb") as stream:
            stream.write(data)
        return name

    def _move(self, old, new):
        os.link(self._at(old), self._at(new))       # never over a file that is there
        os.remove(self._at(old))
        return new

    def add(self, name, data):
        return self._write(_checked(name), data)

    def rename(self, old, new):
        self._find(old)
        return self._move(old, self._complete(old, new))

    def copy(self, old, new):
        self._find(old)
        new = self._complete(old, new)
        with open(self._at(old), "rb") as stream:
            return self._write(new, stream.read())

    def replace(self, text, other):
        before = self.names()
        after = [name.replace(text, other) for name in before]
        pairs = [(old, new) for old, new in zip(before, after) if old != new]
        for _, new in pairs:
            _checked(new)
        if len(set(after)) != len(after):
            raise FileExistsError("two files would have the same name")
        waiting = list(pairs)
        while waiting:
            taken = {old for old, _ in waiting}
            for pair in [pair for pair in waiting if pair[1] not in taken]:
                self._move(*pair)
                waiting.remove(pair)
        return sorted(new for _, new in pairs)
