"""A night as a journal: each call is one entry of a list of frozen states, made under one condition."""
import functools
import threading
from typing import NamedTuple


class State(NamedTuple):
    counts: tuple = ()      # of ((place, species), number), all above zero
    peak: int = 0           # the highest total so far

    @property
    def total(self):
        return sum(number for _, number in self.counts)

    def plus(self, *changes):
        """A new state, or None if somewhere there is not enough."""
        table = dict(self.counts)
        for key, number in changes:
            table[key] = table.get(key, 0) + number
        if min(table.values(), default=0) < 0:
            return None
        state = State(tuple(item for item in table.items() if item[1]), self.peak)
        return state._replace(peak=max(self.peak, state.total))

    def nested(self):
        result = {}
        for (place, species), number in self.counts:
            result[place] = {**result.get(place, {}), species: number}
        return result


def step(method):
    """Makes a function from (night, state) to (new state, answer) one step of the night."""
    @functools.wraps(method)
    def call(self, *args, **named):
        with self._turn:
            self._state, answer = method(self, self._state, *args, **named)
            return answer
    return call


class Night:
    def __init__(self, every):
        self.every = every
        self._turn = threading.Condition(threading.RLock())
        self._state = State()

    @step
    def carried(self, state, place, species, number):
        after = state.plus(((place, species), number))
        return after, after.peak // self.every - state.peak // self.every

    @step
    def mistake(self, state, place, species, number):
        after = state.plus(((place, species), -number))
        return after or state, after is not None

    @step
    def moved(self, state, place, other, species, number):
        after = state.plus(((place, species), -number), ((other, species), number))
        return after or state, after is not None

    @step
    def at(self, state, place):
        return state, state.nested().get(place, {})

    @step
    def total(self, state):
        return state, state.total

    @step
    def hand_over(self, state):
        return State(), state.nested()
