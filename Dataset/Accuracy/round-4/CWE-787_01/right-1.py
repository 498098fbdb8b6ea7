import contextlib


class LedWall:
    def __init__(self, width, height):
        self._memory = bytearray(width * height)
        whole = memoryview(self._memory)
        self._lines = {y: whole[y * width:(y + 1) * width] for y in range(height)}

    @contextlib.contextmanager
    def _run(self, x, y, length):
        line = self._lines.get(y)
        columns = range(len(line or ()) + 1)
        if line is None or length < 0 or x not in columns or x + length not in columns:
            raise ValueError(f"run of {length} at ({x}, {y})")
        with line[x:x + length] as part:
            yield part

    def draw_run(self, x, y, values):
        with self._run(x, y, len(values)) as part:
            part[:] = values

    def clear_run(self, x, y, length):
        with self._run(x, y, length) as part:
            part[:] = bytes(length)

    def row(self, y):
        if y not in self._lines:
            raise ValueError(y)
        return self._lines[y].tobytes()

    def frame(self):
        return bytes(self._memory)
