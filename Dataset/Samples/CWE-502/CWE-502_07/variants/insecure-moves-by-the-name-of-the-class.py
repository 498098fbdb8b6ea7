from importlib import import_module


class _Reader:
    def __init__(self, scene):
        self.rest = memoryview(scene)

    def bytes(self, count):
        if len(self.rest) < count:
            raise ValueError("bytes are missing")
        taken, self.rest = bytes(self.rest[:count]), self.rest[count:]
        return taken

    def byte(self):
        return self.bytes(1)[0]

    def text(self):
        return str(self.bytes(self.byte()), "utf-8")

    def number(self):
        return int.from_bytes(self.bytes(4), "big", signed=True)

    def move(self):
        return self.byte(), self.text()

    ARGUMENT = {"t": text, "i": number, "l": byte, "f": text, "m": move, "d": lambda self: None}

    def __iter__(self):
        while (letter := chr(self.byte())) != ".":
            if letter not in self.ARGUMENT:
                raise ValueError(f"unknown letter {letter!r}")
            yield letter, self.ARGUMENT[letter](self)


class Stage:
    def __init__(self, kit):
        names = vars(import_module(kit))
        figure = names["Figure"]
        self._classes = {name: thing for name, thing in names.items()
                         if isinstance(thing, type) and issubclass(thing, figure) and thing is not figure}
        self._figure = figure
        # the methods themselves, so that neither a changed tuple nor a changed figure matters
        self._moves = {}
        for cls in self._classes.values():
            self._moves[cls.__name__] = {move: getattr(cls, move) for move in cls.moves}

    def load(self, scene):
        stack = []

        def topmost(count):
            if count > len(stack):
                raise ValueError("the stack is too short")
            stack[len(stack) - count:], values = [], stack[len(stack) - count:]
            return values

        for letter, what in _Reader(scene):
            if letter == "f":
                if what not in self._classes:
                    raise ValueError(f"no figure is called {what!r}")
                stack.append(self._classes[what]())
            elif letter == "m":
                count, move = what
                figure, *values = topmost(count + 1)
                stack.append(self._method(figure, move)(figure, *values))
            elif letter == "l":
                stack.append(topmost(what))
            elif letter == "d":
                topmost(1)
            else:
                stack.append(what)
        return stack

    def _method(self, figure, move):
        cls = type(figure)
        if not issubclass(cls, self._figure):
            raise ValueError("this is no figure")
        try:
            return self._moves[cls.__name__][move]
        except KeyError:
            raise ValueError(f"{move!r} is no move of a {cls.__name__}") from None

    def cast(self, scene):
        return sorted({what for letter, what in _Reader(scene) if letter == "f"})
