import importlib


class Stage:
    def __init__(self, kit):
        self._kit = importlib.import_module(kit)
        base = vars(self._kit)["Figure"]
        self._classes = {name: value for name, value in vars(self._kit).items()
                         if isinstance(value, type) and issubclass(value, base) and value is not base}
        # taken down now, so that no scene can change them
        self._moves = {cls: self._collect(cls) for cls in self._classes.values()}

    @staticmethod
    def _collect(cls):
        """What a figure of this class may do: a class inherits moves as it inherits methods."""
        moves = set()
        for one in cls.__mro__:
            moves.update(vars(one).get("moves", ()))
        return frozenset(moves)

    @staticmethod
    def _instructions(scene):
        """The instructions one after the other: letter, number, text."""
        at = 0

        def take(count):
            nonlocal at
            if at + count > len(scene):
                raise ValueError("the scene is too short")
            at += count
            return bytes(scene[at - count:at])

        def text():
            return take(take(1)[0]).decode("utf-8")

        while True:
            letter = take(1)
            if letter == b".":
                return
            elif letter in (b"t", b"f"):
                yield letter, None, text()
            elif letter == b"i":
                yield letter, int.from_bytes(take(4), "big", signed=True), None
            elif letter == b"l":
                yield letter, take(1)[0], None
            elif letter == b"m":
                number = take(1)[0]
                yield letter, number, text()
            elif letter == b"d":
                yield letter, None, None
            else:
                raise ValueError(f"unknown instruction {letter!r}")

    def _figure(self, name):
        if name not in self._classes:
            raise ValueError(f"no such figure: {name}")
        return self._classes[name]()

    def _move(self, figure, name):
        """The method of the class, not of the figure, which may have attributes of its own."""
        cls = type(figure)
        if name not in self._moves.get(cls, ()):
            raise ValueError(f"no such move: {name}")
        return getattr(cls, name)

    def load(self, scene):
        stack = []

        def pop(count):
            if count > len(stack):
                raise ValueError("not enough on the stack")
            values = stack[len(stack) - count:]
            del stack[len(stack) - count:]
            return values

        for letter, number, text in self._instructions(scene):
            if letter == b"t":
                stack.append(text)
            elif letter == b"i":
                stack.append(number)
            elif letter == b"l":
                stack.append(pop(number))
            elif letter == b"f":
                stack.append(self._figure(text))
            elif letter == b"m":
                arguments = pop(number)
                figure, = pop(1)
                stack.append(self._move(figure, text)(figure, *arguments))
            else:
                pop(1)
        return stack

    def cast(self, scene):
        return sorted({text for letter, _, text in self._instructions(scene) if letter == b"f"})
