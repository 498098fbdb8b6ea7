import struct

HEADER = struct.Struct(">BH")
REPORT, ECHO_REQUEST, ECHO, RECEIVED = 1, 2, 3, 4


class Gateway:
    def __init__(self):
        self._buffer = bytearray(1024)
        self._reports = []

    def receive(self, frame):
        if not HEADER.size <= len(frame) <= len(self._buffer):
            raise ValueError("not a frame")
        self._buffer[:len(frame)] = frame
        kind, length = HEADER.unpack_from(self._buffer)
        end = HEADER.size + length
        answer = self._answer(kind, end)
        if end > len(frame):
            raise ValueError("the payload is shorter than announced")
        return answer

    def _answer(self, kind, end):
        payload = bytes(self._buffer[HEADER.size:end])
        if kind == REPORT:
            self._reports.append(payload)
            return HEADER.pack(RECEIVED, 0)
        if kind == ECHO_REQUEST:
            return HEADER.pack(ECHO, len(payload)) + payload
        raise ValueError(f"unknown kind {kind}")

    def reports(self):
        return list(self._reports)
