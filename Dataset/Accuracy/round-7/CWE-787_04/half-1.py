CUE = 4


class CueMemory:
    """Cue banks of all shows in one fixed piece of memory."""

    def __init__(self, shows, slots):
        self._slots = slots
        self._mem = bytearray(shows * slots * CUE)
        self._count = [0] * shows

    def _cues_in(self, show):
        try:
            return self._count[show]
        except IndexError:
            raise ValueError("no such show") from None

    def insert(self, show, position, cue):
        count = self._cues_in(show)
        if len(cue) != CUE:
            raise ValueError("a cue is 4 bytes")
        if not 0 <= position <= count:
            raise ValueError("no such position")
        if count >= self._slots:
            raise ValueError("bank is full")
        base = show * self._slots * CUE
        at = base + position * CUE
        end = base + count * CUE
        for i in range(end - 1, at - 1, -1):
            self._mem[i + CUE] = self._mem[i]
        for i in range(CUE):
            self._mem[at + i] = cue[i]
        self._count[show] = count + 1

    def remove(self, show, position):
        count = self._cues_in(show)
        if not 0 <= position < count:
            raise ValueError("no such cue")
        base = show * self._slots * CUE
        at = base + position * CUE
        end = base + count * CUE
        cue = bytes(self._mem[at + i] for i in range(CUE))
        for i in range(at, end - CUE):
            self._mem[i] = self._mem[i + CUE]
        for i in range(end - CUE, end):
            self._mem[i] = 0
        self._count[show] = count - 1
        return cue

    def cues(self, show):
        count = self._cues_in(show)
        base = show * self._slots * CUE
        return [bytes(self._mem[base + n * CUE + i] for i in range(CUE))
                for n in range(count)]

    def image(self):
        return bytes(self._mem)
