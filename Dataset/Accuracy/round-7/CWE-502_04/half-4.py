import importlib
import json


class Exchange:
    def __init__(self, package):
        self.package = package
        self.base = importlib.import_module(package).Move
        self.kinds = {}

    def _lookup(self, full_name):
        if full_name in self.kinds:
            return self.kinds[full_name]
        parts = full_name.split(".")
        if not all(part.isidentifier() for part in parts) or not full_name.startswith(self.package + "."):
            raise ValueError(f"refused: {full_name}")
        module_name = ".".join(parts[:-1])
        try:
            module = importlib.import_module(module_name)
        except ImportError as exc:
            raise ValueError(f"refused: {full_name}") from exc
        cls = vars(module).get(parts[-1])
        if (not isinstance(cls, type) or cls is self.base or not issubclass(cls, self.base)
                or cls.__module__ != module_name or cls.__name__ != parts[-1]):
            raise ValueError(f"refused: {full_name}")
        self.kinds[full_name] = cls
        return cls

    def _make(self, data):
        if "type" not in data:
            return data
        if not isinstance(data["type"], str):
            raise ValueError("refused: a type is a string")
        cls = self._lookup(data.pop("type"))
        return cls(**data)

    def load(self, text):
        steps = json.loads(text, object_hook=self._make)
        if not isinstance(steps, list) or not all(isinstance(step, self.base) for step in steps):
            raise ValueError("refused: no list of steps")
        return steps

    def dump(self, steps):
        def write(step):
            if not isinstance(step, self.base):
                raise TypeError(f"no step: {step!r}")
            return {"type": f"{type(step).__module__}.{type(step).__name__}", **vars(step)}
        return json.dumps(steps, default=write)
