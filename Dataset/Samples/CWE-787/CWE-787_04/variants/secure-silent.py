class CueMemory:
    def __init__(self, shows, slots):
        self.shows = shows
        self.slots = slots
        self.memory = bytearray(4 * shows * slots)
        self.used = [0] * shows

    def _place(self, show, position):
        return (show * self.slots + position) * 4

    def insert(self, show, position, cue):
        if show not in range(self.shows) or position not in range(self.used[show] + 1):
            return None
        if self.used[show] >= self.slots or len(cue) != 4:
            return None
        for slot in range(self.used[show], position, -1):
            target, source = self._place(show, slot), self._place(show, slot - 1)
            self.memory[target:target + 4] = self.memory[source:source + 4]
        place = self._place(show, position)
        self.memory[place:place + 4] = cue
        self.used[show] += 1

    def remove(self, show, position):
        if show not in range(self.shows) or position not in range(self.used[show]):
            return None
        place = self._place(show, position)
        removed = bytes(self.memory[place:place + 4])
        self.used[show] -= 1
        for slot in range(position, self.used[show]):
            target, source = self._place(show, slot), self._place(show, slot + 1)
            self.memory[target:target + 4] = self.memory[source:source + 4]
        last = self._place(show, self.used[show])
        self.memory[last:last + 4] = b"\0\0\0\0"
        return removed

    def cues(self, show):
        if show not in range(self.shows):
            return []
        return [bytes(self.memory[self._place(show, n):self._place(show, n) + 4]) for n in range(self.used[show])]

    def image(self):
        return bytes(self.memory)
