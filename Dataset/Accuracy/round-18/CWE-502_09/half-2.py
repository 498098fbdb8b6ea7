import importlib
import json
import pkgutil


class Tank:
    def __init__(self, package):
        self.package = importlib.import_module(package)
        self.parts = {}         # name -> (module, class, options)

    def layer(self, text):
        try:
            layer = json.loads(text)
        except RecursionError:
            raise ValueError("too many brackets") from None
        if not isinstance(layer, dict):
            raise ValueError("a layer must be an object")
        parts = dict(self.parts)
        for name, part in layer.items():
            if part is None:
                parts.pop(name, None)
                continue
            if not isinstance(part, dict) or not set(part) <= {"module", "class", "with"}:
                raise ValueError(f"{name!r} must be an object with module, class, with")
            module, kind, options = parts.get(name, (None, None, {}))
            module, kind = part.get("module", module), part.get("class", kind)
            more = part.get("with", {})
            if not isinstance(more, dict) or not isinstance(module, (str, type(None))) \
                    or not isinstance(kind, (str, type(None))):
                raise ValueError(f"{name!r} has something of another kind")
            parts[name] = module, kind, {**options, **more}
        self.parts = parts

    def _modules(self):
        """The names of the modules for tanks, as they are now."""
        importlib.invalidate_caches()
        return {info.name for info in pkgutil.iter_modules(self.package.__path__)
                if not info.ispkg and not info.name.startswith("_")}

    def _devices(self, module):
        """All devices of a module by name. Nothing is asked of the module itself."""
        base = vars(self.package)["Device"]
        own = {name: value for name, value in list(vars(module).items())
               if isinstance(value, type) and base in value.__mro__ and value is not base}
        # keepers may use the name in the class statement as well as another one given to it
        return {value.__name__: value for value in own.values()} | own

    def build(self):
        modules, kinds = self._modules(), {}
        for name, (module, kind, _) in self.parts.items():
            if module not in modules:
                raise ValueError(f"{name!r}: no module {module!r}")
            devices = self._devices(importlib.import_module(f"{self.package.__name__}.{module}"))
            if kind not in devices:
                raise ValueError(f"{name!r}: no device {kind!r} in {module!r}")
            kinds[name] = devices[kind]
        return {name: kinds[name](**options) for name, (_, _, options) in self.parts.items()}
