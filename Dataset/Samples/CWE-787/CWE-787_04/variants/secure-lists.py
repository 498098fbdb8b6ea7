class CueMemory:
    def __init__(self, shows, slots):
        self.slots = slots
        self.shows = [[] for _ in range(shows)]

    def _show(self, show):
        if show < 0:
            raise IndexError("shows are counted from 0")
        return self.shows[show]

    def insert(self, show, position, cue):
        bank = self._show(show)
        if len(bank) >= self.slots:
            raise OverflowError("no slot is free")
        if position < 0 or position > len(bank) or len(cue) != 4:
            raise ValueError("not a place or not a cue")
        bank.insert(position, bytes(cue))

    def remove(self, show, position):
        bank = self._show(show)
        if position < 0:
            raise IndexError("positions are counted from 0")
        return bank.pop(position)

    def cues(self, show):
        return list(self._show(show))

    def image(self):
        return b"".join(b"".join(bank).ljust(self.slots * 4, b"\0") for bank in self.shows)
