from dataclasses import dataclass, field


class FrameError(ValueError):
    pass


@dataclass
class Gateway:
    _buffer: bytearray = field(default_factory=lambda: bytearray(1024))
    _reports: list = field(default_factory=list)

    def receive(self, frame):
        size = len(frame)
        if size < 3:
            raise FrameError("header incomplete")
        if size > len(self._buffer):
            raise FrameError("frame larger than the buffer")
        self._buffer[0:size] = frame
        kind = self._buffer[0]
        length = self._buffer[1] << 8 | self._buffer[2]
        if 3 + length != size:
            raise FrameError("length does not match the frame")
        end = 3 + length
        handlers = {1: self._report, 2: self._echo}
        if kind not in handlers:
            raise FrameError("unknown kind")
        return handlers[kind](end)

    def _report(self, end):
        self._reports.append(bytes(self._buffer[3:end]))
        return b"\x04\x00\x00"

    def _echo(self, end):
        return b"\x03" + bytes(self._buffer[1:end])

    def reports(self):
        return list(self._reports)
