HEADER = 3
REPORT, ECHO, ECHO_REPLY, ACK = 1, 2, 3, 4


class Gateway:
    """Shared radio gateway with one fixed buffer."""

    def __init__(self):
        self._buffer = bytearray(1024)
        self._reports = []

    def receive(self, frame):
        received = len(frame)
        if received < HEADER:
            raise ValueError("frame ends before its header")
        if received > len(self._buffer):
            raise ValueError("frame does not fit the buffer")
        self._buffer[:received] = frame
        kind = self._buffer[0]
        length = int.from_bytes(self._buffer[1:HEADER], "big")
        last = HEADER - 1 + length
        if last > received:
            raise ValueError("payload is shorter than announced")
        payload = bytes(self._buffer[HEADER:last + 1])
        if kind == REPORT:
            self._reports.append(payload)
            return bytes([ACK, 0, 0])
        if kind == ECHO:
            return bytes([ECHO_REPLY]) + length.to_bytes(2, "big") + payload
        raise ValueError("unknown kind of frame")

    def reports(self):
        return list(self._reports)
