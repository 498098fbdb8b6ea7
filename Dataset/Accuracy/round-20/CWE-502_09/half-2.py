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
        for part in layer.values():
            if part is None:
                continue
            if not isinstance(part, dict):
                raise ValueError("a part is an object or null")
            for key in ("module", "class"):
                if key in part and not isinstance(part[key], str):
                    raise ValueError(f"{key} must be a name")
            if not isinstance(part.get("with", {}), dict):
                raise ValueError("options are an object")
        for name, part in layer.items():
            if part is None:
                self._parts.pop(name, None)
                continue
            known = self._parts.setdefault(name, {"with": {}})
            for key in ("module", "class"):
                if key in part:
                    known[key] = part[key]
            known["with"].update(part.get("with", {}))

    def _modules(self):
        """Names of the modules for tanks, packages left out."""
        return {found.name
                for found in pkgutil.iter_modules(self._package.__path__)
                if not found.ispkg and not found.name.startswith("_")}

    def _devices(self, module):
        """The classes for devices that a module has, by their names."""
        device = self._package.Device
        return {name: found
                for name, found in inspect.getmembers(module, inspect.isclass)
                if found is not device and device in inspect.getmro(found)}

    def build(self):
        modules = self._modules()
        classes = {}
        for name, part in self._parts.items():
            if "module" not in part or "class" not in part:
                raise ValueError(f"{name!r} needs a module and a class")
            if part["module"] not in modules:
                raise ValueError(f"no module for tanks: {part['module']!r}")
            module = importlib.import_module(
                f"{self._package.__name__}.{part['module']}")
            devices = self._devices(module)
            if part["class"] not in devices:
                raise ValueError(f"no device: {part['class']!r}")
            classes[name] = devices[part["class"]]
        return {name: classes[name](**part["with"])
                for name, part in self._parts.items()}
