"""Night: one worker per night does everything, one job after the other."""
import concurrent.futures
import functools
from collections import defaultdict


def _in_turn(method):
    @functools.wraps(method)
    def wrapper(self, *args):
        return self._desk.submit(method, self, *args).result()
    return wrapper


class Night:
    def __init__(self, every):
        self._desk = concurrent.futures.ThreadPoolExecutor(max_workers=1, thread_name_prefix="night")
        self._every = every
        self._begin()

    # only the worker comes here

    def _begin(self):
        self._board = defaultdict(lambda: defaultdict(int))
        self._sum = self._best = 0

    def _tidy(self, place, species):
        if self._board[place][species] == 0:
            del self._board[place][species]
        if not self._board[place]:
            del self._board[place]

    def _enough(self, place, species, number):
        return place in self._board and self._board[place].get(species, 0) >= number

    # these are for all threads

    @_in_turn
    def carried(self, place, species, number):
        self._board[place][species] += number
        self._sum += number
        before, self._best = self._best, max(self._best, self._sum)
        return self._best // self._every - before // self._every

    @_in_turn
    def mistake(self, place, species, number):
        if enough := self._enough(place, species, number):
            self._board[place][species] -= number
            self._sum -= number
            self._tidy(place, species)
        return enough

    @_in_turn
    def moved(self, place, other, species, number):
        if enough := self._enough(place, species, number):
            self._board[place][species] -= number
            self._board[other][species] += number
            self._tidy(place, species)
        return enough

    @_in_turn
    def at(self, place):
        return dict(self._board.get(place, ()))

    @_in_turn
    def total(self):
        return self._sum

    @_in_turn
    def hand_over(self):
        archive = {place: dict(species) for place, species in self._board.items()}
        self._begin()
        return archive
