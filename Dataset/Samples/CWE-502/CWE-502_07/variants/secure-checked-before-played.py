import inspect
from dataclasses import dataclass
from importlib import import_module


@dataclass
class Step:
    letter: str
    value: object = None
    name: str = ""


def steps(scene):
    rest = memoryview(scene)

    def cut(size):
        nonlocal rest
        if size > len(rest):
            raise ValueError("too few bytes")
        part, rest = rest[:size], rest[size:]
        return bytes(part)

    found = []
    while True:
        match chr(cut(1)[0]):
            case ".":
                return found
            case "i":
                found.append(Step("push", int.from_bytes(cut(4), byteorder="big", signed=True)))
            case "t":
                found.append(Step("push", cut(cut(1)[0]).decode()))
            case "f":
                found.append(Step("figure", name=cut(cut(1)[0]).decode()))
            case "l":
                found.append(Step("list", cut(1)[0]))
            case "m":
                count = cut(1)[0]
                found.append(Step("move", count, cut(cut(1)[0]).decode()))
            case "d":
                found.append(Step("drop"))
            case other:
                raise ValueError(f"{other!r} is no letter of a scene")


class Stage:
    def __init__(self, kit):
        self.kit = import_module(kit)
        self.known = [(kind, list(kind.moves)) for kind in self.kinds().values()]

    def kinds(self):
        figure = self.kit.Figure
        found = inspect.getmembers(self.kit, lambda one: inspect.isclass(one) and issubclass(one, figure))
        return {name: kind for name, kind in found if kind is not figure}

    def load(self, scene):
        kinds, stack = self.kinds(), []
        todo = steps(scene)
        for step in todo:
            if step.name and step.letter == "figure" and step.name not in kinds:
                raise ValueError("a figure that there is not")
        for step in todo:
            needed = {"move": 1, "drop": 1}.get(step.letter, 0) + (step.value if step.letter in ("list", "move") else 0)
            if needed > len(stack):
                raise ValueError("the stack is too low")
            taken, stack = stack[len(stack) - needed :], stack[: len(stack) - needed]
            if step.letter == "push":
                stack.append(step.value)
            elif step.letter == "list":
                stack.append(taken)
            elif step.letter == "figure":
                if step.name not in kinds:
                    raise ValueError("a figure without a name")
                stack.append(kinds[step.name]())
            elif step.letter == "move":
                stack.append(self.move(step.name, *taken))
        return stack

    def move(self, name, figure, *values):
        for kind, moves in self.known:
            if type(figure) is kind:
                for known in moves:
                    if known == name:
                        return getattr(kind, known)(figure, *values)
        raise ValueError(f"{name!r} is not for scenes")

    def cast(self, scene):
        return sorted({step.name for step in steps(scene) if step.letter == "figure"})
