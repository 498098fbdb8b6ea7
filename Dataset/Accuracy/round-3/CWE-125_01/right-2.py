class _Cursor:
    def __init__(self, buffer, end):
        self.buffer, self.at, self.end = buffer, 0, end

    def take(self, count):
        stop = self.at + count
        if not self.at <= stop <= self.end:
            raise ValueError(f"{count} bytes wanted at {self.at}, frame ends at {self.end}")
        piece, self.at = bytes(self.buffer[self.at:stop]), stop
        return piece


class Gateway:
    def __init__(self):
        self.__buffer = bytearray(1024)
        self.__reports = ()
        self.__handlers = {b"\x01": self.__report, b"\x02": self.__echo}

    def __report(self, size, payload):
        self.__reports += (payload,)
        return b"\x04\x00\x00"

    def __echo(self, size, payload):
        return b"".join((b"\x03", size, payload))

    def receive(self, frame):
        if (end := len(frame)) > len(self.__buffer):
            raise ValueError("frame exceeds 1024 bytes")
        try:
            self.__buffer[:end] = frame
            cursor = _Cursor(self.__buffer, end)
            kind, size = cursor.take(1), cursor.take(2)
            payload = cursor.take(int.from_bytes(size, "big"))
        finally:
            for i in range(len(self.__buffer)):
                self.__buffer[i] = 0
        try:
            handler = self.__handlers[kind]
        except KeyError:
            raise ValueError("unknown kind of frame") from None
        return handler(size, payload)

    def reports(self):
        return [*self.__reports]
