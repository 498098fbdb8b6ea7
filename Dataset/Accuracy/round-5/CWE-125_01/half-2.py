class Gateway:
    """Works only on the first `_used` bytes of the shared buffer."""

    SIZE = 1024

    def __init__(self):
        self._buffer = bytearray(self.SIZE)
        self._used = 0
        self._reports = []

    def _load(self, frame):
        if len(frame) > self.SIZE:
            raise ValueError("frame does not fit into the buffer")
        for used, byte in enumerate(frame, 1):
            self._buffer[used - 1] = byte
            self._used = used

    def _read(self, start, count):
        if start + count > self._used:
            raise ValueError("frame is shorter than it claims")
        return bytes(self._buffer[start:start + count])

    def receive(self, frame):
        self._load(frame)
        header = self._read(0, 3)
        length = int.from_bytes(header[1:3], "big")
        payload = self._read(3, length)
        if header[0] == 1:
            self._reports.append(payload)
            return b"\x04\x00\x00"
        if header[0] == 2:
            return b"\x03" + header[1:3] + payload
        raise ValueError("unknown kind %d" % header[0])

    def reports(self):
        return list(self._reports)
