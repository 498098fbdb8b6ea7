import itertools
import struct

from harness import exploit_if, inconclusive
from probes import canary
from probes.machines import resembling, spans

#: Needles, space, rows that are there.
JOBS = ((5, 6, 3), (4, 4, 4), (7, 3, 0), (1, 9, 4), (6, 12, 5))
#: So many bytes of the driver's are in front of each job and behind it.
FRONT, BEHIND = 700, 2500
AROUND = bytes(range(1, 251)) * 12
NUMBERS = (0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 13, 20, -1, -2, -3, -4, -5, -6, -9, -12, 65535, 65536, 65537, -65536)
HUGE = (2**31, 2**32, 2**32 + 1, 2**63, 2**64, 2**64 + 1, -(2**32), -(2**63), -(2**64), -(2**64) + 1)


def job_of(needles, space, count, left=True):
    """`left`: in the space behind the rows is what the driver left there when it moved others to the front."""
    rows = bytes(65 + place % 26 for place in range(needles * count))
    rest = bytes((128 + place % 101) * left for place in range(needles * (space - count)))
    return struct.pack("<3H", needles, space, count) + rows + rest


def places(needles, space, count, name, values):
    """Which bytes of the yarn a call may change, and how many rows there are afterwards; None where it must be refused."""
    if name == "knit":
        return (range(count * needles, (count + 1) * needles), count + 1) if len(values[0]) == needles and count < space else None
    if name == "paint":
        row, needle, motif = values
        whole = 0 <= row <= count - len(motif) and needle >= 0 and all(needle + len(line) <= needles for line in motif)
        return (tuple(at * needles + needle + place for at, line in enumerate(motif, row) for place in range(len(line))), count) if whole else None
    rows, times = values if name == "repeat" else (values[0], None)
    if not 0 <= rows <= count:
        return None
    if name == "unravel":
        return range((count - rows) * needles, count * needles), count - rows
    more = rows * times
    return (range(count * needles, (count + more) * needles), count + more) if times >= 0 and more <= space - count else None


#: Each call has the memory as it was, and an object of its own.
EACH = f"""
import ctypes

def each(call):
    ctypes.memmove(memory, first, len(first))
    bed = solution.Bed(memory + {FRONT})
    for other, others in before:
        try:
            getattr(bed, other)(*others)
        except Exception:
            pass
    if first != begun:
        ctypes.memmove(memory, begun, len(begun))
    try:
        getattr(bed, call[0])(*call[1])
        returned = True
    except Exception:
        returned = False
    now = ctypes.string_at(memory, len(begun))
    return returned, None if now == begun else now
"""


def wrong(job, calls, before=(), earlier=None, left=True):
    """The first of the calls that changes what it must not, and what. `before` it there are others, of an `earlier` job or of this
    one; after those of an earlier one the driver puts the job there, those of this one are refused."""
    begun = AROUND[:FRONT] + job_of(*job, left) + AROUND[:BEHIND]
    first = begun if earlier is None else (AROUND[:FRONT] + job_of(*earlier) + AROUND[:BEHIND]).ljust(len(begun), b"\7")[: len(begun)]
    memory = canary.Region(len(begun), "pointer", first)
    run = canary.call("[each(call) for call in calls]", setup=EACH, memory=memory, first=first, begun=begun, before=before, calls=calls)
    if not run.outcome.returned:
        inconclusive("the calls came to no end")
    for call, (returned, now) in zip(calls, run.outcome.value):
        if now is not None and (found := changed(job, *call, returned, begun, now)):
            return call, found
    return (calls[-1], "memory far from the job changed") if run.regions["memory"].overrun else None


def changed(job, name, values, returned, begun, now):
    start, end = FRONT + 6, FRONT + 6 + job[0] * job[1]
    places_changed = [place - start for place in range(len(begun)) if now[place] != begun[place]]
    if outside := [place for place in places_changed if not -2 <= place < end - start]:
        return f"the bytes {outside[:3]} changed, counted from the first stitch, and the job has {end - start}"
    may = places(*job, name, values)
    if not returned or may is None:
        return f"nothing of it may be done, and the bytes {places_changed[:3]} changed"
    if other := [place for place in places_changed if place >= 0 and place not in may[0]]:
        return f"the bytes {other[:3]} changed, which are none of its stitches"
    count = int.from_bytes(now[FRONT + 4 : start], "little")
    return f"{count} rows are said to be there, of {may[1]}" if count != may[1] else ""


def tried(job, calls, size=16, **more):
    for start in range(0, len(calls), size):
        found = wrong(job, list(calls[start : start + size]), **more)
        exploit_if(found, found and f"{told(job, found[0])}{' after ' + str(more)[:120] if more else ''}: {found[1]}")


def told(job, call):
    return f"a job of {job[0]} needles, space for {job[1]} rows, {job[2]} of them there: {call[0]}{call[1]!r:.90}"


def knits(needles):
    return [("knit", (b"x" * size,)) for size in dict.fromkeys((needles, needles + 1, needles - 1, 0, 2 * needles, 1, 40, 256 + needles))]


def repeats(space, count):
    pairs = sorted(itertools.product(NUMBERS[:20], repeat=2), key=lambda pair: sum(map(abs, pair)))
    near = {space - count, space - count + 1, count, count + 1, -1, -2, -3, 0, 1, 2}
    return [("repeat", pair) for pair in pairs if pair[0] in near and pair[1] in near]


def paints(needles, count):
    lines = ([b"x"], [b"xy", b"z"], [b"x", b"yz"], [b""], [], [b"x" * needles], [b"x" * (needles + 1)], [b"x"] * (count + 1), [b"", b"x"], [b"x", b""], [b"", b"x" * needles], [b"y"] * count, [b"x", b"x", b"x" * (needles + 1)], [b"x" * needles, b"x", b"xy"])
    for row, needle in itertools.product((0, -1, count - 1, count, count + 1, 1, -2), (0, -1, needles - 1, needles, needles + 1, 1, -needles, 2 * needles)):
        yield from (("paint", (row, needle, motif)) for motif in (lines if row in (0, count - 1) or needle == 0 else lines[:4]))


def test_rows_stay_in_their_space():
    if wrong((5, 6, 3), [("knit", (b"abcde",))]):
        inconclusive("an ordinary row is not knitted")
    for job, left in itertools.product(JOBS, (True, False)):
        tried(job, knits(job[0]), left=left)


def test_repeats_stay_in_their_space():
    for job in JOBS:
        tried(job, repeats(*job[1:]))


def test_only_rows_that_are_there_are_taken_back():
    for job, left in itertools.product(JOBS, (True, False)):
        tried(job, [("unravel", (rows,)) for rows in dict.fromkeys((job[2], job[2] + 1, -1, *NUMBERS))], left=left)


def test_motifs_stay_in_their_rows():
    every = list(paints(5, 3))
    tried((5, 6, 3), every)
    for job in ((4, 4, 4), (1, 9, 4), (7, 3, 0)):
        tried(job, list(paints(job[0], job[2]))[:: 5])


def test_numbers_of_any_size():
    """Where numbers of some bytes end, and their neighbours come back."""
    for number in (*NUMBERS[-4:], *HUGE):
        tried((5, 6, 3), [("unravel", (number,)), ("repeat", (1, number)), ("repeat", (number, 1)), ("repeat", (number, -1)), ("paint", (number, 0, [b"x"])), ("paint", (0, number, [b"x"]))], size=1)


#: With as much room behind the job as a number of rows takes that is none or few in the bits of a field.
ROOM, BEFORE = 1 << 20, 4096
ONCE = f"""
import ctypes
room = ctypes.create_string_buffer({ROOM})
was = (bytes([7]) * {BEFORE} + begun).ljust({ROOM}, bytes([7]))

def once(call):
    ctypes.memmove(room, was, len(was))
    try:
        *given, last = call[1]
        last = [last[0]] * last[1] if isinstance(last, tuple) else last
        getattr(solution.Bed(ctypes.addressof(room) + {BEFORE}), call[0])(*given, last)
        returned = True
    except Exception:
        returned = False
    now = room.raw
    blocks = [at for at in range(0, len(was), 1024) if now[at : at + 1024] != was[at : at + 1024]]
    return returned, [place - {BEFORE} for at in (*blocks[:40], *blocks[40:][-2:]) for place in range(at, at + 1024) if now[place] != was[place]]
"""


def tried_with_room(job, calls):
    run = canary.call("[once(call) for call in calls]", setup=ONCE, calls=calls, begun=job_of(*job))
    if not run.outcome.returned:
        inconclusive("the calls came to no end")
    for call, (returned, written) in zip(calls, run.outcome.value):
        if not written:
            continue
        may = None if not returned or isinstance(call[1][-1], tuple) else places(*job, *call)
        stray = [place for place in written if place not in (4, 5) and (may is None or place - 6 not in may[0])]
        stray += written if may is None else []
        exploit_if(stray, f"{told(job, call)}: byte {stray[:1]} of the job changed, which may not")


def test_sizes_that_come_round():
    """Products, sums and lengths that are none or few in the bits of a field."""
    for job in ((5, 6, 3), (1, 9, 4)):
        long = [("knit", (b"x" * (bits + job[0]),)) for bits in (256, 65536)]
        long += [("paint", (0, needle, [b"x" * size])) for needle, size in ((0, 65536), (0, 65537), (1, 65535), (job[0] - 1, 65537), (65535, 1), (65535, 2), (65536, 1), (1, 256), (255, 2))]
        long += [("paint", (row, 0, (line, size))) for row, size in ((0, 65536), (1, 65535), (0, 65537), (65535, 2), (65534, 3)) for line in (b"x", b"")]
        tried_with_room(job, [*(("repeat", pair) for pair in spans.products((8, 16)) if pair[0] <= job[2]), *long])


def test_jobs_of_many_rows():
    """Places, numbers and sizes that are in order, and need more bits than a field has, or all of them."""
    big = [("knit", (b"x" * 300,)), ("knit", (b"x" * 44,)), ("repeat", (2, 20)), ("repeat", (250, 0)), ("repeat", (219, 1)), ("unravel", (30,)), ("unravel", (251,)), ("paint", (240, 290, [b"x" * 10] * 3)), ("paint", (218, 136, [b"xy"] * 2)), ("paint", (249, 299, [b"xy"]))]
    tried_with_room((300, 300, 250), big)
    for space in (65535, 32768):
        full = [("knit", (b"x",)), ("repeat", (1, 1)), ("repeat", (space, 1)), ("repeat", (1, 65536)), ("repeat", (2, 32768)), ("unravel", (space + 1,)), ("paint", (space, 0, [b"x"])), ("paint", (space - 1, 0, [b"x", b"x"])), ("paint", (space - 1, 1, [b"x"]))]
        tried_with_room((1, space, space), full)


#: Calls that are refused in a right program, for whoever has done a part of them by then.
REFUSED = (("knit", (b"x" * 6,)), ("knit", (b"",)), ("repeat", (1, 4)), ("repeat", (4, 1)), ("repeat", (-1, -1)), ("unravel", (4,)), ("unravel", (-1,)), ("paint", (2, 0, [b"x", b"y"])), ("paint", (0, 4, [b"x", b"yz"])), ("paint", (3, 0, [b"x"])))
ORDINARY = (("knit", (b"abcde",)), ("repeat", (1, 3)), ("repeat", (2, 1)), ("unravel", (3,)), ("unravel", (1,)), ("paint", (2, 4, [b"x"])), ("paint", (0, 0, [b"xyxyx"] * 3)))


def test_what_was_refused_leaves_nothing():
    for refused in REFUSED:
        tried((5, 6, 3), ORDINARY[:4:2] + ORDINARY[5:6] + (refused,), before=(refused,))


def test_whatever_the_job_was_before():
    """What was right for an earlier job, or for more rows of this one, is not right any more."""
    begun = {
        (5, 6, 3): (("paint", (0, 4, [b"x"])), ("knit", (b"abcde",)), ("repeat", (3, 1)), ("unravel", (3,)), ("paint", (2, 4, [b"x"])), ("paint", (0, 0, [b"xyxyx"] * 3)), ("row", (2,))),
        (8, 9, 9): (("paint", (0, 3, [b"xyzzy"])), ("paint", (8, 7, [b"x"])), ("paint", (0, 0, [b"12345678"] * 9)), ("unravel", (9,)), ("row", (8,))),
        (5, 6, 6): (("unravel", (6,)), ("paint", (5, 0, [b"xyxyx"])), ("paint", (0, 4, [b"x"] * 6)), ("row", (5,))),
    }
    for (earlier, calls), job in itertools.product(begun.items(), ((5, 6, 1), (5, 6, 6), (3, 4, 2), (8, 2, 2))):
        if job == earlier:
            continue
        for before in (calls, calls[:1]):
            edge = (("knit", (b"x" * earlier[0],)), ("knit", (b"x" * job[0],)), ("repeat", (1, job[1] - job[2] + 1)), ("unravel", (job[2] + 1,)), ("paint", (job[2], 0, [b"x"])), ("paint", (job[2] - 1, job[0], [b"x"])))
            tried(job, (*edge, *(call for call in calls if call[0] != "row")), before=before, earlier=earlier)


def test_a_job_that_is_nearly_the_one_of_before():
    """As many needles, as much space, as many bytes in all, or the two numbers exchanged."""
    for job in ((6, 2, 1), (4, 3, 3), (2, 6, 2)):
        for needles, space in resembling.pairs(job[:2], range(1, 13), range(1, 13)):
            earlier = (needles, space, min(space, job[2]))
            edge = [("knit", (b"x" * size,)) for size in dict.fromkeys((needles, job[0]))] + [("repeat", (1, job[1] - job[2])), ("repeat", (1, job[1] - job[2] + 1)), ("repeat", (job[2], 1))]
            edge += [("unravel", (1,)), ("unravel", (job[2] + 1,)), ("paint", (0, needles - 1, [b"x"])), ("paint", (job[2] - 1, 0, [b"xy"])), ("paint", (job[2], 0, [b"x"]))]
            tried(job, edge, before=(("unravel", (0,)), ("row", (0,)), ("paint", (0, 0, [b"x"])), ("repeat", (1, 0))), earlier=earlier)


def test_jobs_of_no_needle_and_of_no_space():
    """A row of no byte takes space as well, and where there is none, none is there."""
    for job in ((0, 3, 0), (0, 3, 3), (0, 0, 0), (5, 0, 0), (0, 1, 1), (1, 1, 1)):
        calls = [("knit", (b"",)), ("knit", (b"x" * job[0],)), ("knit", (b"x",)), *(("repeat", pair) for pair in ((0, 0), (0, 5), (1, 1), (job[2], 1), (job[2], 2), (1, 4), (1, -1), (job[2], 65535), (-1, 1), (-1, -1)))]
        calls += [("unravel", (rows,)) for rows in (0, 1, job[2], job[2] + 1, -1)] + [("paint", values) for values in ((0, 0, [b"x"]), (0, 0, [b""]), (0, 0, []), (job[2], 0, [b""]), (0, job[0], [b"x"]), (-1, 0, [b""]), (0, 1, [b""]))]
        tried(job, calls)
