class Gateway:
    SIZE = 1024

    def __init__(self):
        self.buffer = bytearray(self.SIZE)
        self.kept = []

    def receive(self, frame):
        size = len(frame)
        if size < 3:
            raise ValueError("the header is cut off")
        if size > self.SIZE:
            raise ValueError("the frame is too long")
        self.buffer[:size] = frame
        length = int.from_bytes(self.buffer[1:3], "big")
        kind = self.buffer[0]
        if kind == 1:
            return self._report(length)
        if kind == 2:
            return self._echo(length, size)
        raise ValueError(f"unknown kind {kind}")

    def _report(self, length):
        payload = bytes(self.buffer[3:3 + length])
        if len(payload) < length:
            raise ValueError("the report is shorter than announced")
        self.kept.append(payload)
        return b"\x04\x00\x00"

    def _echo(self, length, size):
        if size < 3 + length:
            raise ValueError("the echo request is shorter than announced")
        self.buffer[0] = 3
        return bytes(self.buffer[:3 + length])

    def reports(self):
        return self.kept[:]
