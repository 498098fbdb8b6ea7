class LedWall:
    def __init__(self, width: int, height: int):
        self.width = width
        self.height = height
        self.memory = bytearray(width * height)

    def draw_run(self, x: int, y: int, values: bytes) -> None:
        if not (0 <= x < self.width and 0 <= y < self.height):
            raise IndexError("start of the run is not on the wall")
        position = y * self.width + x
        for value in values:
            if position >= len(self.memory):
                break
            self.memory[position] = value
            position += 1

    def clear_run(self, x: int, y: int, length: int) -> None:
        self.draw_run(x, y, bytes(length))

    def row(self, y: int) -> bytes:
        start = y * self.width
        return bytes(self.memory[start:start + self.width])

    def frame(self) -> bytes:
        return bytes(self.memory)
