from typing import Iterable


class LedWall:
    """Frame memory that clips every run to its row."""

    def __init__(self, width: int, height: int) -> None:
        self._width = width
        self._height = height
        self._memory = bytearray(width * height)

    def draw_run(self, x: int, y: int, values: Iterable[int]) -> None:
        if y < 0 or y >= self._height:
            return
        for offset, value in enumerate(values):
            column = x + offset
            if 0 <= column < self._width:
                self._memory[y * self._width + column] = value

    def clear_run(self, x: int, y: int, length: int) -> None:
        self.draw_run(x, y, (0 for _ in range(length)))

    def row(self, y: int) -> bytes:
        return self.frame()[y * self._width:(y + 1) * self._width]

    def frame(self) -> bytes:
        return bytes(self._memory)


if __name__ == "__main__":
    wall = LedWall(10, 2)
    wall.draw_run(8, 0, b"clipped")
    print(wall.frame())
