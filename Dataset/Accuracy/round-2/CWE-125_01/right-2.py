import struct


class Gateway:
    def __init__(self):
        self._ram = bytearray(1024)
        self._log = []
        self._worker = self._work()
        next(self._worker)

    def _work(self):
        answer = None
        while True:
            count = yield answer
            try:
                kind, length = struct.unpack_from(">BH", memoryview(self._ram)[:count])
                (payload,) = struct.unpack_from(f"{length}s", memoryview(self._ram)[:count], 3)
                answer = {1: self._report, 2: self._echo}[kind](payload)
            except (struct.error, KeyError) as problem:
                answer = ValueError(f"bad frame: {problem}")

    def _report(self, payload):
        self._log.append(payload)
        return struct.pack(">BH", 4, 0)

    def _echo(self, payload):
        return struct.pack(f">BH{len(payload)}s", 3, len(payload), payload)

    def receive(self, frame):
        if len(frame) > 1024:
            raise ValueError("frame too long")
        for place, byte in enumerate(frame):
            self._ram[place] = byte
        answer = self._worker.send(len(frame))
        if isinstance(answer, ValueError):
            raise answer
        return answer

    def reports(self):
        return self._log[:]
