"""Scenes of town clocks."""
import importlib


class _Reader:
    def __init__(self, scene):
        self._scene = scene
        self._at = 0

    def take(self, number):
        part = self._scene[self._at:self._at + number]
        if len(part) < number:
            raise ValueError("the scene breaks off")
        self._at += number
        return part

    def number(self):
        return self.take(1)[0]

    def text(self):
        return self.take(self.number()).decode("utf-8")

    def instructions(self):
        while True:
            letter = self.take(1)
            if letter == b"t" or letter == b"f":
                yield letter, self.text()
            elif letter == b"i":
                yield letter, int.from_bytes(self.take(4), "big", signed=True)
            elif letter == b"l":
                yield letter, self.number()
            elif letter == b"m":
                number = self.number()
                yield letter, (number, self.text())
            elif letter == b"d":
                yield letter, None
            elif letter == b".":
                return
            else:
                raise ValueError(f"unknown letter {letter!r}")


class Stage:
    _known = {}     # class of figures -> {move: function}, as the kit has made it

    def __init__(self, kit):
        self._kit = importlib.import_module(kit)
        self._base = self._kit.Figure
        todo = type.__subclasses__(self._base)
        while todo:
            cls = todo.pop()
            self._note(cls)
            todo.extend(type.__subclasses__(cls))

    def _note(self, cls):
        if cls not in self._known:
            self._known[cls] = {move: getattr(cls, move) for move in cls.moves}

    def _figure(self, name):
        cls = getattr(self._kit, name, None)
        if not isinstance(cls, type) or self._base not in cls.__mro__[1:] or cls.__name__ != name:
            raise ValueError(f"no figure {name!r}")
        self._note(cls)
        return cls

    def _move(self, figure, name):
        cls = type(figure)
        if self._base not in cls.__mro__[1:]:
            raise ValueError("only figures make moves")
        function = self._known.get(cls, {}).get(name)
        if function is None:
            raise ValueError(f"this figure has no move {name!r}")
        return lambda *values: function(figure, *values)

    def _play(self, stack, letter, what):
        if letter in b"ti":
            stack.append(what)
        elif letter == b"f":
            stack.append(self._figure(what)())
        elif letter == b"l":
            stack.append(_pop(stack, what))
        elif letter == b"d":
            _pop(stack, 1)
        else:
            number, move = what
            arguments = _pop(stack, number)
            figure, = _pop(stack, 1)
            stack.append(self._move(figure, move)(*arguments))

    def load(self, scene):
        stack = []
        for letter, what in _Reader(scene).instructions():
            self._play(stack, letter, what)
        return stack

    def cast(self, scene):
        return sorted({what for letter, what in _Reader(scene).instructions() if letter == b"f"})


def _pop(stack, number):
    if number > len(stack):
        raise ValueError("too few values on the stack")
    cut = len(stack) - number
    values = stack[cut:]
    del stack[cut:]
    return values
