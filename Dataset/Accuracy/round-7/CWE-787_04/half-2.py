SIZE = 4


class CueMemory:
    def __init__(self, shows, slots):
        self.shows = shows
        self.slots = slots
        self._counts = [0] * shows
        self._memory = bytearray(shows * slots * SIZE)

    def _locate(self, show, position):
        """Return (offset of the position, offset behind the last cue)."""
        if not 0 <= show < self.shows:
            raise ValueError(f"no show {show}")
        if not 0 <= position <= self._counts[show]:
            raise ValueError(f"no position {position} in show {show}")
        base = show * self.slots * SIZE
        return base + position * SIZE, base + self._counts[show] * SIZE

    def insert(self, show, position, cue):
        at, end = self._locate(show, position)
        if len(cue) != SIZE:
            raise ValueError("a cue must be exactly 4 bytes")
        if self._counts[show] >= self.slots:
            raise ValueError(f"the bank of show {show} is full")
        self._memory[at:end + SIZE] = cue + self._memory[at:end]
        self._counts[show] += 1

    def remove(self, show, position):
        at, end = self._locate(show, position)
        if not self._counts[show]:
            raise ValueError(f"show {show} has no cues")
        cue = bytes(self._memory[at:at + SIZE])
        rest = self._memory[at + SIZE:end]
        self._memory[at:at + len(rest) + SIZE] = rest + bytes(SIZE)
        self._counts[show] -= 1
        return cue

    def cues(self, show):
        start, end = self._locate(show, 0)
        return [bytes(self._memory[i:i + SIZE]) for i in range(start, end, SIZE)]

    def image(self):
        return bytes(self._memory)
