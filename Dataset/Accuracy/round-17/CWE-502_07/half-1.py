import importlib
import struct


class _Reader:
    def __init__(self, scene):
        self._scene = bytes(scene)
        self._at = 0

    def take(self, count):
        part = self._scene[self._at:self._at + count]
        if len(part) < count:
            raise ValueError("bytes are missing")
        self._at += count
        return part

    def number(self):
        return self.take(1)[0]

    def text(self):
        return self.take(self.number()).decode("utf-8")

    def instructions(self):
        """Yields (letter, operands) up to the end of the scene."""
        while True:
            letter = self.take(1)
            if letter == b"t" or letter == b"f":
                yield letter, (self.text(),)
            elif letter == b"i":
                yield letter, struct.unpack(">i", self.take(4))
            elif letter == b"l":
                yield letter, (self.number(),)
            elif letter == b"m":
                yield letter, (self.number(), self.text())
            elif letter == b"d":
                yield letter, ()
            elif letter == b".":
                return
            else:
                raise ValueError("unknown letter")


class Stage:
    def __init__(self, kit):
        module = importlib.import_module(kit)
        self._names = dict(vars(module))    # what the kit itself has; no __getattr__
        self._base = self._names["Figure"]
        self._moves = {}

    def _class(self, name):
        found = self._names.get(name)
        if not isinstance(found, type) or not issubclass(found, self._base) or found is self._base:
            raise ValueError("no figure: %r" % name)
        return found

    def _moves_of(self, cls):
        """The moves of a class, by name. They are kept from the first time on, so that no
        move can change what its figure may do."""
        if cls not in self._moves:
            moves = {}
            for name in getattr(cls, "moves", ()):
                for owner in cls.__mro__:
                    if name in vars(owner):
                        moves[name] = vars(owner)[name]
                        break
            self._moves[cls] = moves
        return self._moves[cls]

    def _move(self, figure, name, values):
        cls = type(figure)
        if not issubclass(cls, self._base) or cls is self._base:
            raise ValueError("no figure can make this move")
        moves = self._moves_of(cls)
        if name not in moves:
            raise ValueError("no move: %r" % name)
        return moves[name].__get__(figure, cls)(*values)

    @staticmethod
    def _pop(stack, count):
        if len(stack) < count:
            raise ValueError("values are missing")
        values = stack[len(stack) - count:]
        del stack[len(stack) - count:]
        return values

    def load(self, scene):
        # read all of it first: nothing moves in a scene that is broken
        instructions = list(_Reader(scene).instructions())
        stack = []
        for letter, operands in instructions:
            if letter == b"f":
                cls = self._class(operands[0])
                self._moves_of(cls)
                stack.append(cls())
            elif letter == b"l":
                stack.append(self._pop(stack, operands[0]))
            elif letter == b"m":
                figure, *values = self._pop(stack, operands[0] + 1)
                stack.append(self._move(figure, operands[1], values))
            elif letter == b"d":
                self._pop(stack, 1)
            else:
                stack.append(operands[0])
        return stack

    def cast(self, scene):
        return sorted({operands[0] for letter, operands in _Reader(scene).instructions()
                       if letter == b"f"})
