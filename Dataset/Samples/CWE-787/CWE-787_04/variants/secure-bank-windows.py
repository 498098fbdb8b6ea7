class Bank:
    """The window of one show; a memoryview cannot grow, and refuses what is of another size."""

    def __init__(self, window):
        self.window = window
        self.size = 0

    def insert(self, position, cue):
        at = 4 * position
        if not 0 <= at <= self.size or self.size + 4 > len(self.window):
            raise ValueError("the cue does not fit in there")
        if len(cue) != 4:
            raise ValueError("the cue is too long or too short")
        self.window[at + 4:self.size + 4] = bytes(self.window[at:self.size])
        self.window[at:at + 4] = cue
        self.size += 4

    def remove(self, position):
        at = 4 * position
        if not 0 <= at < self.size:
            raise ValueError("no such cue")
        cue = bytes(self.window[at:at + 4])
        self.window[at:self.size] = bytes(self.window[at + 4:self.size]) + bytes(4)
        self.size -= 4
        return cue

    def cues(self):
        return [bytes(self.window[at:at + 4]) for at in range(0, self.size, 4)]


class CueMemory:
    def __init__(self, shows, slots):
        self.memory = bytearray(shows * slots * 4)
        whole = memoryview(self.memory)
        self.banks = {n: Bank(whole[n * slots * 4:(n + 1) * slots * 4]) for n in range(shows)}

    def insert(self, show, position, cue):
        self.banks[show].insert(position, cue)

    def remove(self, show, position):
        return self.banks[show].remove(position)

    def cues(self, show):
        return self.banks[show].cues()

    def image(self):
        return bytes(self.memory)
