import struct

SIZE = 1024
HEADER = struct.Struct(">BH")


class Gateway:
    def __init__(self):
        self._buffer = bytearray(SIZE)
        self._view = memoryview(self._buffer)
        self._reports = []

    def receive(self, frame):
        if len(frame) > SIZE:
            raise ValueError("frame is too long")
        self._view[:len(frame)] = frame
        try:
            kind, length = HEADER.unpack_from(self._view)
        except struct.error:
            raise ValueError("frame is shorter than its header") from None
        brought = len(frame[HEADER.size:])
        if length > brought:
            raise ValueError(f"{length} bytes announced, {brought} arrived")
        payload = self._view[HEADER.size:HEADER.size + length].tobytes()
        if kind == 1:
            self._reports.append(payload)
            return HEADER.pack(4, 0)
        if kind == 2:
            return HEADER.pack(3, length) + payload
        raise ValueError(f"unknown kind {kind}")

    def reports(self):
        return list(self._reports)
