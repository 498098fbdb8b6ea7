import importlib
import json


def _object(pairs):
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key stands twice")
    return result


class Tank:
    def __init__(self, package):
        self._package = importlib.import_module(package)
        self._parts = {}

    def layer(self, text):
        try:
            layer = json.loads(text, object_pairs_hook=_object)
        except RecursionError:
            raise ValueError("too deep") from None
        if not isinstance(layer, dict):
            raise ValueError("a layer is an object")
        for part in layer.values():
            if part is None:
                continue
            if not isinstance(part, dict) or part.keys() - {"module", "class", "with"}:
                raise ValueError("not a part")
            if not isinstance(part.get("with", {}), dict):
                raise ValueError("options are an object")
            if not all(isinstance(part.get(key, ""), str) for key in ("module", "class")):
                raise ValueError("names are texts")
        for name, part in layer.items():
            if part is None:
                self._parts.pop(name, None)
                continue
            old = self._parts.setdefault(name, {"with": {}})
            options = {**old["with"], **part.get("with", {})}
            old.update(part)
            old["with"] = options

    def _module(self, name):
        # one plain name: no dots, so it is directly in the package
        if not name.isidentifier() or name.startswith("_"):
            raise ValueError(f"no module for tanks: {name!r}")
        importlib.invalidate_caches()
        try:
            module = importlib.import_module(f"{self._package.__name__}.{name}")
        except ModuleNotFoundError:
            raise ValueError(f"no such module: {name!r}") from None
        if "__path__" in vars(module):
            raise ValueError(f"{name!r} is a package")
        return module

    def _class(self, part):
        if "module" not in part or "class" not in part:
            raise ValueError("no module or class")
        found = vars(self._module(part["module"])).get(part["class"])
        device = vars(self._package)["Device"]
        if not isinstance(found, type) or device not in found.__mro__ or found is device:
            raise ValueError(f"no device: {part['class']!r}")
        return found

    def build(self):
        classes = {name: self._class(part) for name, part in self._parts.items()}
        return {name: made(**self._parts[name]["with"]) for name, made in classes.items()}
