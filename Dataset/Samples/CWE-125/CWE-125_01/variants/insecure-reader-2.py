class Gateway:
    def __init__(self):
        self._buffer = bytearray(1024)
        self._reports = []

    def receive(self, frame):
        self._buffer[:len(frame)] = frame
        kind = self._buffer[0]
        length = int.from_bytes(self._buffer[1:3], "big")
        payload = bytes(self._buffer[3:3 + length])
        if kind == 1:
            self._reports.append(payload)
            return b"\x04\x00\x00"
        if kind == 2:
            return b"\x03" + length.to_bytes(2, "big") + payload

    def reports(self):
        return list(self._reports)
