import importlib
import inspect
import json


class Exchange:
    def __init__(self, package):
        self.package = package
        self.move = importlib.import_module(package).Move

    def _class(self, kind):
        if not isinstance(kind, str):
            raise ValueError("no kind of step")
        module_name, _, name = kind.rpartition(".")
        if module_name != self.package and not module_name.startswith(self.package + "."):
            raise ValueError(f"{kind} is not of this package")
        inner = module_name[len(self.package):]
        try:
            module = importlib.import_module(inner or self.package, self.package)
        except ImportError as error:
            raise ValueError(f"no module for {kind}") from error
        cls = vars(module).get(name)
        if not inspect.isclass(cls) or not issubclass(cls, self.move) or cls is self.move:
            raise ValueError(f"{kind} is no kind of step")
        if cls.__module__ != module_name:
            raise ValueError(f"{kind} is not defined there")
        return cls

    def _read(self, value):
        if isinstance(value, list):
            return [self._read(v) for v in value]
        if isinstance(value, dict):
            return self._step(value)
        return value

    def _step(self, value):
        if not isinstance(value, dict) or "type" not in value:
            raise ValueError("a step is an object with a type")
        cls = self._class(value["type"])
        return cls(**{k: self._read(v) for k, v in value.items() if k != "type"})

    def load(self, text):
        steps = json.loads(text)
        if not isinstance(steps, list):
            raise ValueError("a show is a list")
        return [self._step(s) for s in steps]

    def _write(self, value):
        if isinstance(value, self.move):
            cls = type(value)
            return {"type": f"{cls.__module__}.{cls.__name__}",
                    **{k: self._write(v) for k, v in vars(value).items()}}
        if isinstance(value, list):
            return [self._write(v) for v in value]
        return value

    def dump(self, steps):
        return json.dumps([self._write(s) for s in steps])
