from __future__ import annotations

import io
from contextlib import contextmanager
from enum import IntEnum


class Kind(IntEnum):
    REPORT = 1
    ECHO = 2
    ECHO_REPLY = 3
    ACK = 4


class Gateway:
    SIZE = 1024

    def __init__(self):
        self._memory = bytearray(self.SIZE)
        self._log = io.BytesIO()
        self._marks = [0]

    @contextmanager
    def _window(self, frame):
        """A view that covers the frame just copied in, and not a byte more."""
        if len(frame) > self.SIZE:
            raise ValueError("frame too long")
        with memoryview(self._memory) as whole:
            whole[:len(frame)] = frame
            with whole[:len(frame)] as view, view.toreadonly() as fixed:
                yield fixed

    def receive(self, frame):
        with self._window(frame) as view:
            match view.tolist():
                case [kind, high, low, *rest] if len(rest) >= (length := high << 8 | low):
                    body = bytes(rest[:length])
                case _:
                    raise ValueError("truncated frame")
        match kind:
            case Kind.REPORT:
                self._log.seek(0, io.SEEK_END)
                self._log.write(body)
                self._marks.append(self._log.tell())
                return bytes([Kind.ACK, 0, 0])
            case Kind.ECHO:
                return bytes([Kind.ECHO_REPLY, high, low]) + body
        raise ValueError("unknown kind")

    def reports(self):
        data = self._log.getvalue()
        return [data[a:b] for a, b in zip(self._marks, self._marks[1:])]
