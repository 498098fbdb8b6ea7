def _blocks(data):
    pos = 0
    while pos < len(data):
        size = int.from_bytes(data[pos + 1:pos + 3], "big")
        yield data[pos], pos + 3, size
        pos += 3 + size


def _load(path):
    with open(path, "rb") as file:
        return file.read()


def carriers(path):
    return [number for number, _, _ in _blocks(_load(path))]


class Area:
    """A part of the tag: a block or a group in it."""

    def __init__(self, data, start=0, size=None):
        self.data = data
        self.start = start
        self.stop = start + (size or len(data) - start)

    def find(self, key):
        pos = self.start
        while pos < self.stop:
            if self.stop - pos < 2:
                raise ValueError(f"cut-off entry at {pos}")
            found, length = self.data[pos:pos + 2]
            pos += 2
            if length > self.stop - pos:
                raise ValueError(f"entry {found} at {pos} does not end in time")
            if found == key:
                return pos, length
            pos += length
        raise KeyError(key)

    def group(self, key):
        return Area(self.data, *self.find(key))

    def value(self, key):
        pos, length = self.find(key)
        return self.data[pos:pos + length]


def read_value(path, carrier, keys):
    data = _load(path)
    for number, start, size in _blocks(data):
        if number == carrier and size:
            area = Area(data, start, size)
            for key in keys[:-1]:
                area = area.group(key)
            return area.value(keys[-1])
    raise KeyError(carrier)
