"""Rings of groups, tried on programs that walk through them and remember what they found."""

import unittest
from collections.abc import Callable

import fakes  # noqa: F401

from probes.machines import circles

Joins = dict[str, list[str]]


def sound(name: str, joins: Joins, _known: dict[str, set[str]]) -> set[str]:
    found = {name}
    while more := {group for one in found for group in joins.get(one, ())} - found:
        found |= more
    return found


def remembered_on_the_way(name: str, joins: Joins, known: dict[str, set[str]], under: tuple[str, ...] = ()) -> set[str]:
    if name in known:
        return known[name]
    names = {name}
    for group in joins.get(name, ()):
        if group not in (*under, name):
            names |= remembered_on_the_way(group, joins, known, (*under, name))
    known[name] = names
    return names


def begun_is_done(name: str, joins: Joins, known: dict[str, set[str]]) -> set[str]:
    if name not in known:
        known[name] = {name}
        known[name] = known[name].union(*(begun_is_done(group, joins, known) for group in joins.get(name, ())))
    return known[name]


def two_steps(name: str, joins: Joins, _known: dict[str, set[str]]) -> set[str]:
    found = {name}
    for _ in range(2):
        found |= {group for one in found for group in joins.get(one, ())}
    return found


def first_group_alone(name: str, joins: Joins, _known: dict[str, set[str]]) -> set[str]:
    found: list[str] = []
    while name not in found:
        found.append(name)
        name = joins.get(name, [name])[0]
    return set(found)


def seen_by_all(name: str, joins: Joins, known: dict[str, set[str]]) -> set[str]:
    """What was walked through for one person is not walked through for the next."""
    seen, found, waiting = known.setdefault("", set()), {name}, [name]
    while waiting:
        for group in joins.get(waiting.pop(), ()):
            if group not in seen:
                seen.add(group)
                found.add(group)
                waiting.append(group)
    return found


def differs(walk: Callable[..., set[str]]) -> bool:
    for circle in circles.each():
        joins: Joins = {}
        for member, group in circle.all_joins:
            joins.setdefault(member, []).append(group)
        for order in circle.orders():
            known: dict[str, set[str]] = {}
            if any(walk(person, joins, known) != sound(person, joins, {}) for person in order):
                return True
    return False


class CirclesTest(unittest.TestCase):
    def test_each_gap_is_found(self) -> None:
        for walk in (remembered_on_the_way, begun_is_done, two_steps, first_group_alone, seen_by_all):
            self.assertTrue(differs(walk), walk.__name__)

    def test_a_sound_walk_is_found_sound(self) -> None:
        self.assertFalse(differs(sound))


if __name__ == "__main__":
    unittest.main()
