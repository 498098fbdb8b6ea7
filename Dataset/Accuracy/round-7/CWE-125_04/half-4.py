import struct


def _walk(f):
    """Yields number, start and end of every block."""
    start = 0
    f.seek(start)
    while len(head := f.read(3)) == 3:
        number, size = struct.unpack(">BH", head)
        yield number, start + 3, start + 3 + size
        start += 3 + size
        f.seek(start)


def carriers(path):
    with open(path, "rb") as f:
        return [block[0] for block in _walk(f)]


class _Reader:
    def __init__(self, f, start, end):
        self.f, self.pos, self.end = f, start, end

    def enter(self, length):
        """Limits the reader to the group that begins here, never beyond what is around it."""
        self.end = min(self.end, self.pos + length)

    def head(self):
        if self.end - self.pos < 2:
            raise ValueError("the head of an entry is cut off")
        self.f.seek(self.pos)
        self.pos += 2
        key, length = self.f.read(2)
        return key, length

    def skip(self, length):
        if length > self.end - self.pos:
            raise ValueError("an entry does not end in time")
        self.pos += length

    def value(self, length):
        start = self.pos
        self.skip(length)
        self.f.seek(start)
        return self.f.read(length)

    def find(self, wanted):
        while self.pos < self.end:
            key, length = self.head()
            if key == wanted:
                return length
            self.skip(length)
        raise KeyError(wanted)


def read_value(path, carrier, keys):
    with open(path, "rb") as f:
        for number, start, end in _walk(f):
            if number == carrier:
                reader = _Reader(f, start, end)
                for key in keys[:-1]:
                    reader.enter(reader.find(key))
                return reader.value(reader.find(keys[-1]))
    raise KeyError(carrier)
