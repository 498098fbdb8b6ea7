BUFFER_SIZE = 1024
HEADER_SIZE = 3
REPORT, ECHO_REQUEST, ECHO_REPLY = 1, 2, 3
ACKNOWLEDGE = b"\x04\x00\x00"


class Gateway:
    """Radio gateway of the mountain huts."""

    def __init__(self):
        self._buffer = bytearray(BUFFER_SIZE)
        self._reports = []

    @staticmethod
    def _check(frame):
        """Compare what the frame announces with what it brings."""
        if not HEADER_SIZE <= len(frame) <= BUFFER_SIZE:
            raise ValueError("not the size of a frame")
        if frame[0] in (REPORT, ECHO_REQUEST):
            announced = int.from_bytes(frame[1:HEADER_SIZE], "big")
            if announced > len(frame) - HEADER_SIZE:
                raise ValueError("the payload is shorter than announced")

    def receive(self, frame):
        self._check(frame)
        self._buffer[:len(frame)] = frame

        kind = self._buffer[0]
        length = int.from_bytes(self._buffer[1:HEADER_SIZE], "big")
        payload = bytes(self._buffer[HEADER_SIZE:HEADER_SIZE + length])
        if kind == REPORT:
            self._reports.append(payload)
            return ACKNOWLEDGE
        return bytes([ECHO_REPLY]) + bytes(self._buffer[1:HEADER_SIZE]) + payload

    def reports(self):
        return list(self._reports)
