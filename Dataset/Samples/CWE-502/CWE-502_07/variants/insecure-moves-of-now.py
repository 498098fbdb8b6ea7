import importlib
import struct


def instructions(scene):
    """Yields letter, number and text of each instruction of a scene; a number or text that it has not is None."""
    place = 0

    def take(size):
        nonlocal place
        part = scene[place : place + size]
        if len(part) < size:
            raise ValueError("the scene ends too soon")
        place += size
        return part

    while (letter := take(1)) != b".":
        if letter not in (b"t", b"i", b"l", b"f", b"m", b"d"):
            raise ValueError(f"no instruction: {letter!r}")
        number = text = None
        if letter == b"i":
            (number,) = struct.unpack(">i", take(4))
        elif letter in b"lm":
            number = take(1)[0]
        if letter in b"tfm":
            text = take(take(1)[0]).decode()
        yield letter, number, text


class Stage:
    def __init__(self, kit):
        module = importlib.import_module(kit)
        base = module.Figure
        self.kinds = {
            name: kind
            for name, kind in vars(module).items()
            if isinstance(kind, type) and issubclass(kind, base) and kind is not base
        }

    def figure(self, name):
        if name not in self.kinds:
            raise ValueError(f"no figure: {name!r}")
        return self.kinds[name]()

    def move(self, figure, name, values):
        kind = type(figure)
        if kind not in self.kinds.values() or name not in kind.moves:
            raise ValueError(f"no move: {name!r}")
        return getattr(kind, name)(figure, *values)

    def load(self, scene):
        stack = []

        def take(count):
            if count > len(stack):
                raise ValueError("too little is on the stack")
            values = stack[len(stack) - count :]
            del stack[len(stack) - count :]
            return values

        for letter, number, text in instructions(scene):
            if letter == b"t":
                stack.append(text)
            elif letter == b"i":
                stack.append(number)
            elif letter == b"l":
                stack.append(take(number))
            elif letter == b"f":
                stack.append(self.figure(text))
            elif letter == b"m":
                figure, *values = take(number + 1)
                stack.append(self.move(figure, text, values))
            else:
                take(1)
        return stack

    def cast(self, scene):
        return sorted({text for letter, _, text in instructions(scene) if letter == b"f"})
