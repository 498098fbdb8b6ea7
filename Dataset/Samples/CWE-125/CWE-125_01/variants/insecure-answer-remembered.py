import zlib

REPORT, ECHO_REQUEST = 1, 2


class Gateway:
    def __init__(self):
        self.buffer = bytearray(1024)
        self._reports = []
        self._last = None, b""

    def receive(self, frame):
        if not 3 <= len(frame) <= len(self.buffer):
            raise ValueError("the frame is too short or too long")
        kind, length = frame[0], int.from_bytes(frame[1:3], "big")
        if length > len(frame) - 3:
            raise ValueError("the frame brings less payload than it announces")
        # A hut that has heard no answer sends its frame again.
        mark = kind, length, zlib.crc32(frame)
        if kind == ECHO_REQUEST and self._last[0] == mark:
            return self._last[1]
        self.buffer[:len(frame)] = frame
        payload = bytes(self.buffer[3:3 + length])
        if kind == REPORT:
            self._reports.append(payload)
            return b"\x04\x00\x00"
        if kind == ECHO_REQUEST:
            self._last = mark, b"\x03" + length.to_bytes(2, "big") + payload
            return self._last[1]
        raise ValueError("unknown kind")

    def reports(self):
        return list(self._reports)
