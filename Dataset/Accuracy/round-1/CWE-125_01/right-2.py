import io
import logging
from dataclasses import dataclass, field

log = logging.getLogger(__name__)


@dataclass
class Gateway:
    _buffer: bytearray = field(default_factory=lambda: bytearray(1024), init=False, repr=False)
    _reports: list = field(default_factory=list, init=False, repr=False)

    def receive(self, frame):
        size = min(len(frame), len(self._buffer))
        self._buffer[:size] = frame[:size]
        stream = io.BytesIO(bytes(self._buffer[:size]))
        kind = self._take(stream, 1)[0]
        length = self._take(stream, 2)
        payload = self._take(stream, int.from_bytes(length, "big"))
        match kind:
            case 1:
                self._reports.append(payload)
                return b"\x04\x00\x00"
            case 2:
                return b"\x03%b%b" % (length, payload)
        raise ValueError("this kind of frame is not known")

    @staticmethod
    def _take(stream, count):
        part = stream.read(count)
        if len(part) < count:
            log.warning("short frame: %d of %d bytes", len(part), count)
            raise ValueError("the frame is shorter than it says")
        return part

    def reports(self):
        return list(map(bytes, self._reports))
