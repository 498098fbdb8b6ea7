CUE_SIZE = 4


class CueMemory:
    def __init__(self, shows, slots):
        self._image = bytearray(shows * slots * CUE_SIZE)
        whole = memoryview(self._image)
        size = slots * CUE_SIZE
        # one fixed-size window per show: nothing can be written outside of it
        self._banks = [whole[i * size:(i + 1) * size] for i in range(shows)]
        self._used = [0] * shows
        self._slots = slots

    def _bank(self, show):
        if show < 0 or show >= len(self._banks):
            raise ValueError(f"show {show} does not exist")
        return self._banks[show], self._used[show]

    def insert(self, show, position, cue):
        bank, used = self._bank(show)
        if used == self._slots:
            raise ValueError("the bank is full")
        if position < 0 or position > used:
            raise ValueError(f"position {position} does not exist")
        start, end = position * CUE_SIZE, used * CUE_SIZE
        bank[start + CUE_SIZE:end + CUE_SIZE] = bytes(bank[start:end])
        # a memoryview never changes its size: a cue of another length is a ValueError
        bank[start:start + CUE_SIZE] = cue
        self._used[show] = used + 1

    def remove(self, show, position):
        bank, used = self._bank(show)
        if position < 0 or position >= used:
            raise ValueError(f"position {position} does not exist")
        start, end = position * CUE_SIZE, used * CUE_SIZE
        cue = bytes(bank[start:start + CUE_SIZE])
        bank[start:end] = bytes(bank[start + CUE_SIZE:end]) + bytes(CUE_SIZE)
        self._used[show] = used - 1
        return cue

    def cues(self, show):
        bank, used = self._bank(show)
        return [bytes(bank[i:i + CUE_SIZE]) for i in range(0, used * CUE_SIZE, CUE_SIZE)]

    def image(self):
        return bytes(self._image)
