class Gateway:
    def __init__(self):
        self.buffer = bytearray(1024)
        self.stored = []

    def receive(self, frame):
        n = len(frame)
        if n > 1024 or n < 3:
            return b""
        self.buffer[:n] = frame
        kind = self.buffer[0]
        length = int.from_bytes(self.buffer[1:3], "big")
        if length > n:
            return b""
        payload = bytes(self.buffer[3:3 + length])
        if kind == 1:
            self.stored.append(payload)
            return b"\x04\x00\x00"
        if kind == 2:
            return b"\x03" + self.buffer[1:3] + payload
        return b""

    def reports(self):
        return self.stored
