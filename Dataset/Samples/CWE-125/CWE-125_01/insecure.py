import struct

REPORT, ECHO_REQUEST, ECHO_REPLY, RECEIVED = 1, 2, 3, 4
HEADER = struct.Struct(">BH")


class Gateway:
    def __init__(self):
        self.buffer = bytearray(1024)
        self._reports = []

    def receive(self, frame):
        self.buffer[:len(frame)] = frame
        kind, length = HEADER.unpack_from(self.buffer)
        payload = bytes(self.buffer[HEADER.size:HEADER.size + length])
        if kind == REPORT:
            self._reports.append(payload)
            return HEADER.pack(RECEIVED, 0)
        if kind == ECHO_REQUEST:
            return HEADER.pack(ECHO_REPLY, length) + payload
        raise ValueError(f"unknown kind {kind}")

    def reports(self):
        return list(self._reports)
