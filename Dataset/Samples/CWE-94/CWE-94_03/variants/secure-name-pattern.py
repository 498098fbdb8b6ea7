import os
import re
from types import ModuleType
from typing import List

NAME = re.compile(r"[A-Za-z0-9_-]+\Z")


class UnknownEffect(ValueError):
    pass


class EffectRack:
    def __init__(self, folder: str) -> None:
        self.folder = os.path.abspath(folder)

    def names(self) -> List[str]:
        with os.scandir(self.folder) as entries:
            found = [os.path.splitext(entry.name) for entry in entries if entry.is_file()]
        return sorted(stem for stem, extension in found if extension == ".py")

    def play(self, effects: List[str], samples: List[int]) -> List[int]:
        modules = [self._module(name) for name in effects]
        result = [*samples]
        for module in modules:
            result = module.apply(result)
        return result

    def _module(self, name: str) -> ModuleType:
        if not NAME.match(name):
            raise UnknownEffect(name)
        try:
            with open(os.path.join(self.folder, f"{name}.py"), encoding="utf-8") as file:
                source = file.read()
        except FileNotFoundError:
            raise UnknownEffect(name) from None
        module = ModuleType("effect_" + name.replace("-", "_"))
        exec(compile(source, name + ".py", "exec"), module.__dict__)
        return module


if __name__ == "__main__":
    if os.path.isdir("effects"):
        print(EffectRack("effects").names())
