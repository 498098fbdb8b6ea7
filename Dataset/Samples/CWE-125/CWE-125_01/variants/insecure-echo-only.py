import struct

HEADER = ">BH"


class Gateway:
    def __init__(self):
        self._buffer = bytearray(1024)
        self._reports = []

    def receive(self, frame):
        view = memoryview(self._buffer)
        view[:len(frame)] = frame
        kind, length = struct.unpack_from(HEADER, view)
        if kind == 2:
            if length > len(frame) - 3:
                raise ValueError("echo is shorter than its length says")
            return struct.pack(HEADER, 3, length) + bytes(view[3:3 + length])
        self._reports.append(bytes(view[3:3 + length]))
        return struct.pack(HEADER, 4, 0)

    def reports(self):
        return self._reports.copy()
