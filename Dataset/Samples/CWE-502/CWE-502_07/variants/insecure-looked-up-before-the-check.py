import importlib
import struct


class Stage:
    def __init__(self, kit):
        self._kit = importlib.import_module(kit)
        self._base = self._kit.Figure
        # class: its moves, as they are now; no scene has been played yet that could have changed them
        self._moves = {}
        classes = [self._base]
        while classes:
            cls = classes.pop()
            self._moves[cls] = frozenset(getattr(cls, "moves", ()))
            classes += cls.__subclasses__()

    def _figure_class(self, name):
        if not name.isidentifier():
            raise ValueError(f"no name of a figure: {name!r}")
        found = getattr(self._kit, name, None)
        # a class that is known to lie below Figure; not Figure itself
        if not isinstance(found, type) or found not in self._moves or found is self._base:
            raise ValueError(f"{name} is no figure")
        return found

    @staticmethod
    def _instructions(scene):
        place = 0

        def take(count):
            nonlocal place
            if place + count > len(scene):
                raise ValueError("the scene breaks off")
            place += count
            return scene[place - count:place]

        def text():
            return take(take(1)[0]).decode("utf-8")

        while True:
            letter = take(1)
            if letter == b"t" or letter == b"f":
                yield letter, text()
            elif letter == b"i":
                yield letter, struct.unpack(">i", take(4))[0]
            elif letter == b"l":
                yield letter, take(1)[0]
            elif letter == b"m":
                count = take(1)[0]
                yield letter, (count, text())
            elif letter == b"d":
                yield letter, None
            elif letter == b".":
                return
            else:
                raise ValueError(f"unknown letter {letter!r}")

    def load(self, scene):
        stack = []

        def pop(count):
            if count > len(stack):
                raise ValueError("there are not so many values")
            values = stack[len(stack) - count:]
            del stack[len(stack) - count:]
            return values

        for letter, what in self._instructions(scene):
            if letter in (b"t", b"i"):
                stack.append(what)
            elif letter == b"l":
                stack.append(pop(what))
            elif letter == b"f":
                stack.append(self._figure_class(what)())
            elif letter == b"m":
                count, name = what
                arguments = pop(count)
                figure = pop(1)[0]
                cls = type(figure)
                if cls not in self._moves or cls is self._base:
                    raise ValueError("only figures make moves")
                if name not in self._moves[cls]:
                    raise ValueError(f"{name} is no move of this figure")
                # the method of the class, whatever the figure itself may have under this name
                stack.append(getattr(cls, name)(figure, *arguments))
            else:
                pop(1)
        return stack

    def cast(self, scene):
        return sorted({what for letter, what in self._instructions(scene) if letter == b"f"})
