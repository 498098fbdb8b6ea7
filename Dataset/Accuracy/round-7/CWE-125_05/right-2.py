import contextlib
import struct


class Unpacker:
    def __init__(self, width, height):
        if width < 1 or height < 1:
            raise ValueError("a picture has at least one pixel")
        self._memory = bytearray(width * height)

    @contextlib.contextmanager
    def _clean(self):
        """The memory is empty before and after each picture, however it ends."""
        blank = bytes(len(self._memory))
        self._memory[:] = blank
        try:
            yield memoryview(self._memory)
        except struct.error as error:
            raise ValueError("an instruction is cut off") from error
        finally:
            self._memory[:] = blank

    @staticmethod
    def _each(data, on_run, on_copy):
        at = 0
        while at < len(data):
            form, action = ("BB", on_run) if data[at] else ("xBB", on_copy)
            action(*struct.unpack_from(form, data, at))
            at += struct.calcsize(form)

    def pixels_used(self, data):
        counts = []
        try:
            self._each(data, lambda n, v: counts.append(n), lambda d, n: counts.append(n))
        except struct.error as error:
            raise ValueError("an instruction is cut off") from error
        return sum(counts)

    def unpack(self, data):
        data = bytes(data)
        with self._clean() as memory:
            end = 0

            def put(value):
                nonlocal end
                if end == len(memory):
                    raise ValueError("more pixels than the picture has")
                memory[end] = value
                end += 1

            def run(n, value):
                for _ in range(n):
                    put(value)

            def copy(distance, n):
                if distance == 0 or distance > end:
                    raise ValueError("a copy must begin within what is written")
                for _ in range(n):
                    put(memory[end - distance])

            self._each(data, run, copy)
            if end != len(memory):
                raise ValueError("fewer pixels than the picture has")
            return memory.tobytes()
