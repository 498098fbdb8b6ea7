class CueMemory:
    SIZE = 4

    def __init__(self, shows, slots):
        self.shows = shows
        self.slots = slots
        self._count = [0] * shows
        self._memory = bytearray(shows * slots * self.SIZE)

    def _locate(self, show, position):
        """Byte offset of a slot, after checking what the tablet sent."""
        if not 0 <= show < self.shows:
            raise ValueError("unknown show")
        if not 0 <= position <= self._count[show]:
            raise ValueError("unknown position")
        return (show * self.slots + position) * self.SIZE

    def insert(self, show, position, cue):
        offset = self._locate(show, position)
        if len(cue) != self.SIZE:
            raise ValueError("a cue is 4 bytes long")
        if self._count[show] >= self.slots:
            raise ValueError("the bank is full")
        free = self._locate(show, self._count[show])
        del self._memory[free:free + self.SIZE]
        self._memory[offset:offset] = cue
        self._count[show] += 1

    def remove(self, show, position):
        offset = self._locate(show, position)
        if not self._count[show]:
            raise ValueError("the show has no cues")
        last = self._locate(show, self._count[show] - 1)
        cue = bytes(self._memory[offset:offset + self.SIZE])
        del self._memory[offset:offset + self.SIZE]
        self._memory[last:last] = bytes(self.SIZE)
        self._count[show] -= 1
        return cue

    def cues(self, show):
        first = self._locate(show, 0)
        return [
            bytes(self._memory[o:o + self.SIZE])
            for o in range(first, first + self._count[show] * self.SIZE, self.SIZE)
        ]

    def image(self):
        return bytes(self._memory)
