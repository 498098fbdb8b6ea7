class Gateway:
    HEADER = 3

    def __init__(self):
        self._buffer = bytearray(1024)
        self._kept = []
        self._waiting = False

    def _payload(self):
        length = int.from_bytes(self._buffer[1:3], "big")
        return bytes(self._buffer[self.HEADER:self.HEADER + length])

    def _settle(self):
        if self._waiting:
            self._kept.append(self._payload())
            self._waiting = False

    def receive(self, frame):
        size = len(frame)
        if size > len(self._buffer):
            raise ValueError("frame is longer than the buffer")
        if size >= self.HEADER:
            self._settle()
        self._buffer[:size] = frame
        if size < self.HEADER:
            raise ValueError("frame is shorter than its header")
        kind, length = self._buffer[0], int.from_bytes(self._buffer[1:3], "big")
        if length > size - self.HEADER:
            raise ValueError("payload is shorter than announced")
        if kind == 1:
            self._waiting = True
            return b"\x04\x00\x00"
        if kind == 2:
            return b"\x03" + bytes(self._buffer[1:3]) + self._payload()
        raise ValueError("unknown kind")

    def reports(self):
        self._settle()
        return list(self._kept)
