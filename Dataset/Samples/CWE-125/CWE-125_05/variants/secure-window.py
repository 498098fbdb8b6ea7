import io
import struct


class BrokenPicture(Exception):
    pass


class Picture:
    """What one picture has written of the memory; nothing beyond can be reached."""

    def __init__(self, memory):
        self._memory, self._end = memory, 0

    def append(self, value):
        if self._end == len(self._memory):
            raise BrokenPicture("too many pixels")
        self._memory[self._end] = value
        self._end += 1

    def back(self, distance):
        if not 1 <= distance <= self._end:
            raise BrokenPicture("nothing lies there")
        return self._memory[self._end - distance]

    def whole(self):
        if self._end != len(self._memory):
            raise BrokenPicture("too few pixels")
        return self._memory.tobytes()


def read(file):
    try:
        while first := file.read(1):
            if first != b"\0":
                yield first[0], None, struct.unpack("B", file.read(1))[0]
            else:
                distance, count = struct.unpack("2B", file.read(2))
                yield count, distance, None
    except struct.error:
        raise BrokenPicture("the file ends too early") from None


class Unpacker:
    def __init__(self, width, height):
        self._memory = bytearray(width * height)

    def unpack(self, data):
        picture = Picture(memoryview(self._memory))
        for count, distance, value in read(io.BytesIO(data)):
            for _ in range(count):
                picture.append(value if distance is None else picture.back(distance))
        return picture.whole()

    def pixels_used(self, data):
        return sum(count for count, _, _ in read(io.BytesIO(data)))
