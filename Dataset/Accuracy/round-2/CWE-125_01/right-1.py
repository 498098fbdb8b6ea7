import logging
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from io import BytesIO

log = logging.getLogger("gateway")


class Kind(IntEnum):
    REPORT = 1
    ECHO = 2
    ECHO_REPLY = 3
    ACK = 4


def read_exactly(stream, count):
    data = stream.read(count)
    if len(data) != count:
        raise ValueError(f"wanted {count} bytes, {len(data)} are left")
    return data


@dataclass
class Gateway:
    _memory: bytearray = field(default_factory=lambda: bytearray(1024), init=False, repr=False)
    _kept: tuple = field(default=(), init=False, repr=False)

    @contextmanager
    def _loaded(self, frame):
        size = len(frame)
        if size > len(self._memory):
            raise ValueError("frame does not fit into the buffer")
        self._memory[:size] = frame
        with memoryview(self._memory) as whole, whole[:size] as part:
            yield BytesIO(part)

    def receive(self, frame):
        with self._loaded(frame) as stream:
            kind = read_exactly(stream, 1)[0]
            length = int.from_bytes(read_exactly(stream, 2), "big")
            payload = read_exactly(stream, length)
        if kind == Kind.REPORT:
            self._kept += (payload,)
            return self._frame(Kind.ACK)
        if kind == Kind.ECHO:
            return self._frame(Kind.ECHO_REPLY, payload)
        log.warning("frame of kind %d dropped", kind)
        raise ValueError("unknown kind")

    @staticmethod
    def _frame(kind, payload=b""):
        return bytes([kind]) + len(payload).to_bytes(2, "big") + payload

    def reports(self):
        return [*self._kept]
