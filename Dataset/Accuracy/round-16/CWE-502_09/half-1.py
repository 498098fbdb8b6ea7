import copy
import importlib
import inspect
import json
import pkgutil


class Tank:
    def __init__(self, package):
        self._package = importlib.import_module(package)
        self._parts = {}

    def layer(self, text):
        layer = json.loads(text)
        if not isinstance(layer, dict):
            raise ValueError("a layer is an object")
        for name, said in layer.items():
            if said is None:
                continue
            if not isinstance(said, dict):
                raise ValueError(f"{name}: neither an object nor null")
            for key in ("module", "class"):
                if key in said and not isinstance(said[key], str):
                    raise ValueError(f"{name}: {key} is no text")
            if not isinstance(said.get("with", {}), dict):
                raise ValueError(f"{name}: with is no object")
        for name, said in layer.items():
            if said is None:
                self._parts.pop(name, None)
                continue
            part = self._parts.setdefault(name, {"with": {}})
            part.update((key, said[key]) for key in ("module", "class") if key in said)
            part["with"].update(said.get("with", {}))

    def build(self):
        made = [(name, self._class(part), part["with"]) for name, part in self._parts.items()]
        return {name: cls(**copy.deepcopy(options)) for name, cls, options in made}

    def _class(self, part):
        module, name = part.get("module"), part.get("class")
        if module is None or name is None:
            raise ValueError("module or class missing")
        # as Python itself would find them: a package hides the file of the same name
        found = {info.name: info.ispkg for info in pkgutil.iter_modules(self._package.__path__)}
        if module.startswith("_") or found.get(module, True):
            raise ValueError(f"no module {module!r} for tanks")
        loaded = importlib.import_module(f"{self._package.__name__}.{module}")
        device = vars(self._package)["Device"]
        # getattr would ask the module's __getattr__; take only classes that are members
        classes = dict(inspect.getmembers(loaded, inspect.isclass))
        cls = classes.get(name)
        if cls is None or cls is device or device not in cls.__mro__:
            raise ValueError(f"no device {name!r} in {module!r}")
        return cls
