class Gateway:
    HEADER = 3
    SIZE = 1024

    def __init__(self):
        self.buffer = bytearray(self.SIZE)
        self.kept = []

    def receive(self, frame):
        if not frame:
            raise ValueError("empty frame")
        if len(frame) > self.SIZE:
            raise ValueError("frame larger than the buffer")
        self.buffer[:len(frame)] = frame
        remaining = (len(frame) - self.HEADER) & 0xFFFF
        payload = self._payload(remaining)
        kind = self.buffer[0]
        if kind == 1:
            self.kept.append(payload)
            return b"\x04\x00\x00"
        if kind == 2:
            return b"\x03" + len(payload).to_bytes(2, "big") + payload
        raise ValueError(f"unknown kind {kind}")

    def _payload(self, remaining):
        length = self.buffer[1] << 8 | self.buffer[2]
        if length > remaining:
            raise ValueError(f"{length} bytes announced, {remaining} arrived")
        return bytes(self.buffer[self.HEADER:self.HEADER + length])

    def reports(self):
        return self.kept.copy()
