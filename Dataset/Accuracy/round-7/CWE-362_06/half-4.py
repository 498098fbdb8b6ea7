import functools
import threading

_centre = threading.Lock()


def _one_step(function):
    @functools.wraps(function)
    def call(*args):
        with _centre:
            return function(*args)
    return call


class Enclosure:
    def __init__(self, places):
        self._places = places
        self._inside = set()

    def _is_full(self):
        return len(self._inside) == self._places

    @_one_step
    def admit(self, animal):
        if self._is_full() or animal in self._inside:
            return False
        self._inside.add(animal)
        return True

    @_one_step
    def release(self, animal):
        if animal not in self._inside:
            return False
        self._inside.remove(animal)
        return True

    def animals(self):
        return sorted(self._inside.copy())


@_one_step
def move(animal, source, target):
    if source is target or animal not in source._inside or target._is_full():
        return False
    target._inside.add(animal)
    source._inside.remove(animal)
    return True


@_one_step
def swap(one, first, other, second):
    if first is second or one not in first._inside or other not in second._inside:
        return False
    first._inside = first._inside - {one} | {other}
    second._inside = second._inside - {other} | {one}
    return True


@_one_step
def census(*enclosures):
    return [enclosure.animals() for enclosure in enclosures]
