import threading


class _Round:
    """What was counted since the last hand-over, and the lock for it."""

    def __init__(self):
        self.lock = threading.Lock()
        self.counts = {}        # place: species: number
        self.total = 0
        self.bars = 0           # how many were given

    def put(self, place, species, number):
        shelf = self.counts.setdefault(place, {})
        have = shelf.get(species, 0)
        total = self.total
        shelf[species] = have + number
        self.total = total + number

    def take(self, place, species, number):
        shelf = self.counts.get(place, {})
        have = shelf.get(species, 0)
        if have < number:
            return False
        if have > number:
            shelf[species] = have - number
        else:
            del shelf[species]
            if not shelf:
                del self.counts[place]
        self.total -= number
        return True


class Night:
    def __init__(self, every):
        self._every = every
        self._round = _Round()

    def carried(self, place, species, number):
        with self._round.lock:
            now = self._round
            now.put(place, species, number)
            worth = max(0, now.total // self._every - now.bars)
            now.bars += worth
            return worth

    def mistake(self, place, species, number):
        with self._round.lock:
            return self._round.take(place, species, number)

    def moved(self, place, other, species, number):
        with self._round.lock:
            now = self._round
            if not now.take(place, species, number):
                return False
            now.put(other, species, number)
            return True

    def at(self, place):
        with self._round.lock:
            return dict(self._round.counts.get(place, {}))

    def total(self):
        with self._round.lock:
            return self._round.total

    def hand_over(self):
        with self._round.lock:
            over = self._round
            self._round = _Round()
            return over.counts
