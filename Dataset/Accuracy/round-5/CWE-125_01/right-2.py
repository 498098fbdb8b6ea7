from functools import wraps


def wiped(method):
    @wraps(method)
    def inner(self, frame):
        try:
            return method(self, frame)
        finally:
            self.buffer[:] = bytes(1024)
    return inner


class Gateway:
    def __init__(self):
        self.buffer = bytearray(1024)
        self.log = ()

    def fields(self, limit):
        """Coroutine: send it a size, get that many bytes of the current frame."""
        at, chunk = 0, None
        while True:
            size = yield chunk
            if size > limit - at:
                raise ValueError(f"{size} bytes wanted, {limit - at} left")
            chunk, at = bytes(self.buffer[at:at + size]), at + size

    @wiped
    def receive(self, frame):
        if len(frame) > 1024:
            raise ValueError("too much for one frame")
        self.buffer[0:len(frame)] = frame
        take = self.fields(len(frame))
        next(take)
        kind, high, low = take.send(3)
        payload = take.send(high << 8 | low)
        if kind == 2:
            return bytes((3, high, low, *payload))
        if kind == 1:
            self.log += (payload,)
            return bytes((4, 0, 0))
        raise ValueError("unknown kind")

    def reports(self):
        return [*self.log]
