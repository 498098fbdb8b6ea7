import io


class Head:
    """The write head; every change of its position is checked."""

    def __init__(self, memory):
        self.cells = list(memory)
        self.allowed = range(64, len(memory) - 16 + 1)
        self._position = self.allowed.start

    @property
    def position(self):
        return self._position

    @position.setter
    def position(self, value):
        if value not in self.allowed:
            raise ValueError(f"position {value} is outside of the user area")
        self._position = value

    def write(self, data):
        here = self.position
        self.position += len(data)
        for place, byte in enumerate(data, here):
            self.cells[place] = byte


def exactly(stream, count):
    data = stream.read(count)
    if len(data) < count:
        raise ValueError("record is cut off")
    return data


def apply_patch(memory, patch):
    head = Head(memory)
    with io.BytesIO(patch) as stream:
        while stream.tell() < len(patch):
            high, low, length = exactly(stream, 3)
            step = (high << 8 | low) - (high >> 7 << 16)
            head.position += step
            head.write(exactly(stream, length))
    return bytes(head.cells)
