import importlib
import inspect
import json
import re


class Exchange:
    def __init__(self, package):
        self.package = package
        self.pattern = re.compile(re.escape(package) + r"\.([A-Za-z_]\w*)\.([A-Za-z_]\w*)", re.ASCII)
        self.base = importlib.import_module(package).Move

    def kind(self, name):
        match = self.pattern.fullmatch(name) if isinstance(name, str) else None
        if match is None:
            raise ValueError(f"not a type: {name!r}")
        try:
            kind = vars(importlib.import_module(f"{self.package}.{match[1]}"))[match[2]]
        except (ImportError, KeyError) as error:
            raise ValueError(f"unknown type {name}") from error
        if not inspect.isclass(kind) or not issubclass(kind, self.base):
            raise ValueError(f"{name} is not a step")
        if f"{kind.__module__}.{kind.__qualname__}" != name:
            raise ValueError(f"{name} is defined elsewhere")
        return kind

    def simple(self, value):
        if isinstance(value, self.base):
            kind = type(value)
            start = {"type": f"{kind.__module__}.{kind.__qualname__}"}
            return start | {key: self.simple(item) for key, item in vars(value).items()}
        return list(map(self.simple, value)) if isinstance(value, list) else value

    def dump(self, steps):
        return json.dumps(self.simple(steps), ensure_ascii=False, indent=2)

    def load(self, text):
        def made(document):
            if "type" not in document:
                raise ValueError("an object without a type")
            kind = self.kind(document["type"])
            return kind(**{key: value for key, value in document.items() if key != "type"})

        steps = json.loads(text, object_hook=made)
        if not isinstance(steps, list):
            raise ValueError("a show is a list")
        return steps
