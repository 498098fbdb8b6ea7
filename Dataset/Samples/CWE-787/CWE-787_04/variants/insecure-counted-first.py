CUE_SIZE = 4


class CueMemory:
    def __init__(self, shows, slots):
        self.slots = slots
        self.counts = [0] * shows
        self.memory = bytearray(shows * slots * CUE_SIZE)

    def _bounds(self, show):
        """Where the cues of the show begin and end."""
        if not 0 <= show < len(self.counts):
            raise ValueError("there is no such show")
        start = show * self.slots * CUE_SIZE
        return start, start + self.counts[show] * CUE_SIZE

    def insert(self, show, position, cue):
        start, end = self._bounds(show)
        self.counts[show] += 1
        if self.counts[show] > self.slots:
            raise ValueError("the bank is full")
        if not 0 <= position < self.counts[show]:
            raise ValueError("no cue can stand at this position")
        if len(cue) != CUE_SIZE:
            raise ValueError("a cue has 4 bytes")
        place = start + position * CUE_SIZE
        self.memory[place + CUE_SIZE:end + CUE_SIZE] = self.memory[place:end]
        self.memory[place:place + CUE_SIZE] = cue

    def remove(self, show, position):
        start, end = self._bounds(show)
        if not 0 <= position < self.counts[show]:
            raise ValueError("there is no cue at this position")
        place = start + position * CUE_SIZE
        cue = bytes(self.memory[place:place + CUE_SIZE])
        self.memory[place:end - CUE_SIZE] = self.memory[place + CUE_SIZE:end]
        self.memory[end - CUE_SIZE:end] = bytes(CUE_SIZE)
        self.counts[show] -= 1
        return cue

    def cues(self, show):
        start, end = self._bounds(show)
        return [bytes(self.memory[place:place + CUE_SIZE]) for place in range(start, end, CUE_SIZE)]

    def image(self):
        return bytes(self.memory)
