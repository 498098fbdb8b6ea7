import struct


def packed(kind, number):
    match kind:
        case "flag" if type(number) is int and 0 <= number < 1 << 8:
            return number.to_bytes(1, "big")
        case "level" if type(number) is int and -(1 << 15) <= number < 1 << 15:
            return number.to_bytes(2, "big", signed=True)
        case "count" if type(number) is int and 0 <= number < 1 << 32:
            return number.to_bytes(4, "big")
        case "warmth" if isinstance(number, (int, float)) and abs(number) < 3.4e38:
            return struct.pack(">f", number)
    raise ValueError(f"{number!r} is no {kind}")


class Registers:
    def __init__(self, flats, size):
        self.memory = bytearray(flats * size)
        self.views = [memoryview(self.memory)[start:start + size] for start in range(0, flats * size, size)]

    def _put(self, flat, offset, data):
        if flat < 0 or flat >= len(self.views) or offset < 0:
            raise ValueError("there is no such place")
        # A view keeps its length: what does not fit is refused as a whole.
        target = self.views[flat][offset:offset + len(data)]
        if len(target) != len(data):
            raise ValueError("the block ends before that")
        target[:] = data

    def write(self, flat, offset, kind, numbers):
        self._put(flat, offset, b"".join(packed(kind, number) for number in numbers))

    def write_mixed(self, flat, offset, pairs):
        self._put(flat, offset, b"".join(packed(*pair) for pair in pairs))

    def reset(self, flat, offset, kind, count):
        if count < 0:
            raise ValueError("the count is negative")
        self._put(flat, offset, bytes(min(count, len(self.memory) + 1) * len(packed(kind, 0))))

    def read(self, flat, offset, kind, count):
        code, size = {"flag": ("B", 1), "level": ("h", 2), "count": ("I", 4), "warmth": ("f", 4)}[kind]
        return list(struct.unpack(f">{count}{code}", self.views[flat][offset:offset + count * size]))

    def image(self):
        return bytes(self.memory)
