"""XML jobs, read with a tree builder of our own on top of expat, without entities or DTDs."""
import base64
import os
import time
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

SIMPLE = {
    "text": (str, lambda v: base64.b16encode(v.encode("utf-16-be", "surrogatepass")).decode(),
             lambda s: base64.b16decode(s).decode("utf-16-be", "surrogatepass")),
    "whole": (int, hex, lambda s: int(s, 16)),
    "real": (float, float.hex, float.fromhex),
    "truth": (bool, lambda v: "yes" if v else "no", {"yes": True, "no": False}.__getitem__),
    "nothing": (type(None), lambda v: "", {"": None}.__getitem__),
    "octets": (bytes, lambda v: base64.b16encode(v).decode(), base64.b16decode),
}
WRITERS = {kind: (tag, write) for tag, (kind, write, _) in SIMPLE.items()}
MOST = 250                                     # levels of lists and dictionaries in each other


def to_xml(value, key=None, depth=0):
    if depth > MOST:
        raise ValueError("nested too deeply")
    name = "" if key is None else " key=" + quoteattr(SIMPLE["text"][1](key))
    if type(value) is list:
        inner = "".join(to_xml(item, None, depth + 1) for item in value)
        return f"<list{name}>{inner}</list>"
    if type(value) is dict:
        if not all(type(k) is str for k in value):
            raise ValueError("keys are strings")
        inner = "".join(to_xml(item, k, depth + 1) for k, item in value.items())
        return f"<dict{name}>{inner}</dict>"
    if type(value) not in WRITERS:
        raise ValueError(f"{type(value).__name__} is not among the kinds of values")
    tag, write = WRITERS[type(value)]
    return f"<{tag}{name} is={quoteattr(write(value))}/>"


class Reader:
    def __init__(self):
        self.open = [[]]                       # containers that are not closed yet
        self.parser = expat.ParserCreate("UTF-8")    # whatever the file itself says
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.EntityDeclHandler = self.refuse
        self.parser.ExternalEntityRefHandler = self.refuse

    def refuse(self, *_):
        raise ValueError("a job has no document type")

    def start(self, tag, attributes):
        parent = self.open[-1]
        if tag in ("list", "dict"):
            value = [] if tag == "list" else {}
        elif tag in SIMPLE:
            value = SIMPLE[tag][2](attributes["is"])
        else:
            raise ValueError(f"unknown element {tag}")
        if type(parent) is list:
            parent.append(value)
        elif type(parent) is dict:
            parent[SIMPLE["text"][2](attributes["key"])] = value
        else:
            raise ValueError("an element in a simple value")
        if len(self.open) > MOST + 5:
            raise ValueError("nested too deeply")
        self.open.append(value)

    def end(self, tag):
        self.open.pop()

    def read(self, content):
        self.parser.Parse(content, True)
        (job,) = self.open[0]
        kind, options = job if type(job) is list else (None, None)
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("not a job")
        return kind, options


class Spool:
    """Jobs are `<time>-<count>.xml`; a job that nobody can read is a ValueError, once."""

    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def _sorted(self):
        names = []
        for name in os.listdir(self.folder):
            stem, dot, ending = name.partition(".")
            full = os.path.join(self.folder, name)
            if ending == "xml" and stem.isascii() and stem.isdigit() and len(stem) <= 60:
                if os.path.isfile(full) and not os.path.islink(full):
                    names.append((int(stem), full))
        return sorted(names)

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("a job is a string and a dictionary")
        xml = to_xml([kind, options])
        number = max([time.time_ns()] + [n + 1 for n, _ in self._sorted()])
        path = os.path.join(self.folder, f"{number:024d}.xml")
        with open(path + ".part", "x", encoding="ascii") as stream:
            stream.write(xml)
        os.rename(path + ".part", path)

    def take(self):
        for _, path in self._sorted():
            fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
            with os.fdopen(fd, "rb") as stream:
                content = stream.read()
            os.unlink(path)
            try:
                return Reader().read(content)
            except (expat.ExpatError, ValueError, KeyError, TypeError, OverflowError) as error:
                raise ValueError(f"{os.path.basename(path)} was no job") from error
        return None

    def waiting(self):
        return len(self._sorted())
