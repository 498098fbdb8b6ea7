import copy
import importlib
import json
import os


def _unique(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


class Tank:
    def __init__(self, package):
        self._name = package
        self._package = importlib.import_module(package)
        self._parts = {}

    def layer(self, text):
        try:
            said = json.loads(text, object_pairs_hook=_unique)
        except (TypeError, RecursionError):
            raise ValueError("not a layer") from None
        if not isinstance(said, dict):
            raise ValueError("not a layer")
        for what in said.values():
            self._check(what)
        for name, what in said.items():
            if what is None:
                self._parts.pop(name, None)
                continue
            part = self._parts.setdefault(name, {"with": {}})
            for key in ("module", "class"):
                if key in what:
                    part[key] = what[key]
            part["with"].update(what.get("with", {}))

    def build(self):
        # first all classes, then the objects
        plan = [(name, self._find(part), part["with"]) for name, part in self._parts.items()]
        made = {}
        for name, kind, options in plan:
            try:
                made[name] = kind(**copy.deepcopy(options))
            except TypeError as error:
                raise ValueError(f"{name}: {error}") from error
        return made

    @staticmethod
    def _check(what):
        if what is None:
            return
        if not isinstance(what, dict) or set(what) - {"module", "class", "with"}:
            raise ValueError("not a part")
        for key in ("module", "class"):
            if key in what and not (isinstance(what[key], str) and what[key].isidentifier()):
                raise ValueError("not a name")
        if not isinstance(what.get("with", {}), dict):
            raise ValueError("not options")

    def _is_driver(self, name):
        if name.startswith("_"):
            return False
        for folder in self._package.__path__:
            # Python takes a package before a file
            inner = os.path.join(folder, name)
            if os.path.isdir(inner) and any(entry.startswith("__init__.")
                                            for entry in os.listdir(inner)):
                return False
            if name + ".py" in os.listdir(folder):
                return os.path.isfile(inner + ".py")
        return False

    def _find(self, part):
        name, kind = part.get("module"), part.get("class")
        if name is None or kind is None or not self._is_driver(name):
            raise ValueError("not a module for tanks")
        importlib.invalidate_caches()
        try:
            module = importlib.import_module(f"{self._name}.{name}")
        except ImportError as error:
            raise ValueError(str(error)) from error
        # only what the module really has, nothing that a __getattr__ makes up
        if kind not in dir(module):
            raise ValueError("no such class")
        found = getattr(module, kind)
        device = vars(self._package)["Device"]
        if not isinstance(found, type) or not issubclass(found, device) or found is device:
            raise ValueError("not a device")
        return found
