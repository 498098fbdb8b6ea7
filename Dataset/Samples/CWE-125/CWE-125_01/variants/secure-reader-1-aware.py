import struct

_HEADER = struct.Struct(">BH")
_SIZE = 1024


class Gateway:
    def __init__(self):
        self._buffer = bytearray(_SIZE)
        self._reports = []

    def receive(self, frame):
        arrived = len(frame)
        if arrived > _SIZE:
            raise ValueError("frame does not fit into the buffer")
        if arrived < _HEADER.size:
            raise ValueError("frame is shorter than its header")
        self._buffer[:arrived] = frame
        # everything below sees only the bytes that have just arrived
        with memoryview(self._buffer) as whole, whole[:arrived] as view:
            kind, length = _HEADER.unpack_from(view)
            if length > arrived - _HEADER.size:
                raise ValueError("payload is shorter than announced")
            payload = bytes(view[_HEADER.size:_HEADER.size + length])
        if kind == 1:
            self._reports.append(payload)
            return _HEADER.pack(4, 0)
        if kind == 2:
            return _HEADER.pack(3, length) + payload
        raise ValueError("unknown kind of frame")

    def reports(self):
        return list(self._reports)
