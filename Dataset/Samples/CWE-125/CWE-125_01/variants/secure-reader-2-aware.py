import struct

HEADER = struct.Struct(">BH")
SIZE = 1024
REPORT, ECHO, ECHO_REPLY, RECEIVED = 1, 2, 3, 4


class Gateway:
    def __init__(self):
        self._buffer = bytearray(SIZE)
        self._reports = []

    def _load(self, frame):
        """Copy the frame to the buffer and return a view of just its bytes."""
        size = len(frame)
        if size > SIZE:
            raise ValueError("frame is too long")
        view = memoryview(self._buffer)[:size]
        view[:] = frame
        return view

    def receive(self, frame):
        view = self._load(frame)
        if len(view) < HEADER.size:
            raise ValueError("frame ends within its header")
        kind, length = HEADER.unpack_from(view)
        if length > len(view) - HEADER.size:
            raise ValueError("payload is shorter than announced")
        payload = bytes(view[HEADER.size:HEADER.size + length])

        if kind == REPORT:
            self._reports.append(payload)
            return HEADER.pack(RECEIVED, 0)
        if kind == ECHO:
            return HEADER.pack(ECHO_REPLY, length) + payload
        raise ValueError(f"unknown kind of frame: {kind}")

    def reports(self):
        return self._reports.copy()
