"""Loader for scenes of town clocks."""
import importlib


def _instructions(scene):
    """The instructions of a scene, as (letter, number, text)."""
    at = 0

    def take(count):
        nonlocal at
        if at + count > len(scene):
            raise ValueError("bytes are missing")
        at += count
        return scene[at - count:at]

    def text():
        return take(take(1)[0]).decode("utf-8")

    while True:
        letter = take(1)
        if letter == b".":
            return
        if letter in (b"t", b"f"):
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
            raise ValueError("unknown letter: %r" % letter)


def _raw(cls, name):
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name]
    raise ValueError("no such move: " + name)


class Stage:
    # What loaders have found out, so that a class is looked through once.
    _moves = {}             # name -> {name of the move: what the class has under it}

    def __init__(self, kit):
        module = importlib.import_module(kit)
        base = module.Figure
        # The figures and their moves as the kit has made them; a scene may change the classes.
        self._figures = {}      # name -> class
        for name, value in list(vars(module).items()):
            if isinstance(value, type) and value is not base and base in type.mro(value):
                moves = getattr(value, "moves", ())
                self._figures[name] = value
                self._moves.setdefault(name, {}).update({
                    move: _raw(value, move) for move in moves
                    if any(move in vars(c) for c in value.__mro__)})

    def load(self, scene):
        scene = bytes(scene)
        stack = []
        # Which class a figure had when it was first seen: a move may give it another one.
        # By identity, as figures may define what is equal.
        known = {}

        def pop(count):
            if count > len(stack):
                raise ValueError("the stack is too short")
            values = stack[len(stack) - count:]
            del stack[len(stack) - count:]
            return values

        for letter, number, text in _instructions(scene):
            if letter == b"t":
                stack.append(text)
            elif letter == b"i":
                stack.append(number)
            elif letter == b"l":
                stack.append(pop(number))
            elif letter == b"d":
                pop(1)
            elif letter == b"f":
                cls = self._figures.get(text)
                if cls is None:
                    raise ValueError("no such figure: " + text)
                figure = cls()
                known[id(figure)] = figure, cls
                stack.append(figure)
            else:
                figure, *args = pop(number + 1)
                cls = known.setdefault(id(figure), (figure, type(figure)))[1]
                if cls not in self._figures.values():
                    raise ValueError("this is no figure")
                if text not in self._moves[next(name for name, one in self._figures.items() if one is cls)]:
                    raise ValueError("no such move: " + text)
                method = _raw(cls, text)
                if hasattr(type(method), "__get__"):
                    method = method.__get__(figure, cls)
                stack.append(method(*args))
                figure = args = method = None
        return stack

    def cast(self, scene):
        return sorted({text for letter, _, text in _instructions(bytes(scene)) if letter == b"f"})
