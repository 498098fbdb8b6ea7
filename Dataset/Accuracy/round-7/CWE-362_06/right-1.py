import threading
from dataclasses import dataclass, field
from functools import wraps
from typing import ClassVar


def atomic(step):
    @wraps(step)
    def taken_alone(*args, **kwargs):
        with Enclosure.centre:
            return step(*args, **kwargs)
    return taken_alone


@dataclass(eq=False)
class Enclosure:
    centre: ClassVar = threading.RLock()
    places: int
    inside: frozenset = field(default=frozenset(), init=False)

    def __post_init__(self):
        if self.places < 1:
            raise ValueError("an enclosure has at least one place")

    @property
    def free(self):
        return self.places - len(self.inside)

    @atomic
    def admit(self, animal):
        possible = self.free > 0 and animal not in self.inside
        if possible:
            self.inside |= {animal}
        return possible

    @atomic
    def release(self, animal):
        here = animal in self.inside
        self.inside -= {animal}
        return here

    @atomic
    def animals(self):
        return sorted(self.inside)


@atomic
def move(animal, source, target):
    if source is target or target.free <= 0 or animal not in source.inside:
        return False
    source.inside, target.inside = source.inside - {animal}, target.inside | {animal}
    return True


@atomic
def swap(one, first, other, second):
    if first is second or one not in first.inside or other not in second.inside:
        return False
    first.inside, second.inside = first.inside - {one} | {other}, second.inside - {other} | {one}
    return True


@atomic
def census(*enclosures):
    return [enclosure.animals() for enclosure in enclosures]
