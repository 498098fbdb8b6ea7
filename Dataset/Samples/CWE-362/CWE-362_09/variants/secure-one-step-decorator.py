import functools
import threading
from collections import defaultdict

lock = threading.RLock()


def step(method):
    @functools.wraps(method)
    def locked(*arguments):
        lock.acquire()
        try:
            return method(*arguments)
        finally:
            lock.release()

    return locked


class Night:
    def __init__(self, every):
        self.every = every
        self.reports, self.highest = [], 0

    @step
    def total(self):
        return sum(number for *_, number in self.reports)

    @step
    def at(self, place):
        found = defaultdict(int)
        for where, species, number in self.reports:
            if where == place:
                found[species] += number
        return {species: number for species, number in found.items() if number > 0}

    @step
    def carried(self, place, species, number):
        self.reports.append((place, species, number))
        before = self.highest
        self.highest = max(before, self.total())
        return self.highest // self.every - before // self.every

    @step
    def mistake(self, place, species, number):
        if self.at(place).get(species, 0) >= number:
            self.reports.append((place, species, -number))
            return True
        return False

    @step
    def moved(self, place, other, species, number):
        done = self.mistake(place, species, number)
        if done:
            self.reports.append((other, species, number))
        return done

    @step
    def hand_over(self):
        places = {place for place, *_ in self.reports}
        found = {place: table for place in sorted(places) if (table := self.at(place))}
        self.reports, self.highest = [], 0
        return found
