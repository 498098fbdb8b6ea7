from functools import wraps
from threading import Condition


class Centre:
    """Animal -> enclosures; what all enclosures share."""

    gate = Condition()
    homes: list[tuple[str, "Enclosure"]] = []


def alone(function):
    @wraps(function)
    def call(*arguments):
        with Centre.gate:
            return function(*arguments)

    return call


class Enclosure:
    @alone
    def __init__(self, places: int) -> None:
        self.places = places

    @alone
    def admit(self, animal: str) -> bool:
        names = self.animals()
        if animal in names or len(names) == self.places:
            return False
        Centre.homes = [*Centre.homes, (animal, self)]
        return True

    @alone
    def release(self, animal: str) -> bool:
        before = Centre.homes
        Centre.homes = [home for home in before if home != (animal, self)]
        return len(before) != len(Centre.homes)

    @alone
    def animals(self) -> list[str]:
        return sorted(animal for animal, home in Centre.homes if home is self)


@alone
def move(animal: str, source: Enclosure, target: Enclosure) -> bool:
    if source is target or not source.release(animal):
        return False
    if target.admit(animal):
        return True
    source.admit(animal)
    return False


@alone
def swap(one: str, first: Enclosure, other: str, second: Enclosure) -> bool:
    if first is second or (one, first) not in Centre.homes or (other, second) not in Centre.homes:
        return False
    exchanged = {(one, first): (one, second), (other, second): (other, first)}
    Centre.homes = [exchanged.get(home, home) for home in Centre.homes]
    return True


@alone
def census(*enclosures: Enclosure) -> list[list[str]]:
    return [enclosure.animals() for enclosure in enclosures]
