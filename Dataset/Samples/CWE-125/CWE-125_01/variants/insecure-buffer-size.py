import struct


class Gateway:
    def __init__(self):
        self.buffer = bytearray(1024)
        self.stored = []

    def receive(self, frame):
        if len(frame) < 3 or len(frame) > len(self.buffer):
            raise ValueError("bad frame size")
        self.buffer[:len(frame)] = frame
        kind, length = struct.unpack(">BH", self.buffer[:3])
        if 3 + length > len(self.buffer):
            raise ValueError("length is larger than the buffer")
        payload = bytes(self.buffer[3:3 + length])
        if kind == 1:
            self.stored.append(payload)
            return struct.pack(">BH", 4, 0)
        if kind == 2:
            return struct.pack(">BH", 3, length) + payload
        raise ValueError("bad kind")

    def reports(self):
        return list(self.stored)
