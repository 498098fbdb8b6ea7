from pathlib import Path


def _blocks(data):
    pos = 0
    while pos < len(data):
        number = data[pos]
        size = int.from_bytes(data[pos + 1:pos + 3], "big")
        yield number, pos + 3, size
        pos += 3 + size


def carriers(path):
    return [number for number, _, _ in _blocks(Path(path).read_bytes())]


class _Reader:
    def __init__(self, data, start, size):
        self.data = data
        self.start = start
        self.end = start + size

    def _inside(self, pos, length):
        if pos + length > self.end:
            raise ValueError("entry does not end within its block")

    def find(self, key, start, end):
        pos = start
        while pos < end:
            if pos + 2 > end:
                raise ValueError("head of an entry is cut off")
            found, length = self.data[pos], self.data[pos + 1]
            pos += 2
            self._inside(pos, length)
            if found < 128 and pos + length > end:
                raise ValueError("entry does not end within its group")
            if found == key:
                return pos, pos + length
            pos += length
        raise KeyError(key)


def read_value(path, carrier, keys):
    data = Path(path).read_bytes()
    for number, start, size in _blocks(data):
        if number == carrier:
            break
    else:
        raise KeyError(carrier)
    reader = _Reader(data, start, size)
    end = reader.end
    for key in keys:
        start, end = reader.find(key, start, end)
    return data[start:end]
