import struct

HEADER = struct.Struct(">BH")
REPORT, ECHO, ECHO_REPLY, ACK = 1, 2, 3, 4


class Gateway:
    def __init__(self):
        self._buffer = bytearray(1024)
        self._reports = []

    def receive(self, frame):
        size = len(frame)
        if size < HEADER.size:
            raise ValueError("frame ends before its header")
        if size > len(self._buffer):
            raise ValueError("frame does not fit the buffer")
        self._buffer[:size] = frame
        kind, length = HEADER.unpack_from(self._buffer)
        if length > size:
            raise ValueError("frame announces more payload than it brings")
        payload = bytes(self._buffer[HEADER.size:HEADER.size + length])
        if kind == REPORT:
            self._reports.append(payload)
            return HEADER.pack(ACK, 0)
        if kind == ECHO:
            return HEADER.pack(ECHO_REPLY, length) + payload
        raise ValueError("unknown kind of frame")

    def reports(self):
        return list(self._reports)
