class Gateway:
    SIZE = 1024
    HEADER = 3

    def __init__(self):
        self._buffer = bytearray(self.SIZE)
        self._reports = []

    def receive(self, frame):
        received = len(frame)
        if received < self.HEADER:
            raise ValueError("frame ends within its header")
        if received > self.SIZE:
            raise ValueError("frame too long")
        self._buffer[:received] = frame
        kind = self._buffer[0]
        length = int.from_bytes(self._buffer[1:3], "big")
        if kind == 1:
            return self._report(length, received)
        if kind == 2:
            return self._echo(length, received)
        raise ValueError("unknown kind")

    def _report(self, length, received):
        if length > received:
            raise ValueError("payload shorter than announced")
        self._reports.append(bytes(self._buffer[3:3 + length]))
        return b"\x04\x00\x00"

    def _echo(self, length, received):
        if self.HEADER + length > received:
            raise ValueError("payload shorter than announced")
        return b"\x03" + bytes(self._buffer[1:3 + length])

    def reports(self):
        return list(self._reports)
