import contextlib
import json
import sys
from importlib import import_module
from operator import attrgetter


def _below(base):
    for kind in type.__subclasses__(base):
        yield kind
        yield from _below(kind)


def _full_name(kind):
    return "%s.%s" % (kind.__module__, kind.__qualname__)


class _Writer(json.JSONEncoder):
    def __init__(self, *, move, **options):
        super().__init__(**options)
        self.move = move

    def default(self, o):
        return {"type": _full_name(type(o))} | vars(o) if isinstance(o, self.move) else super().default(o)


def _reader_and_writer(package):
    """Closures over Move: the types are looked up in the tree below it, never by getattr alone."""
    move = import_module(package).Move

    def bring_in(name):
        words = name.split(".")
        for end in range(package.count(".") + 2, len(words)):
            try:
                import_module(".".join(words[:end]))
            except ImportError:
                return

    def own(kind):
        with contextlib.suppress(KeyError, AttributeError):
            return attrgetter(kind.__qualname__)(sys.modules[kind.__module__]) is kind
        return False

    def kind_of(name):
        if not (isinstance(name, str) and name.replace(".", "_").isidentifier()):
            raise ValueError("bad type: %r" % (name,))
        if ".." in name or not name.startswith(package + "."):
            raise ValueError("type from elsewhere: " + name)
        bring_in(name)
        try:
            return next(k for k in _below(move) if _full_name(k) == name and own(k))
        except StopIteration:
            raise ValueError("no such step: " + name) from None

    def build(value):
        match value:
            case {"type": name, **attributes}:
                return kind_of(name)(**{key: build(v) for key, v in attributes.items()})
            case dict():
                raise ValueError("an object without a type")
            case list():
                return list(map(build, value))
            case _:
                return value

    def dump(steps):
        return json.dumps(list(steps), cls=_Writer, move=move)

    def load(text):
        match json.loads(text):
            case list(show) if all(isinstance(step, dict) for step in show):
                return build(show)
        raise ValueError("a show is a list of steps")

    return dump, load


class Exchange:
    def __init__(self, package):
        self.dump, self.load = _reader_and_writer(package)
