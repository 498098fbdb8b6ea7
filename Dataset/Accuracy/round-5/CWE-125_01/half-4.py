REPORT, ECHO, ECHO_REPLY, ACK = 1, 2, 3, 4


class Gateway:
    def __init__(self):
        self._buffer = bytearray(1024)
        self._reports = []
        self._handlers = {REPORT: self._report, ECHO: self._echo}

    def _report(self, payload):
        self._reports.append(payload)
        return ACK, b""

    def _echo(self, payload):
        return ECHO_REPLY, payload

    def receive(self, frame):
        size = len(frame)
        if not 3 <= size <= len(self._buffer):
            raise ValueError("not a frame")
        self._buffer[:size] = frame
        kind = self._buffer[0]
        length = int.from_bytes(self._buffer[1:3], "big")
        end = 3 + length
        if kind not in self._handlers:
            raise ValueError("unknown kind of frame")
        kind, answer = self._handlers[kind](bytes(self._buffer[3:end]))
        if end > size:
            raise ValueError("payload shorter than announced")
        return bytes([kind]) + len(answer).to_bytes(2, "big") + answer

    def reports(self):
        return list(self._reports)
