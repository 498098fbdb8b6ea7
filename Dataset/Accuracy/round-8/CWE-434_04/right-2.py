import contextlib
import functools
import os
import re
import threading

NAME = re.compile(r"(?s:[^/\\\x00]*)\.(?:[pP][dD][fF]|[pP][nN][gG]|[jJ][pP][gG]|[cC][sS][vV])")


class PatternName(str):
    """A string that is the name of a pattern; anything else cannot be made."""

    def __new__(cls, text):
        if not NAME.fullmatch(text):
            raise ValueError(f"{text!r} is not the name of a pattern")
        return super().__new__(cls, text)

    def like(self, text):
        return PatternName(text if "." in text else text + self[-4:])


def serialized(method):
    @functools.wraps(method)
    def run(self, *args):
        with self._lock:
            return method(self, *args)

    return run


class PatternShelf:
    """The files of one folder, reached only through its descriptor."""

    def __init__(self, root):
        self._lock = threading.RLock()
        self._root = os.open(root, os.O_RDONLY | os.O_DIRECTORY)

    def __del__(self):
        with contextlib.suppress(AttributeError, OSError):
            os.close(self._root)

    def _open(self, name, flags):
        return os.fdopen(os.open(name, flags, 0o644, dir_fd=self._root), "rb" if flags == os.O_RDONLY else "wb")

    def _move(self, old, new):
        # link fails if there is a file of the new name, rename would replace it
        os.link(old, new, src_dir_fd=self._root, dst_dir_fd=self._root)
        os.unlink(old, dir_fd=self._root)

    def _known(self, name):
        if name not in self.names():
            raise FileNotFoundError(name)
        return name

    @serialized
    def names(self):
        with os.scandir(self._root) as entries:
            return sorted(entry.name for entry in entries if entry.is_file())

    @serialized
    def add(self, name, data):
        with self._open(PatternName(name), os.O_WRONLY | os.O_CREAT | os.O_EXCL) as out:
            out.write(data)
        return name

    @serialized
    def rename(self, old, new):
        target = PatternName(self._known(old)).like(new)
        self._move(old, target)
        return str(target)

    @serialized
    def copy(self, old, new):
        target = PatternName(self._known(old)).like(new)
        with self._open(old, os.O_RDONLY) as source:
            return str(self.add(target, source.read()))

    @serialized
    def replace(self, text, other):
        before = self.names()
        plan = [(old, PatternName(new)) for old in before if (new := old.replace(text, other)) != old]
        kept = set(before).difference(old for old, _ in plan)
        if len(kept.union(new for _, new in plan)) != len(before):
            raise FileExistsError("two patterns would come to have one name")
        # each file moves to a place that is free already: from the longest name, if names grow,
        # from the shortest, if they shrink, and by the alphabet, if they keep their length
        plan.sort(key=lambda step: (len(step[0]), step[0]), reverse=(len(other), other) > (len(text), text))
        with contextlib.ExitStack() as undo:
            for old, new in plan:
                self._move(old, new)
                undo.callback(self._move, new, old)
            undo.pop_all()
        return sorted(str(new) for _, new in plan)
