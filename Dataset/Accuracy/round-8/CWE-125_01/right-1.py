HEADER = 3
REPORT, ECHO_REQUEST = 1, 2


class Gateway:
    def __init__(self):
        self._buffer = bytearray(1024)
        self._reports = []

    def receive(self, frame):
        arrived = len(frame)
        if arrived < HEADER:
            raise ValueError("the frame is shorter than its header")
        if arrived > len(self._buffer):
            raise ValueError("the frame is too long")
        self._buffer[:arrived] = frame
        kind = self._buffer[0]
        length = int.from_bytes(self._buffer[1:HEADER], "big")
        if HEADER + length > arrived:
            raise ValueError("the payload is shorter than announced")
        payload = bytes(self._buffer[HEADER:HEADER + length])
        if kind == REPORT:
            self._reports.append(payload)
            return b"\x04\x00\x00"
        if kind == ECHO_REQUEST:
            return b"\x03" + length.to_bytes(2, "big") + payload
        raise ValueError("unknown kind of frame")

    def reports(self):
        return list(self._reports)
