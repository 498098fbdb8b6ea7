_W = 4


class CueMemory:
    def __init__(self, shows, slots):
        self._bank = slots * _W
        self._mem = bytearray(shows * self._bank)
        # offset behind the last cue of every show
        self._ends = [n * self._bank for n in range(shows)]

    def _check_show(self, show):
        if show < 0 or show >= len(self._ends):
            raise ValueError("unknown show")

    def insert(self, show, position, cue):
        self._check_show(show)
        if len(cue) != _W:
            raise ValueError("cue must have 4 bytes")
        offset = show * self._bank + position * _W
        end = self._ends[show]
        if end + _W > (show + 1) * self._bank:
            raise ValueError("bank full")
        if offset < 0 or offset > end:
            raise ValueError("bad position")
        self._mem[offset + _W:end + _W] = self._mem[offset:end]
        self._mem[offset:offset + _W] = cue
        self._ends[show] = end + _W

    def remove(self, show, position):
        self._check_show(show)
        offset = show * self._bank + position * _W
        end = self._ends[show]
        if offset < 0 or offset >= end:
            raise ValueError("bad position")
        cue = bytes(self._mem[offset:offset + _W])
        self._mem[offset:end - _W] = self._mem[offset + _W:end]
        self._mem[end - _W:end] = bytes(_W)
        self._ends[show] = end - _W
        return cue

    def cues(self, show):
        self._check_show(show)
        start, end = show * self._bank, self._ends[show]
        return [bytes(self._mem[i:i + _W]) for i in range(start, end, _W)]

    def image(self):
        return bytes(self._mem)
