CUE_SIZE = 4


class CueMemory:
    """All banks share one buffer. Writes go through a memoryview of the bank:
    it cannot grow, and it raises ValueError for data of another length."""

    def __init__(self, shows, slots):
        size = slots * CUE_SIZE
        self._slots = slots
        self._mem = bytearray(shows * size)
        view = memoryview(self._mem)
        self._banks = [view[n * size:(n + 1) * size] for n in range(shows)]
        self._used = [0] * shows

    def _bank(self, show):
        if not 0 <= show < len(self._banks):
            raise ValueError("no such show")
        return self._banks[show], self._used[show]

    def insert(self, show, position, cue):
        bank, used = self._bank(show)
        if used >= self._slots:
            raise ValueError("bank full")
        if not 0 <= position <= used:
            raise ValueError("no such position")
        at, end = position * CUE_SIZE, used * CUE_SIZE
        bank[at + CUE_SIZE:end + CUE_SIZE] = bytes(bank[at:end])
        bank[at:at + CUE_SIZE] = cue
        self._used[show] = used + 1

    def remove(self, show, position):
        bank, used = self._bank(show)
        if not 0 <= position < used:
            raise ValueError("no such cue")
        at, end = position * CUE_SIZE, used * CUE_SIZE
        cue = bytes(bank[at:at + CUE_SIZE])
        bank[at:end] = bytes(bank[at + CUE_SIZE:end]) + bytes(CUE_SIZE)
        self._used[show] = used - 1
        return cue

    def cues(self, show):
        bank, used = self._bank(show)
        return [bytes(bank[n * CUE_SIZE:(n + 1) * CUE_SIZE]) for n in range(used)]

    def image(self):
        return bytes(self._mem)
