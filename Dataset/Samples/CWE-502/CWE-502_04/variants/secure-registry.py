import json
from importlib import import_module
from pathlib import Path


class Kinds:
    """The classes below Move, module by module."""

    def __init__(self, package):
        self.name, self.package = package, import_module(package)
        folder = Path(self.package.__file__).parent
        self.modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}

    def __getitem__(self, name):
        package, _, rest = str(name).partition(".")
        module, _, name_of_class = rest.partition(".")
        if package != self.name or module not in self.modules:
            raise ValueError(f"{name} is not in the package")
        there = import_module(f"{package}.{module}")
        kinds = {
            one.__name__: one
            for one in vars(there).values()
            if isinstance(one, type) and issubclass(one, self.package.Move) and one.__module__ == there.__name__
        }
        if name_of_class not in kinds:
            raise ValueError(f"{name} is not a kind of step")
        return kinds[name_of_class]


class Encoder(json.JSONEncoder):
    def default(self, step):
        return dict(vars(step), type=type(step).__module__ + "." + type(step).__name__)


class Exchange:
    def __init__(self, package):
        self.kinds = Kinds(package)

    def dump(self, steps):
        return Encoder().encode(steps)

    def load(self, text):
        return self.build(json.loads(text))

    def build(self, value):
        match value:
            case dict():
                arguments = {key: self.build(item) for key, item in value.items()}
                return self.kinds[arguments.pop("type", None)](**arguments)
            case list():
                return [self.build(item) for item in value]
        return value
