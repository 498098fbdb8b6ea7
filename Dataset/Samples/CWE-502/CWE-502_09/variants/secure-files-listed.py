import importlib
import inspect
import json
from pathlib import Path


class Tank:
    def __init__(self, package):
        self.name = package
        self.layers = []

    def layer(self, text):
        data = json.loads(text)
        for said in data.values():
            if said is not None and not isinstance(said, dict):
                raise ValueError("a part is an object, or null")
        self.layers.append(data)

    def parts(self):
        parts = {}
        for layer in self.layers:
            for name, said in layer.items():
                if said is None:
                    parts.pop(name, None)
                    continue
                module, kind, options = parts.get(name, (None, None, {}))
                parts[name] = said.get("module", module), said.get("class", kind), {**options, **said.get("with", {})}
        return parts

    def build(self):
        package = importlib.import_module(self.name)
        files = {file.stem for folder in package.__path__ for file in Path(folder).glob("[!_]*.py") if file.is_file() and not file.with_suffix("").is_dir()}
        devices = {}
        for part, (module, kind, options) in self.parts().items():
            if not isinstance(module, str) or module not in files:
                raise ValueError(f"{part}: there is no module {module}")
            loaded = importlib.import_module("." + module, self.name)
            classes = dict(entry for entry in loaded.__dict__.items() if inspect.isclass(entry[1]) and isinstance(entry[1], type))
            if not isinstance(kind, str) or kind not in classes or package.Device not in type.mro(classes[kind])[1:]:
                raise ValueError(f"{part}: there is no device {kind}")
            devices[part] = classes[kind](**options)
        return devices
