import struct


class Gateway:
    SIZE = 1024

    def __init__(self):
        self._buffer = bytearray(self.SIZE)
        self._kept = []

    def receive(self, frame: bytes) -> bytes:
        if len(frame) > self.SIZE:
            return b""
        # Nothing of an earlier frame may stay behind.
        self._buffer[:] = bytes(frame) + bytes(self.SIZE - len(frame))
        kind = self._buffer[0]
        (length,) = struct.unpack_from("!H", self._buffer, 1)
        payload = bytes(self._buffer[3:3 + length])
        if kind == 1:
            self._kept.append(payload)
            return b"\x04\x00\x00"
        if kind == 2:
            return b"\x03" + len(payload).to_bytes(2, "big") + payload
        return b""

    def reports(self) -> list[bytes]:
        return self._kept[:]


if __name__ == "__main__":
    print(Gateway().receive(b"\x02\x00\x02hi"))
