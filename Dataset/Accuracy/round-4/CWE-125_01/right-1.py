from dataclasses import dataclass, field


@dataclass
class Gateway:
    _memory: bytearray = field(default_factory=lambda: bytearray(1024), init=False, repr=False)
    _kept: list = field(default_factory=list, init=False, repr=False)

    def receive(self, frame):
        try:
            with memoryview(self._memory) as whole, whole[:len(frame)] as arrived:
                arrived[:] = frame
                kind, high, low, *_ = arrived
                want = high << 8 | low
                payload = arrived[3:][:want].tobytes()
        except ValueError as error:
            raise ValueError("frame cannot be read") from error
        if len(payload) != want:
            raise ValueError("payload shorter than announced")
        match kind:
            case 1:
                self._kept.append(payload)
                return b"\x04\x00\x00"
            case 2:
                return bytes((3, high, low)) + payload
        raise ValueError("unknown kind")

    def reports(self):
        return self._kept[:]
