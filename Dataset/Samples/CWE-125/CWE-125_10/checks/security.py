import itertools
import math
import struct

from harness import attempt, box, exploit_if, inconclusive, solution
from probes.machines import values

#: Begin and number of altitudes of each glider, counted in altitudes from the first one; there are 40 of them.
FIELDS = (
    ((8, 6), (0, 8), (14, 9)),
    ((0, 5), (5, 5), (12, 5)),
    ((34, 6), (28, 6), (0, 3)),
    ((20, 1), (21, 3), (10, 10)),
    ((9, 0), (0, 9), (9, 11)),
)
PLACES = 40
#: Which of two values the others' altitudes have; some lead, as numbers of a table, to a place of the file.
SEEDS = (0, 1)


def data_of(flights, seed, mine=0, shift=0, odd=(), like=False):
    """All altitudes of glider `mine` are the same whatever the seed; all others differ with it.

    `like`: with the first seed they are those of glider `mine`, again and again."""
    start = 2 + 8 * len(flights)
    begin, count = flights[mine]
    altitudes = []
    shifts = {begin + second: 900 + 50 * seed for second in odd}
    for place in range(PLACES):
        own = begin <= place < begin + count
        if like and not seed and count:
            own, place = True, begin + (place - begin) % count
        altitudes.append(500 + 7 * place % 60 + shifts.get(place, shift) if own else (0, 26 + place, 2, 1)[place % 4] + 2 * seed * (place % 4 == 1) if place % 8 < 4 else 1000 + 300 * seed + place)
    head = struct.pack("<H", len(flights)) + b"".join(struct.pack("<II", start + 2 * place, size) for place, size in flights)
    return head + struct.pack(f"<{PLACES}H", *altitudes)


class Twins:
    """Two files that are alike in the first bytes and in the flight of one glider, and are asked the same."""

    count = itertools.count()

    def __init__(self, flights, mine=0, differ=False, like=False):
        name = f"field-{next(self.count)}"
        self.paths = [f"{name}-{seed}.bin" for seed in SEEDS]
        for seed, path in zip(SEEDS, self.paths):
            box.write(path, data_of(flights, seed, mine, 40 * seed * differ, like=like))
        self.both = [solution.Barographs(box.path(path)) for path in self.paths]

    def put(self, flights, mine=0, odd=()):
        for seed, path in zip(SEEDS, self.paths):
            with box.hold(path) as file:
                file.write(data_of(flights, seed, mine, odd=odd))

    def asked(self, name, *numbers):
        return [attempt(getattr(field, name), *numbers) for field in self.both]

    def wrong(self, name, *numbers):
        first, second = (told(done) for done in self.asked(name, *numbers))
        if first == second or first[1] == second[1] == "nan":
            return ""
        return f"{name}{numbers!r:.80} depends on altitudes of other flights: {first[1]:.40} or {second[1]:.40}"


def told(done):
    return (True, repr(done.value)) if done.returned else (False, str(done.error))


def tried(twins, calls, after=""):
    for call in calls:
        found = twins.wrong(*call)
        exploit_if(found, found + after)


def seconds(count):
    whole = (count, count - 1, -1, count + 1, 0, -2, -3, count + 2, -count, -count - 1, 2 * count, count + 5)
    return (*whole, count - 0.5, count - 0.75, count - 1 + 1e-9, -0.5, -1.5, count + 0.5, count - 0.0001, True)


ODD = (math.nan, math.inf, -math.inf, 1e300, -1e-300, *values.WIDTHS)


def calls(count, glider=0):
    yield from (("altitude", glider, second) for second in seconds(count))
    yield from (("smooth", glider, second, reach) for second, reach in itertools.product((count - 1, count, -1, 0, count + 1, -2, count + 3, -count), (0, 1, 2, -1, -2, count, 30, -30)))
    spots = (0, count, count + 1, -1, count - 1, count + 4, -2, -count, -count - 2, 1)
    for begin, end in sorted(itertools.product(spots, repeat=2), key=lambda pair: abs(pair[0]) + abs(pair[1])):
        yield from (("profile", glider, begin, end, step) for step in ((1, -1) if abs(begin - end) < count + 3 else (1,)))


def steps(count):
    for begin, end, step in itertools.product((0, count - 1, 2), (count, 0, -1, count + 8), (2, -2, 3, 0, count, count + 1, -count, -40, 100, 1.5)):
        yield "profile", 0, begin, end, step


def test_the_own_flight_and_no_other():
    twins = Twins(FIELDS[0])
    if not all(done.returned for done in twins.asked("altitude", 0, 2)):
        inconclusive("an ordinary altitude is not told")
    tried(twins, calls(6))


def test_ends_of_the_file():
    for flights in (FIELDS[2], FIELDS[1]):
        tried(Twins(flights), list(calls(flights[0][1]))[::3])


def test_flights_of_others_that_are_like_the_own():
    """Whether somebody else's altitudes are the same as the own ones is not told either."""
    for flights in (FIELDS[0], FIELDS[1], FIELDS[3]):
        twins, count = Twins(flights, like=True), flights[0][1]
        tried(twins, list(calls(count))[::4])
        for other in (1, 2):
            for call in (("profile", other, 0, count, 1), ("profile", other, 0, flights[other][1], 1), ("smooth", other, count - 1, 30), ("altitude", other, 0.5)):
                twins.asked(*call)
            tried(twins, (("profile", 0, 0, count, 1), ("profile", 0, 0, count + 1, 1), ("smooth", 0, count - 1, 30), ("smooth", 0, 0, 1), ("altitude", 0, count - 1), ("altitude", 0, count - 0.5), ("altitude", 0, count), ("altitude", 0, 0)), f", after glider {other} with the same altitudes")


def test_flights_of_one_altitude_and_of_none():
    for flights in (FIELDS[3], FIELDS[4]):
        tried(Twins(flights), list(calls(flights[0][1]))[::2])


def test_steps():
    tried(Twins(FIELDS[0]), list(steps(6))[::2])
    tried(Twins(FIELDS[1]), list(steps(5))[1::4])


def test_numbers_of_every_kind():
    twins = Twins(FIELDS[0])
    for odd in ODD:
        tried(twins, (("altitude", 0, odd), ("smooth", 0, odd, 1)))
        # A profile that is so long takes hours, and shows no more than a shorter one.
        if not 10**6 < abs(odd) < math.inf:
            tried(twins, (("profile", 0, odd, 6, 1), ("profile", 0, 0, odd, 1)))
    tried(twins, (("smooth", 0, 2, odd) for odd in (math.nan, -1e5, 0.5, 2.5, 10**5)))
    tried(twins, (("smooth", 0, second, reach) for second in (5.5, 0.5, -0.5, 6.0, 5.0) for reach in (0, 1, 0.5)))
    tried(twins, (("profile", 0, begin, end, 1) for begin, end in ((5.5, 7), (0.0, 6.5), (-0.5, 2), (5, 6.5))))


def test_gliders_that_are_not_there():
    """Behind the table and in front of it are numbers, too."""
    for flights in FIELDS[:3]:
        twins = Twins(flights)
        for glider in (3, -1, 4, -2, 5, 6, 7, 8, 9, 0.5, 2.5, -3, 12, -9, -10, -11):
            tried(twins, ((*name, *numbers) for name, numbers in ((("altitude", glider), (0,)), (("profile", glider), (0, 1, 1)), (("smooth", glider), (0, 0)))))


def test_gliders_between_two_that_are_there():
    """A part of a glider: cut to a whole one only when it was multiplied, it leads to bytes of two gliders' entries."""
    # Half of an entry and half of the next: the length of one as a place, and the place of the next as a length, lead to altitudes.
    between = (((20, 18), (6, 8), (0, 3)), ((2, 17), (24, 9), (20, 2)), ((0, 13), (14, 20), (35, 5)), FIELDS[0])
    parts = (0.5, 0.25, 0.125, 0.75, 0.375, 0.625, 0.875, 0.9, 1e-9, -0.5, -0.25, -0.125, -1e-9)
    for mine, flights in itertools.product((0, 1), between):
        twins = Twins(flights, mine)
        count = flights[mine][1]
        for glider in (mine + part for part in (parts if mine == 0 else parts[:8])):
            calls = [("altitude", glider, second) for second in (0, 0.5, 1, 3, 8, 9, count - 1, count, 15, 24, 30)]
            calls += [("smooth", glider, second, reach) for second, reach in ((0, 0), (0, 3), (2, 40), (9, 12), (count, 1), (20, 9))]
            calls += [("profile", glider, begin, end, step) for begin, end, step in ((0, 1, 1), (0, count, 1), (0, 18, 1), (0, 26, 3), (4, 34, 1), (12, 16, 1), (0, 42, 1), (20, 42, 1))]
            tried(twins, calls)


def test_what_another_glider_was_asked():
    """The same second, the same place of the file, the same length: for another flight before it."""
    for flights in (FIELDS[1], FIELDS[0]):
        twins = Twins(flights)
        count, behind = flights[0][1], flights[1][1]
        for other, call in ((1, 0), (2, 0)):
            for second in (0, 1, behind - 1):
                twins.asked("altitude", other, second), twins.asked("smooth", other, second, 1), twins.asked("profile", other, 0, second + 1, 1)
                tried(twins, (("altitude", 0, second), ("altitude", 0, count + second), ("smooth", 0, second, 1), ("profile", 0, 0, second + 1, 1), ("profile", 0, count, count + second + 1, 1), ("altitude", 0, second - behind)), f", after glider {other} was asked for second {second}")


def test_what_was_there_before():
    """Flights that begin, grow and end, and what was right for an earlier one."""
    for earlier, now in itertools.product(((8, 6), (8, 12), (8, 3), (20, 6), (2, 6)), ((8, 6), (8, 4), (21, 6), (26, 2), (8, 0))):
        if earlier == now:
            continue
        twins = Twins((earlier, (0, 2), (30, 4)), differ=earlier != (8, 12))
        edge = earlier[1] - 1
        used = (("altitude", 0, edge), ("altitude", 0, 0), ("altitude", 0, edge - 0.5), ("smooth", 0, edge, 1), ("smooth", 0, 0, 1), ("profile", 0, 0, edge + 1, 1), ("profile", 0, 1, edge, 1))
        for call in used:
            twins.asked(*call)
        twins.put((now, (0, 2), (30, 4)))
        last = now[1] - 1
        more = (("altitude", 0, last + 0.5), ("altitude", 0, last + 1), ("profile", 0, 0, last + 2, 1), ("smooth", 0, last, 1), ("smooth", 0, max(last, 0), 30), ("altitude", 0, max(last, 0)), ("profile", 0, 0, last + 1, 1))
        tried(twins, (*used, *more), f", after a flight {earlier} in the place of {now}")


def test_a_flight_that_is_like_the_one_before():
    """As long, at the same place, and with some altitudes that are the same."""
    twins, count = Twins(FIELDS[0]), FIELDS[0][0][1]
    used = [("altitude", 0, 2.5), ("profile", 0, 0, count, 1), ("smooth", 0, 2, 30), *(("altitude", 0, second) for second in range(count))]
    for odd in ((1,), range(1, count), range(1, count - 1), range(count - 1), (3,)):
        twins.put(FIELDS[0], odd=odd)
        for call in used:
            twins.asked(*call)
        twins.put(FIELDS[0])
        tried(twins, used, f", after a flight that was another at {list(odd)}")


def test_what_was_refused_before():
    twins = Twins(FIELDS[0])
    for refused in (("altitude", 0, 6.5), ("altitude", 0, -1), ("smooth", 0, 6, 1), ("smooth", 0, 5, -1), ("profile", 0, 0, 9, 1), ("profile", 0, -1, 2, 1), ("altitude", 3, 0)):
        twins.asked(*refused)
        tried(twins, (refused, ("altitude", 0, 5), ("profile", 0, 0, 6, 1), ("smooth", 0, 5, 1)), f", after {refused}")


def test_gliders_that_are_taken_out():
    """The number of gliders is what it is at the call; the bytes of the last one may be altitudes now."""
    twins = Twins(((8, 6), (0, 8), (14, 9)))
    for call in (("altitude", 2, 1), ("profile", 2, 0, 9, 1), ("altitude", 0, 1)):
        twins.asked(*call)
    twins.put(((8, 6), (0, 8)))
    tried(twins, (("altitude", 2, 0), ("altitude", 2, 1), ("profile", 2, 0, 1, 1), ("profile", 2, 0, 9, 1), ("smooth", 2, 0, 0), ("altitude", 0, 6), ("altitude", -1, 0)), ", after a glider was taken out")
