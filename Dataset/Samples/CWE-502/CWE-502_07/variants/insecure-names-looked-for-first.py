import importlib
import re


class Stage:
    """A scene is looked through for the names that it holds before it is played."""

    def __init__(self, kit):
        self.kit = importlib.import_module(kit)
        self.figures = {
            name: kind
            for name, kind in vars(self.kit).items()
            if isinstance(kind, type) and self.kit.Figure in kind.__mro__[1:]
        }
        self.moves = {move for kind in self.figures.values() for move in kind.moves}

    def parts(self, scene):
        at = 0
        while True:
            found = re.compile(rb"(?s)([tf])(.)|(i)(....)|(l)(.)|(m)(.)(.)|(d)|(\.)").match(scene, at)
            if not found:
                raise ValueError("that is no scene")
            letter, *more = [group for group in found.groups() if group is not None]
            at = found.end()
            if letter == b".":
                return
            text = None
            if letter in b"tfm":
                size = more[-1][0]
                text = scene[at : at + size].decode()
                if len(scene) < at + size:
                    raise ValueError("bytes are missing")
                at += size
            yield letter, more[0] if more else b"", text

    def load(self, scene):
        parts = list(self.parts(scene))
        for letter, _, text in parts:
            if (letter == b"f" and text not in self.figures) or (letter == b"m" and text not in self.moves):
                raise ValueError(f"{text!r} is not for scenes")
        stack = []
        for letter, data, text in parts:
            count = data[0] if letter in b"lm" else 0
            if letter == b"t":
                stack.append(text)
            elif letter == b"i":
                stack.append(int.from_bytes(data, "big", signed=True))
            elif letter == b"l":
                stack[len(stack) - count :] = [stack[len(stack) - count :]]
            elif letter == b"f":
                stack.append(self.figures[text]())
            elif letter == b"m":
                figure, *values = stack[len(stack) - count - 1 :]
                stack[len(stack) - count - 1 :] = [getattr(figure, text)(*values)]
            else:
                del stack[-1]
        return stack

    def cast(self, scene):
        return sorted({text for letter, _, text in self.parts(scene) if letter == b"f"})
