import importlib
import importlib.machinery
import json
import os


def _text(value):
    if not isinstance(value, str):
        raise ValueError("module and class are names")
    return value


class Tank:
    # What has been looked up and found to be a device; there are many tanks
    # and few devices, and the files need not be searched for each.
    _devices = {}

    def __init__(self, package):
        self._package = package
        self._parts = {}

    def layer(self, text):
        try:
            data = json.loads(text)
        except (TypeError, RecursionError):
            raise ValueError("not a layer") from None
        if not isinstance(data, dict):
            raise ValueError("a layer is an object")
        # read all of it before anything counts
        said = []
        for name, part in data.items():
            if part is None:
                said.append((name, None))
                continue
            if not isinstance(part, dict) or not set(part) <= {"module", "class", "with"}:
                raise ValueError(f"part {name!r} is not in order")
            names = {key: _text(part[key]) for key in ("module", "class") if key in part}
            options = part.get("with", {})
            if not isinstance(options, dict):
                raise ValueError("options are an object")
            said.append((name, (names, options)))
        for name, part in said:
            if part is None:
                self._parts.pop(name, None)
                continue
            known = self._parts.setdefault(name, {"names": {}, "with": {}})
            known["names"].update(part[0])
            known["with"].update(part[1])

    def _module(self, name):
        if not name.isascii() or not name.isidentifier() or name.startswith("_"):
            raise ValueError(f"no module {name!r} for tanks")
        package = importlib.import_module(self._package)
        full = f"{package.__name__}.{name}"
        importlib.invalidate_caches()
        try:
            spec = importlib.machinery.PathFinder.find_spec(full, package.__path__)
        except (ImportError, ValueError):
            spec = None
        if spec is None or not spec.has_location or spec.submodule_search_locations is not None:
            raise ValueError(f"no module {name!r} for tanks")
        folders = [os.path.abspath(folder) for folder in package.__path__]
        if os.path.dirname(os.path.abspath(spec.origin)) not in folders:
            raise ValueError(f"no module {name!r} for tanks")
        return vars(package)["Device"], importlib.import_module(full)

    def _device(self, module_name, class_name):
        key = (module_name, class_name)
        if key not in self._devices:
            device, module = self._module(module_name)
            found = vars(module).get(class_name)    # no getattr: nothing made up
            if not isinstance(found, type) or found is device or device not in found.__mro__:
                raise ValueError(f"no device {class_name!r} in {module_name!r}")
            self._devices[key] = found
        return self._devices[key]

    def build(self):
        chosen = []
        for name, part in self._parts.items():
            names = part["names"]
            if "module" not in names or "class" not in names:
                raise ValueError(f"part {name!r} lacks its module or class")
            chosen.append((name, self._device(names["module"], names["class"]), part["with"]))
        result = {}
        for name, device, options in chosen:
            try:
                result[name] = device(**json.loads(json.dumps(options)))
            except TypeError as error:
                raise ValueError(f"part {name!r}: {error}") from None
        return result
