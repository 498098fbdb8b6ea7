import importlib


class Stage:
    def __init__(self, kit):
        self._kit = importlib.import_module(kit)
        self._base = self._kit.Figure
        # the moves of each class, as they were when we first saw it
        self._moves = {}
        for value in list(vars(self._kit).values()):
            self._note(value)

    def _note(self, cls):
        """Is it a figure's class? If so, its moves are noted."""
        if not isinstance(cls, type) or not issubclass(cls, self._base) or cls is self._base:
            return False
        self._moves.setdefault(cls, tuple(cls.moves))
        return True

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
        cls = getattr(self._kit, name, None)
        if not self._note(cls):
            raise ValueError(f"no such figure: {name}")
        return cls()

    def _move(self, figure, name):
        if name not in self._moves.get(type(figure), ()):
            raise ValueError(f"no such move: {name}")
        return getattr(type(figure), name)

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
