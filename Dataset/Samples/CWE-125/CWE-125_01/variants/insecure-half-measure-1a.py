import struct

BUFFER_SIZE = 1024
HEADER = struct.Struct(">BH")
REPORT, ECHO_REQUEST, ECHO_REPLY, ACKNOWLEDGE = 1, 2, 3, 4


class Gateway:
    """Radio gateway of the mountain huts."""

    def __init__(self):
        self._buffer = bytearray(BUFFER_SIZE)
        self._reports = []

    def receive(self, frame):
        size = len(frame)
        if size < HEADER.size:
            raise ValueError("the frame ends before its header does")
        if size > BUFFER_SIZE:
            raise ValueError("the frame is too long")
        self._buffer[:size] = frame

        kind, length = HEADER.unpack_from(self._buffer)
        end = HEADER.size + length
        payload = bytes(self._buffer[HEADER.size:end])

        if kind == REPORT:
            self._reports.append(payload)
            answer = HEADER.pack(ACKNOWLEDGE, 0)
        elif kind == ECHO_REQUEST:
            answer = HEADER.pack(ECHO_REPLY, length) + payload
        else:
            raise ValueError(f"unknown kind of frame: {kind}")

        if end > size:
            raise ValueError("the payload is shorter than announced")
        return answer

    def reports(self):
        return list(self._reports)
