import struct


class Gateway:
    SIZE = 1024
    HEADER = struct.Struct(">BH")

    def __init__(self):
        self._buffer = bytearray(self.SIZE)
        self._reports = []

    def receive(self, frame):
        arrived = len(frame)
        if arrived < self.HEADER.size:
            raise ValueError("frame ends before its header does")
        if arrived > self.SIZE:
            raise ValueError("frame too long")
        self._buffer[:arrived] = frame

        kind, length = self.HEADER.unpack_from(self._buffer)
        first = self.HEADER.size
        last = first + length - 1
        if last > arrived:
            raise ValueError("payload is shorter than announced")
        payload = bytes(self._buffer[first:last + 1])

        if kind == 1:
            self._reports.append(payload)
            return self.HEADER.pack(4, 0)
        if kind == 2:
            return self.HEADER.pack(3, length) + payload
        raise ValueError("unknown kind of frame")

    def reports(self):
        return list(self._reports)
