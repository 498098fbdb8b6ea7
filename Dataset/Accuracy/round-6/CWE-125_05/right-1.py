import io
import struct
from contextlib import contextmanager


@contextmanager
def damage_is_a_value_error():
    try:
        yield
    except (struct.error, IndexError) as error:
        raise ValueError("damaged picture") from error


class Unpacker:
    def __init__(self, width, height):
        self._memory = bytearray(width * height)

    def _read(self, data):
        stream = io.BytesIO(data)
        while first := stream.read(1):
            if first != b"\0":
                yield first[0], None, stream.read(1)
            else:
                d, n = struct.unpack("2B", stream.read(2))
                yield n, d, b""

    def pixels_used(self, data):
        with damage_is_a_value_error():
            total = 0
            for n, d, v in self._read(data):
                if d is None and not v:
                    raise ValueError("run without a value")
                total += n
            return total

    def unpack(self, data):
        used = 0
        view = memoryview(self._memory)
        with damage_is_a_value_error():
            for n, d, v in self._read(data):
                if d is not None and used - d not in range(used):
                    raise ValueError("copy from outside")
                for _ in range(n):
                    view[used] = v[0] if d is None else view[used - d]
                    used += 1
        if used != len(view):
            raise ValueError("too few pixels")
        return view.tobytes()
