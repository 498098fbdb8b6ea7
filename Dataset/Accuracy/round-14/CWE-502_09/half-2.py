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
        try:
            layer = json.loads(text)
        except RecursionError as error:
            raise ValueError("too many brackets") from error
        if not isinstance(layer, dict):
            raise ValueError("not a layer")
        parts = copy.copy(self._parts)
        for name, new in layer.items():
            if new is None:
                parts.pop(name, None)
                continue
            if not isinstance(new, dict):
                raise ValueError(f"{name}: not a part")
            part = dict(parts.get(name, {}))
            for key, value in new.items():
                if key == "with":
                    if not isinstance(value, dict):
                        raise ValueError(f"{name}: options must be an object")
                    part["with"] = {**part.get("with", {}), **value}
                elif key in ("module", "class"):
                    if not isinstance(value, str):
                        raise ValueError(f"{name}: {key} must be a text")
                    part[key] = value
                else:
                    raise ValueError(f"{name}: unknown {key}")
            parts[name] = part
        self._parts = parts

    def build(self):
        return {
            name: self._make(self._find(part.get("module"), part.get("class")), part.get("with", {}))
            for name, part in self._parts.items()
        }

    @staticmethod
    def _make(cls, options):
        try:
            return cls(**copy.deepcopy(options))
        except TypeError as error:
            raise ValueError(str(error)) from error

    def _find(self, module, name):
        modules = {
            info.name for info in pkgutil.iter_modules(self._package.__path__)
            if not info.ispkg and not info.name.startswith("_")
        }
        if module not in modules:
            raise ValueError(f"no such module: {module!r}")
        importlib.invalidate_caches()
        try:
            loaded = importlib.import_module(f"{self._package.__name__}.{module}")
        except ImportError as error:
            raise ValueError(f"module cannot be loaded: {module}") from error
        # no getattr() with a name from outside, only what the module lists:
        # its classes below Device
        devices = dict(inspect.getmembers(loaded, self._is_device))
        if name not in devices:
            raise ValueError(f"no such device: {name!r}")
        return devices[name]

    def _is_device(self, found):
        device = self._package.Device
        return inspect.isclass(found) and found is not device and device in found.__mro__
