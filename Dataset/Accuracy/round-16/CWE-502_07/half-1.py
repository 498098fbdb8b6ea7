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


_made = {}      # class of figures -> its moves, as the kit has made them


def _kit_moves(base):
    todo = [base]
    while todo:
        cls = todo.pop()
        if cls not in _made:
            _made[cls] = frozenset(getattr(cls, "moves", ()))
        todo.extend(type.__subclasses__(cls))


class Stage:
    def __init__(self, kit):
        module = importlib.import_module(kit)
        self._names = vars(module)
        self._base = self._names["Figure"]
        _kit_moves(self._base)          # before any scene is played

    def _is_figure_class(self, cls):
        return isinstance(cls, type) and cls is not self._base and self._base in cls.__mro__

    def _figure(self, name):
        cls = self._names.get(name)
        if not self._is_figure_class(cls) or cls.__name__ != name or cls not in _made:
            raise ValueError(f"no figure {name!r}")
        return cls

    def _move(self, figure, name):
        if not self._is_figure_class(type(figure)):
            raise ValueError("only figures make moves")
        if name not in _made.get(type(figure), ()):
            raise ValueError(f"this figure has no move {name!r}")
        return getattr(figure, name)

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
