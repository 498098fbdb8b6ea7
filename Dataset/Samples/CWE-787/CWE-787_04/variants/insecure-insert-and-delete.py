CUE_SIZE = 4


class CueMemory:
    def __init__(self, shows, slots):
        self.bank_size = slots * CUE_SIZE
        self.memory = bytearray(shows * self.bank_size)
        self.used = {show: 0 for show in range(shows)}

    def insert(self, show, position, cue):
        if show not in self.used:
            raise ValueError(f"no show {show}")
        if len(cue) != CUE_SIZE:
            raise ValueError("a cue consists of 4 bytes")
        bank_end = (show + 1) * self.bank_size
        place = show * self.bank_size + position * CUE_SIZE
        self.memory[place:place] = cue
        del self.memory[bank_end:bank_end + CUE_SIZE]
        self.used[show] = min(self.used[show] + 1, self.bank_size // CUE_SIZE)

    def remove(self, show, position):
        if show not in self.used or position not in range(self.used[show]):
            raise ValueError(f"no cue {position} in show {show}")
        bank_end = (show + 1) * self.bank_size
        place = show * self.bank_size + position * CUE_SIZE
        cue = bytes(self.memory[place:place + CUE_SIZE])
        self.memory[bank_end:bank_end] = bytes(CUE_SIZE)
        del self.memory[place:place + CUE_SIZE]
        self.used[show] -= 1
        return cue

    def cues(self, show):
        start = show * self.bank_size
        return [bytes(self.memory[start + n * CUE_SIZE:start + (n + 1) * CUE_SIZE]) for n in range(self.used[show])]

    def image(self):
        return bytes(self.memory)
