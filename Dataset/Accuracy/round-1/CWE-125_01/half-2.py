import struct

SIZE = 1024
HEADER = struct.Struct(">BH")
LENGTH_BITS = 0x3FF


class Gateway:
    def __init__(self):
        self._buffer = bytearray(SIZE)
        self._kept = []

    def _check(self, frame):
        if not HEADER.size <= len(frame) <= SIZE:
            raise ValueError("bad frame size")
        announced = (frame[1] << 8 | frame[2]) & LENGTH_BITS
        if HEADER.size + announced > len(frame):
            raise ValueError("payload is shorter than announced")

    def receive(self, frame):
        self._check(frame)
        self._buffer[:len(frame)] = frame
        kind, length = HEADER.unpack_from(self._buffer)
        payload = bytes(self._buffer[HEADER.size:HEADER.size + length])
        if kind == 1:
            self._kept.append(payload)
            return HEADER.pack(4, 0)
        if kind == 2:
            return HEADER.pack(3, length) + payload
        raise ValueError("unknown kind")

    def reports(self):
        return self._kept.copy()
