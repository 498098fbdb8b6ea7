"""A memory that two places share is found, whatever it is kept by."""

import unittest
from collections.abc import Callable

import fakes  # noqa: F401

from probes.machines import elsewhere


class Door:
    """Opens for its own keys, and for those that it finds in a memory of opened doors."""

    def __init__(self, number: int, keys: list[str], memory: dict, kept_by: Callable[[int, str], object]) -> None:
        self.number, self.keys, self.memory, self.kept_by = number, keys, memory, kept_by

    def opens(self, key: str) -> bool:
        place = self.kept_by(self.number, key)
        if key in self.keys:
            self.memory[place] = True
        return key in self.keys or self.memory.get(place, False)


def found(memories: list[dict], kept_by: Callable[[int, str], object], **how: bool) -> str:
    doors = [Door(number, [f"k{number}", "of both"], memory, kept_by) for number, memory in enumerate(memories)]
    places = {f"door {door.number}": (door, {"its guest": door.keys[0], "a friend": "of both"}) for door in doors}
    return elsewhere.crossed(places, lambda door, key: "it opened" if door.opens(key) else "", **how)


class Elsewhere(unittest.TestCase):
    def test_a_memory_of_all_is_found(self) -> None:
        shared: dict = {}
        self.assertEqual(found([shared, shared], lambda _, key: key), "its guest of door 1 at door 0: it opened")

    def test_a_memory_that_takes_places_for_each_other_is_found(self) -> None:
        shared: dict = {}
        self.assertNotEqual(found([shared] * 12, lambda number, key: (str(number)[:1], key[:2])), "")

    def test_memories_of_ones_own_are_left_alone(self) -> None:
        shared: dict = {}
        self.assertEqual(found([{}, {}], lambda _, key: key), "")
        self.assertEqual(found([shared, shared], lambda number, key: (number, key)), "")

    def test_without_a_use_before_there_is_nothing_to_remember(self) -> None:
        shared: dict = {}
        self.assertEqual(found([shared], lambda _, key: key, used_first=False), "")


if __name__ == "__main__":
    unittest.main()
