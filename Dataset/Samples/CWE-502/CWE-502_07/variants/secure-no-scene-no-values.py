import struct
import sys


class Stage:
    def __init__(self, kit):
        __import__(kit)
        self.kit = sys.modules[kit]
        self.known = {id(kind): (kind, tuple(kind.moves)) for kind in vars(self.kit).values() if self.counts(kind)}

    def walk(self, scene, on):
        """Calls on(letter, number, text) for each instruction."""
        place = 0
        try:
            while scene[place] != ord("."):
                letter, number, text = chr(scene[place]), 0, ""
                place += 1
                if letter not in "tilfmd":
                    raise ValueError(letter)
                if letter == "i":
                    (number,) = struct.unpack_from(">i", scene, place)
                    place += 4
                if letter in "lm":
                    number = scene[place]
                    place += 1
                if letter in "tfm":
                    end = place + 1 + scene[place]
                    text = str(scene[place + 1 : end], "utf-8")
                    # The instruction that ends the scene comes behind it.
                    scene[end - 1]
                    place = end
                on(letter, number, text)
        except (IndexError, struct.error) as error:
            raise ValueError("bytes are missing") from error

    def cast(self, scene):
        names = []
        self.walk(scene, lambda letter, _, text: letter == "f" and names.append(text))
        return sorted(set(names))

    def load(self, scene):
        stack = []

        def on(letter, number, text):
            if letter in "ti":
                stack.append(text if letter == "t" else number)
                return
            if letter == "f":
                stack.append(self.make(text))
                return
            rest = len(stack) - number - (letter in "md") * 1
            if rest < 0:
                raise ValueError("nothing is left on the stack")
            taken = stack[rest:]
            del stack[rest:]
            if letter == "l":
                stack.append(taken)
            elif letter == "m":
                figure = taken.pop(0)
                kind = type(figure)
                if id(kind) not in self.known or text not in self.known[id(kind)][1]:
                    raise ValueError("not a move of this figure")
                stack.append(getattr(kind, text)(figure, *taken))

        self.walk(scene, on)
        return stack

    def make(self, name):
        if name in self.kit.__dict__:
            kind = self.kit.__dict__[name]
            if self.counts(kind):
                return kind()
        raise ValueError("not a figure of this clock")

    def counts(self, kind):
        return isinstance(kind, type) and self.kit.Figure in kind.__mro__ and kind != self.kit.Figure
