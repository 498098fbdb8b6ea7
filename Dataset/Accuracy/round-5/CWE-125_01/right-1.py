import logging
import struct
from contextlib import contextmanager
from dataclasses import dataclass, field

log = logging.getLogger(__name__)


@dataclass(eq=False)
class Gateway:
    _memory: bytearray = field(default_factory=lambda: bytearray(1024), init=False, repr=False)
    _kept: list = field(default_factory=list, init=False, repr=False)

    @contextmanager
    def _arrived(self, frame):
        count = len(frame)
        if count > len(self._memory):
            raise ValueError("frame exceeds the buffer")
        with memoryview(self._memory) as whole, whole[:count] as window:
            window[:] = frame
            yield window

    def receive(self, frame):
        with self._arrived(frame) as window:
            try:
                kind, length = struct.unpack_from("!BH", window)
                (payload,) = struct.unpack_from(f"!{length}s", window, 3)
            except struct.error as error:
                log.warning("dropped a frame: %s", error)
                raise ValueError("truncated frame") from error
        match kind:
            case 1:
                self._kept.append(payload)
                return struct.pack("!BH", 4, 0)
            case 2:
                return struct.pack(f"!BH{length}s", 3, length, payload)
            case _:
                raise ValueError(f"kind {kind} is not served")

    def reports(self):
        return self._kept.copy()
