import threading


class Night:
    def __init__(self, every):
        self.every = every
        self.lock = threading.Lock()
        self._begin()

    def _begin(self):
        self.counts = {}
        self.sum = 0
        self.bars = 0

    def _add(self, place, species, number):
        of_place = self.counts.setdefault(place, {})
        of_place[species] = of_place.get(species, 0) + number
        self.sum += number

    def _take(self, place, species, number):
        of_place = self.counts.get(place, {})
        if of_place.get(species, 0) < number:
            return False
        of_place[species] -= number
        if not of_place[species]:
            del of_place[species]
        if not of_place:
            del self.counts[place]
        self.sum -= number
        return True

    def carried(self, place, species, number):
        with self.lock:
            self._add(place, species, number)
            won = max(0, self.sum // self.every - self.bars)
            self.bars += won
            return won

    def mistake(self, place, species, number):
        with self.lock:
            return self._take(place, species, number)

    def moved(self, place, other, species, number):
        with self.lock:
            if not self._take(place, species, number):
                return False
            self._add(other, species, number)
            return True

    def at(self, place):
        with self.lock:
            return dict(self.counts.get(place, {}))

    def total(self):
        with self.lock:
            return self.sum

    def hand_over(self):
        with self.lock:
            handed = self.counts
            self._begin()
            return handed
