import importlib
import io


class Stage:
    def __init__(self, kit):
        module = importlib.import_module(kit)
        self.figures, self.moves = {}, {}
        for name, kind in vars(module).items():
            if isinstance(kind, type) and kind is not module.Figure and issubclass(kind, module.Figure):
                self.figures[name] = kind
                self.moves[kind] = frozenset(kind.moves)

    @staticmethod
    def _reader(scene):
        file = io.BytesIO(scene)

        def read(size):
            data = file.read(size)
            if len(data) != size:
                raise ValueError("the scene is cut off")
            return data

        return read

    def load(self, scene):
        stack = []
        self._each(scene, stack, set())
        return stack

    def cast(self, scene):
        names = set()
        self._each(scene, None, names)
        return sorted(names)

    def _each(self, scene, stack, names):
        read = self._reader(scene)
        steps = {b"t": self._text, b"i": self._int, b"l": self._list, b"f": self._figure, b"m": self._move, b"d": self._drop}
        while True:
            letter = read(1)
            if letter == b".":
                return
            if letter not in steps:
                raise ValueError("unknown letter")
            values = {b"i": [4], b"l": [1], b"m": [1]}.get(letter, [])
            arguments = [read(size) for size in values]
            if letter in (b"t", b"f", b"m"):
                arguments.append(read(ord(read(1))).decode("utf-8"))
            if letter == b"f":
                names.add(arguments[0])
            if stack is not None:
                steps[letter](stack, *arguments)

    def _text(self, stack, text):
        stack.append(text)

    def _int(self, stack, data):
        stack.append(int.from_bytes(data, "big", signed=True))

    def _list(self, stack, count):
        stack.append(self._take(stack, ord(count)))

    def _take(self, stack, count):
        if len(stack) < count:
            raise ValueError("the stack does not hold so much")
        return [stack.pop() for _ in range(count)][::-1]

    def _figure(self, stack, name):
        if name not in self.figures:
            raise ValueError("no such figure")
        stack.append(self.figures[name]())

    def _move(self, stack, count, name):
        figure, *values = self._take(stack, 1 + ord(count))
        if name not in self.moves.get(type(figure), ()):
            raise ValueError("no such move")
        stack.append(getattr(type(figure), name)(figure, *values))

    def _drop(self, stack):
        self._take(stack, 1)
