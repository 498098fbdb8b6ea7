from contextlib import contextmanager
from struct import Struct


class Gateway:
    _HEAD = Struct("!BH")

    def __init__(self):
        self._memory = bytearray(1024)
        self._archive = []
        self._handlers = {1: self._report, 2: self._echo}

    @contextmanager
    def _arrived(self, frame):
        if len(frame) > len(self._memory):
            raise ValueError("frame is larger than the gateway's memory")
        whole = memoryview(self._memory)
        window = whole[:len(frame)]
        try:
            window[:] = frame
            yield window
        finally:
            window[:] = bytes(len(window))
            window.release()
            whole.release()

    def _report(self, payload):
        self._archive.append(payload)
        return 4, b""

    def _echo(self, payload):
        return 3, payload

    def receive(self, frame):
        with self._arrived(frame) as window:
            if len(window) < self._HEAD.size:
                raise ValueError("no complete header")
            kind, announced = self._HEAD.unpack(window[:self._HEAD.size])
            payload = window[self._HEAD.size:][:announced].tobytes()
        if len(payload) != announced:
            raise ValueError("payload is incomplete")
        try:
            handler = self._handlers[kind]
        except KeyError:
            raise ValueError(f"unknown kind {kind}") from None
        answer, body = handler(payload)
        return self._HEAD.pack(answer, len(body)) + body

    def reports(self):
        return [*self._archive]
