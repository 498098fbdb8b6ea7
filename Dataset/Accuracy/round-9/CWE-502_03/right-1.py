"""Jobs as lines of text: one value a line, the kind first, containers announce their length."""
import os
import re
import tempfile

_FILE = re.compile(r"(?P<number>[0-9]{1,50})[.]kiln")


class NoJob(ValueError):
    """Something that no job can hold, or a file that is none."""


def _lines(value):
    """The lines for a value. Works through a stack, so depth does not matter."""
    stack, inside = [(value, ())], None
    while stack:
        value, above = stack.pop()
        kind = type(value)
        if kind in (list, dict) and id(value) in above:
            raise NoJob("a value contains itself")
        if value is None:
            yield "none"
        elif kind is bool:
            yield "true" if value else "false"
        elif kind is int:
            yield f"int {value:x}"
        elif kind is float:
            yield f"float {value.hex()}"
        elif kind is bytes:
            yield f"bytes {value.hex()}"
        elif kind is str:
            yield "str " + value.encode("utf-8", "surrogatepass").hex()
        elif kind is list:
            yield f"list {len(value):x}"
            stack.extend((item, (*above, id(value))) for item in reversed(value))
        elif kind is dict:
            yield f"dict {len(value):x}"
            if any(type(key) is not str for key in value):
                raise NoJob("a key is no string")
            for key, item in reversed(value.items()):
                stack.append((item, (*above, id(value))))
                stack.append((key, ()))
        else:
            raise NoJob(f"a job cannot hold a {kind.__name__}")


_INT = re.compile(r"-?[0-9a-f]+")


def _simple(word, rest):
    if word == "none" and not rest:
        return None
    if word in ("true", "false") and not rest:
        return word == "true"
    if word == "int" and _INT.fullmatch(rest):
        return int(rest, 16)
    if word == "float":
        return float.fromhex(rest)
    if word == "bytes":
        return bytes.fromhex(rest)
    if word == "str":
        return bytes.fromhex(rest).decode("utf-8", "surrogatepass")
    raise NoJob(f"unknown line {word!a}")


class _Frame:
    """A list or dictionary that is being filled."""

    def __init__(self, word, size):
        self.value = [] if word == "list" else {}
        self.wanted = size * (1 if word == "list" else 2)
        self.key = None

    def accept(self, item):
        self.wanted -= 1
        if type(self.value) is list:
            self.value.append(item)
        elif self.wanted % 2:
            if type(item) is not str or item in self.value:
                raise NoJob("bad key")
            self.key = item
        else:
            self.value[self.key] = item


def _value(lines):
    frames = []
    for line in lines:
        word, _, rest = line.partition(" ")
        if word in ("list", "dict"):
            if not re.fullmatch("[0-9a-f]{1,12}", rest):
                raise NoJob("bad length")
            frames.append(_Frame(word, int(rest, 16)))
            if frames[-1].wanted:
                continue
            item = frames.pop().value
        else:
            item = _simple(word, rest)
        while frames:
            frames[-1].accept(item)
            if frames[-1].wanted:
                break
            item = frames.pop().value
        else:
            return item
    raise NoJob("the file ends too early")


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def _queue(self):
        with os.scandir(self.folder) as entries:
            numbered = [(int(m["number"]), e.name) for e in entries
                        if (m := _FILE.fullmatch(e.name)) and e.is_file(follow_symlinks=False)]
        return sorted(numbered)

    def put(self, kind, options):
        if type(kind) is not str:
            raise NoJob("the kind of a job is a string")
        if type(options) is not dict:
            raise NoJob("the options of a job are a dictionary")
        text = "\n".join(_lines([kind, options]))
        queue = self._queue()
        number = 1 + (queue[-1][0] if queue else 0)
        fd, draft = tempfile.mkstemp(dir=self.folder, prefix="~")
        with open(fd, "w", encoding="ascii") as stream:
            os.fchmod(fd, 0o644)            # the controller has another account
            stream.write(text)
        os.replace(draft, os.path.join(self.folder, f"{number:09}.kiln"))

    def take(self):
        for _, name in self._queue():
            path = os.path.join(self.folder, name)
            fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with open(fd, encoding="ascii", errors="replace") as stream:
                text = stream.read()
            os.remove(path)
            try:
                job = _value(text.split("\n"))
                if type(job) is list and [type(part) for part in job] == [str, dict]:
                    return tuple(job)
            except (ValueError, OverflowError):
                pass                        # rubbish is thrown away
        return None

    def waiting(self):
        return len(self._queue())
