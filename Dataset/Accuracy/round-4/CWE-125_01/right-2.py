import io
import struct


class Gateway:
    def __init__(self):
        self.__buffer = bytearray(1024)
        self.__log = ()

    def __load(self, frame):
        size = len(frame)
        if size > 1024:
            raise ValueError("frame does not fit")
        self.__buffer[:size] = frame
        self.__buffer[size:] = bytes(1024 - size)
        return io.BytesIO(bytes(self.__buffer[:size]))

    @staticmethod
    def __take(stream, count):
        data = stream.read(count)
        if len(data) < count:
            raise ValueError("frame ends too early")
        return data

    def receive(self, frame):
        stream = self.__load(frame)
        kind, length = struct.unpack("!BH", self.__take(stream, 3))
        payload = self.__take(stream, length)
        handler = {1: self.__keep, 2: self.__echo}.get(kind)
        if handler is None:
            raise ValueError(f"kind {kind}")
        return handler(payload)

    def __keep(self, payload):
        self.__log += (payload,)
        return struct.pack("!BH", 4, 0)

    def __echo(self, payload):
        return struct.pack(f"!BH{len(payload)}s", 3, len(payload), payload)

    def reports(self):
        return [*self.__log]
