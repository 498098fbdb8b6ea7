import importlib
import io


class Stage:
    def __init__(self, kit):
        self.kit = importlib.import_module(kit)

    def _read(self, scene):
        source = io.BytesIO(scene)

        def take(size):
            data = source.read(size)
            if len(data) < size:
                raise ValueError("bytes are missing")
            return data

        def text():
            return take(take(1)[0]).decode("utf-8")

        while True:
            letter = take(1)
            if letter == b".":
                return
            if letter == b"t" or letter == b"f":
                yield letter, text()
            elif letter == b"i":
                yield letter, int.from_bytes(take(4), "big", signed=True)
            elif letter == b"l":
                yield letter, take(1)[0]
            elif letter == b"m":
                yield letter, (take(1)[0], text())
            elif letter == b"d":
                yield letter, None
            else:
                raise ValueError(f"unknown letter {letter!r}")

    def load(self, scene):
        stack = []
        for letter, value in self._read(scene):
            if letter in b"ti":
                stack.append(value)
            elif letter == b"l":
                stack.append([stack.pop() for _ in range(value)][::-1])
            elif letter == b"f":
                stack.append(getattr(self.kit, value)())
            elif letter == b"m":
                count, name = value
                values = [stack.pop() for _ in range(count)][::-1]
                stack.append(getattr(stack.pop(), name)(*values))
            else:
                stack.pop()
        return stack

    def cast(self, scene):
        return sorted({value for letter, value in self._read(scene) if letter == b"f"})
