CUE = 4


class CueMemory:
    def __init__(self, shows, slots):
        self._shows = shows
        self._slots = slots
        self._counts = [0] * shows
        self._mem = bytearray(shows * slots * CUE)

    def _show(self, show):
        if not 0 <= show < self._shows:
            raise ValueError("no such show")
        return self._counts[show]

    def _offset(self, show, position, limit):
        if position > limit:
            raise ValueError("no such position")
        offset = (show * self._slots + position) * CUE
        if not 0 <= offset <= len(self._mem) - CUE:
            raise ValueError("outside of the memory")
        return offset

    def insert(self, show, position, cue):
        count = self._show(show)
        if len(cue) != CUE:
            raise ValueError("a cue has 4 bytes")
        if count >= self._slots:
            raise ValueError("bank is full")
        start = self._offset(show, position, count)
        end = self._offset(show, count, count)
        self._mem[start:end + CUE] = cue + self._mem[start:end]
        self._counts[show] = count + 1

    def remove(self, show, position):
        count = self._show(show)
        if count == 0:
            raise ValueError("no cues")
        start = self._offset(show, position, count - 1)
        last = self._offset(show, count - 1, count - 1)
        cue = bytes(self._mem[start:start + CUE])
        self._mem[start:last + CUE] = self._mem[start + CUE:last + CUE] + bytes(CUE)
        self._counts[show] = count - 1
        return cue

    def cues(self, show):
        count = self._show(show)
        base = show * self._slots * CUE
        return [bytes(self._mem[base + i * CUE:base + (i + 1) * CUE]) for i in range(count)]

    def image(self):
        return bytes(self._mem)
