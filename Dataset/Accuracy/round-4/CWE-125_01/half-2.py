import struct


class Gateway:
    REPORT, ECHO, ECHO_REPLY, ACK, REJECT = 1, 2, 3, 4, 5
    HEADER = struct.Struct(">BH")

    def __init__(self):
        self._buffer = bytearray(1024)
        self._reports = []

    def _payload(self, length, received):
        if length > received - self.HEADER.size:
            raise ValueError("payload shorter than announced")
        return bytes(self._buffer[3:3 + length])

    def _answer(self, kind, payload=b""):
        return self.HEADER.pack(kind, len(payload)) + payload

    def receive(self, frame):
        received = len(frame)
        if not self.HEADER.size <= received <= len(self._buffer):
            raise ValueError("bad frame size")
        self._buffer[:received] = frame
        kind, length = self.HEADER.unpack_from(self._buffer)
        if kind == self.REPORT:
            self._reports.append(self._payload(length, received))
            return self._answer(self.ACK)
        if kind == self.ECHO:
            return self._answer(self.ECHO_REPLY, self._payload(length, received))
        quoted = bytes(self._buffer[:self.HEADER.size + min(length, 16)])
        return self._answer(self.REJECT, quoted)

    def reports(self):
        return list(self._reports)
