import re
from itertools import cycle, islice

STEP = re.compile(rb"(?P<run>[^\0])(?P<value>.)|\0(?P<d>.)(?P<n>.)", re.DOTALL)


def steps(data):
    at = 0
    while at != len(data):
        found = STEP.match(data, at)
        if found is None:
            raise ValueError(f"instruction at byte {at} is cut off")
        yield found
        at = found.end()


def length(step):
    return ord(step["run"] or step["n"])


class Unpacker:
    def __init__(self, width, height):
        self.memory = bytearray(width * height)

    def pixels_used(self, data):
        return sum(map(length, steps(data)))

    def _pixels(self, data):
        fresh = bytearray()
        for step in steps(data):
            if step["run"]:
                source = step["value"]
            else:
                d = ord(step["d"])
                if not 0 < d <= len(fresh):
                    raise ValueError(f"distance {d} leads out of the picture")
                source = bytes(fresh[-d:])
            fresh.extend(islice(cycle(source), length(step)))
            if len(fresh) > len(self.memory):
                raise ValueError("too many pixels")
        return bytes(fresh)

    def unpack(self, data):
        pixels = self._pixels(data)
        if len(pixels) < len(self.memory):
            raise ValueError("too few pixels")
        memoryview(self.memory)[:] = pixels
        return pixels
