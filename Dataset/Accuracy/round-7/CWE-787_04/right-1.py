import ctypes
import operator


class CueMemory:
    """One ctypes block: shows x slots x 4 bytes. Its size is part of its type."""

    def __init__(self, shows, slots):
        cue_t = ctypes.c_ubyte * 4
        self._block = (cue_t * slots * shows)()
        self._fill = [0] * shows

    def _room(self, show):
        show = operator.index(show)
        if show not in range(len(self._fill)):
            raise ValueError(f"show {show} does not exist")
        return self._block[show], self._fill[show]

    def insert(self, show, position, cue):
        bank, n = self._room(show)
        if not isinstance(cue, bytes) or len(cue) != 4:
            raise ValueError("a cue is a bytes object of 4 bytes")
        if n == len(bank):
            raise ValueError(f"show {show} has no free slot")
        if position not in range(n + 1):
            raise ValueError(f"show {show} has no position {position}")
        for k in range(n, position, -1):
            bank[k] = bank[k - 1]
        ctypes.memmove(bank[position], cue, 4)
        self._fill[show] = n + 1

    def remove(self, show, position):
        bank, n = self._room(show)
        if position not in range(n):
            raise ValueError(f"show {show} has no cue {position}")
        taken = bytes(bank[position])
        for k in range(position, n - 1):
            bank[k] = bank[k + 1]
        ctypes.memset(bank[n - 1], 0, 4)
        self._fill[show] = n - 1
        return taken

    def cues(self, show):
        bank, n = self._room(show)
        return [bytes(bank[k]) for k in range(n)]

    def image(self):
        return bytes(self._block)
