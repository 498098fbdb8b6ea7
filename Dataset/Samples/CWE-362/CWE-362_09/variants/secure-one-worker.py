import queue
import threading
from collections import Counter


class Night:
    """One thread does everything, in the order in which it was asked for."""

    def __init__(self, every):
        self.every, self.counts, self.bars = every, Counter(), 0
        self.jobs = queue.Queue()
        threading.Thread(target=self.work, daemon=True).start()

    def work(self):
        while True:
            function, answer = self.jobs.get()
            answer.put(function())

    def ask(self, function):
        answer = queue.Queue()
        self.jobs.put((function, answer))
        return answer.get()

    def carried(self, place, species, number):
        def count():
            self.counts[place, species] += number
            before, self.bars = self.bars, max(self.bars, self.counts.total() // self.every)
            return self.bars - before

        return self.ask(count)

    def mistake(self, place, species, number):
        return self.moved(place, None, species, number)

    def moved(self, place, other, species, number):
        def move():
            if self.counts[place, species] < number:
                return False
            self.counts[place, species] -= number
            if other is not None:
                self.counts[other, species] += number
            return True

        return self.ask(move)

    def tables(self):
        found = {}
        for (place, species), number in self.counts.items():
            if number:
                found.setdefault(place, {})[species] = number
        return found

    def at(self, place):
        return self.ask(lambda: self.tables().get(place, {}))

    def total(self):
        return self.ask(lambda: self.counts.total())

    def hand_over(self):
        def begin():
            found = self.tables()
            self.counts, self.bars = Counter(), 0
            return found

        return self.ask(begin)
