import struct
from functools import wraps
from operator import index


def within_row(write):
    @wraps(write)
    def checked(self, x, y, run):
        try:
            x, y = index(x), index(y)
            length = index(run) if write.__name__ == "clear_run" else memoryview(run).nbytes
        except TypeError as error:
            raise ValueError("not a run") from error
        fits = min(x, y, length) >= 0 and y < self.height and x + length <= self.width
        if not fits:
            raise ValueError(f"run of {length} at ({x}, {y}) does not fit")
        struct.pack_into(f"{length}s", self._memory, self.width * y + x, write(self, x, y, run))
    return checked


class LedWall:
    def __init__(self, width, height):
        if width <= 0 or height <= 0:
            raise ValueError("a wall has pixels")
        self.width, self.height = width, height
        self._memory = memoryview(bytearray(width * height))

    @within_row
    def draw_run(self, x, y, values):
        return bytes(values)

    @within_row
    def clear_run(self, x, y, length):
        return b""

    def row(self, y):
        if y not in range(self.height):
            raise ValueError(f"no row {y}")
        return self._memory[self.width * y:][:self.width].tobytes()

    def frame(self):
        return self._memory.tobytes()
