"""Shows, in two passes: all types of a show are found and judged first; only if each of them is
good is the first step made."""
import importlib.util
import json
import operator
import sys
import types


def _kinds_of(module, root):
    return {
        name: thing
        for name, thing in types.ModuleType.__getattribute__(module, "__dict__").items()
        if issubclass(type(thing), type)
        and any(base is root for base in type.mro(thing)[1:])
        and (thing.__module__, thing.__qualname__) == (module.__name__, name)
    }


def _types_in(value):
    """Generates whatever stands as a type anywhere in a show."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value.get("type")
            waiting.extend(item for key, item in value.items() if key != "type")
        elif isinstance(value, list):
            waiting.extend(value)


class Exchange:
    def __init__(self, package):
        self._package = package
        self._root = operator.attrgetter("Move")(self._module(package))

    def _module(self, name):
        """The module of this name, or None. The caller has seen that it is in the package."""
        loaded = sys.modules.get(name)
        if isinstance(loaded, types.ModuleType):
            return loaded
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError:
            return None

    def _kind(self, full_name):
        module_name, _, name = full_name.rpartition(".")
        path, own = module_name.split("."), self._package.split(".")
        if path[: len(own)] != own or not all(part.isidentifier() for part in path):
            return None
        # go down step by step: a module that is no package has nothing below it
        for end in range(len(own), len(path)):
            above = self._module(".".join(path[:end]))
            if above is None or "__path__" not in vars(above):
                return None
            if importlib.util.find_spec(".".join(path[: end + 1])) is None:
                return None
        module = self._module(module_name)
        if module is None or module.__name__ != module_name:
            return None
        return _kinds_of(module, self._root).get(name)

    def load(self, text):
        try:
            show = json.loads(text)
            kinds = {}
            for name in _types_in(show):
                kinds[name] = self._kind(name) if isinstance(name, str) else None
                if kinds[name] is None:
                    raise ValueError(f"a show cannot have {name!r}")
            if not isinstance(show, list) or not all(isinstance(step, dict) for step in show):
                raise ValueError("a show is a list of steps")

            def build(value):
                match value:
                    case {"type": name, **attributes}:
                        return kinds[name](**{k: build(v) for k, v in attributes.items()})
                    case list():
                        return [build(item) for item in value]
                    case _:
                        return value

            return [build(step) for step in show]
        except (RecursionError, TypeError) as error:
            raise ValueError("this show cannot be read") from error

    def dump(self, steps):
        class Encoder(json.JSONEncoder):
            def default(encoder, step):
                full_name = ".".join((type(step).__module__, type(step).__qualname__))
                if self._kind(full_name) is not type(step):
                    raise ValueError(f"{full_name} is no kind of step")
                return {"type": full_name} | vars(step)

        return Encoder(indent=1).encode(list(steps))
