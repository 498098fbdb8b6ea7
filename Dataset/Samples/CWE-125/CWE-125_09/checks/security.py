import itertools
import struct

from harness import attempt, box, exploit_if, inconclusive, solution
from probes.grammars import spellings
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

SIZE = 16
#: Members with the number of the slot in which their log begins, and how many dives they have; 20 slots, at both ends and in between.
SLOTS = 20
CLUBS = (
    (("Eve", 0, 4), ("Ida", 4, 5), ("Bob", 9, 8)),
    (("Ida", 0, 3), ("Eve", 3, 17)),
    (("Eve", 0, 6), ("Bob", 6, 9), ("Ida", 16, 4)),
    (("Bob", 12, 3), ("Ida", 7, 0), ("Eve", 1, 6)),
    (("Bob", 0, 10), ("Ida", 11, 1), ("Eve", 12, 8)),
    # As many dives each, for who takes members for the same by that.
    (("Eve", 0, 5), ("Ida", 5, 5), ("Bob", 15, 5)),
)
NUMBERS = (1, 2, 3, 0, -1, 4, 5, 6, 7, -2, -3, 8, 9, 10, 12, 16, 17, 20, 21, -4, -5, -8, -12, -17, -19, -20, -21, 40, 100, -100, *values.WIDTHS)
COUNTS = (1, 2, 5, 0, -1, 3, 4, 6, 9, 20, 100, -2, -3, -4, -5, -9, -20, -100, 2**31, 2**63)
#: Other spellings of a number, for who looks at one and counts with another.
SPELLED = ("+{}", "{}.0", "{}.5", "0{}", "{}_", "{}e0", "\t{}", "{}\n", "0x{}", "{}L", "0{}_0", "--{}", "+-{}", "\u2212{}", "{}\u0660", "\uff0d{}", "-0{}", "{}\0", "'{}'", "{}%", "{}\u00a0")
#: The last ones begin in the last dive of Ida in the first club, and end behind it.
WORDS = ("Dive", "v", "", " ", "0", "zz", "\0", "D" * 300, ".*", "Ida", "m\0", "m" + "\0" * 8 + "Pool", "m" + "\0" * 8 + "D", "m\nPool")


def club_of(members, seed, size=SIZE, like=None):
    """A file in which the dives of Ida are the same whatever the seed; all others, and what is between them, differ with it.

    `like`: in the first file all others' dives are the same as this one of Ida, counted from 0."""
    begin = 8 + 20 * len(members)
    data = bytearray()
    ida = next((start, count) for name, start, count in members if name == "Ida")
    for slot in range(SLOTS):
        own = ida[0] <= slot < sum(ida)
        text = f"Dive {slot} m" if own else (f"Pool {slot}" if like is None else f"Dive {ida[0] + like % ida[1]} m", f"Dive {slot + 70} zz")[seed]
        data += text.encode().ljust(size, b"\0")
    entries = b"".join(struct.pack("<12sII", name.encode(), begin + size * start, count) for name, start, count in members)
    return struct.pack("<4sHH", b"DIVE", len(members), size) + entries + bytes(data)


def named(name):
    return name.encode("utf-8", "surrogatepass")


class Twins:
    """Two files that are alike in Ida's dives, and are asked the same: what they answer differently comes from elsewhere."""

    def __init__(self, number, members=(), size=SIZE, like=None):
        self.both = []
        for seed in (0, 1):
            path = f"club-{number}-{seed}.bin"
            box.write(path, club_of(members or CLUBS[number], seed, size, like))
            self.both.append(solution.Logs(box.path(path)))

    def differs(self, member, line):
        first, second = ((done.returned, done.value if done.returned else str(done.error)) for done in (attempt(logs.answer, member, line) for logs in self.both))
        return "" if first == second else f"the answer depends on others' dives: {first[1]!r:.60} or {second[1]!r:.60}"


TWINS = {}


def twins(number):
    if number not in TWINS:
        TWINS[number] = Twins(number)
    return TWINS[number]


def lines():
    """All that a terminal may send, the plainest first."""
    pages = [(number, count) for number in NUMBERS for count in COUNTS[:3]] + [(number, count) for count in COUNTS[3:] for number in NUMBERS[:7]]
    yield from (f"{command} {number} {count}" for number, count in pages for command in ("FROM", "BEFORE"))
    yield from (f"LAST {count}" for count in (*COUNTS, *NUMBERS))
    yield from (f"FIND {number} {word}" for number in NUMBERS for word in WORDS[:2])
    yield from (f"FIND {number} {word}" for number in (0, 1, -1, 5, 6) for word in WORDS)


def strange_lines():
    """Numbers in other spellings, and lines of other forms."""
    for form, number in itertools.product(SPELLED, (0, -1, 8)):
        spelled = form.format(number).replace("--", "-") if number < 0 else form.format(number)
        yield from (f"FROM {spelled} 5", f"BEFORE 9 {spelled}", f"FIND {spelled} Dive", f"LAST {spelled}")
    for word in ("", "1", "-1", "9", "1 1 1", "-1 1 1", " -1 9", "9 -9", "1  9", "0 0 9", "1 9 9", "all", "None", "nan 1", "1 inf", "-1 inf", "*", "1:9", "-9:9", "1-9"):
        for command in ("FROM", "BEFORE", "LAST", "FIND", "from", "NEXT", "PAGE", "ALL", "", "SHOW"):
            yield f"{command} {word}"


def asked(number, every):
    pair = twins(number)
    for line in every:
        found = pair.differs("Ida", line)
        exploit_if(found, f"{line!r}: {found}")


def test_pages_show_only_the_own_dives():
    if not all(attempt(logs.answer, "Ida", "FROM 1 1").returned for logs in twins(0).both):
        inconclusive("the own dives cannot be read")
    asked(0, lines())


def test_pages_at_the_ends_of_the_file():
    every = list(lines())
    for number, part in ((1, every[::4]), (2, every[1::4]), (3, every[2::7]), (4, every[3::4])):
        asked(number, part)


def test_dives_of_others_that_are_like_the_own():
    """Whether somebody else's dive is the same as an own one is not told either."""
    for number, like in ((0, -1), (2, 0)):
        pair = Twins(f"like-{number}", CLUBS[number], like=like)
        own = next(count for name, _, count in CLUBS[number] if name == "Ida")
        near = [f"{command} {at} {count}" for command in ("BEFORE", "FROM") for at in (0, 1, own, own + 1, own + 2, -1) for count in (1, 2, own + 1)]
        near += [f"LAST {count}" for count in (1, own, own + 1, own + 2, 100)] + [f"FIND {at} {word}" for at in (0, 1, own, own + 1, -1) for word in ("Dive", "Dive 8", "zz", "m")]
        for line in near:
            found = pair.differs("Ida", line)
            exploit_if(found, f"dives of others are like an own one, {line!r}: {found}")


def test_lines_of_other_forms():
    asked(0, strange_lines())


def test_dives_that_are_larger_than_what_is_in_front_of_them():
    """The place of a dive of the number 0 is in front of the file then, or at its very beginning; small ones are many in what is there."""
    clubs = ((("Ida", 0, 1), ("Eve", 1, 6)), (("Ida", 0, 4), ("Bob", 5, 9)), (("Ida", 1, 2), ("Eve", 3, 5)), (("Ida", 0, 0), ("Eve", 0, 7)), (("Eve", 0, 12), ("Ida", 12, 8)))
    every = list(lines())
    for number, (members, size) in enumerate(itertools.product(clubs, (400, 120, 48, 12))):
        pair = Twins(f"large-{number}", members, size)
        own = next(count for name, _, count in members if name == "Ida")
        near = [f"{command} {at} {count}" for command in ("BEFORE", "FROM") for at in (0, 1, own, own + 1, own + 2, -1) for count in (1, 2, own + 1)]
        for line in (*near, *(f"LAST {count}" for count in (1, own + 1, own + 2, 100)), "FIND 0 Dive", "FIND 0 Pool", "FIND 0 zz", *every[number % 9 :: 9][: 60 if size == 120 else 12]):
            found = pair.differs("Ida", line)
            exploit_if(found, f"dives of {size} bytes, {line!r}: {found}")


class Terminal(Machine):
    """Whoever was logged in before, and whatever was asked then, only the member's own dives are shown."""

    variants = (5, 2, 4)
    command = domain("FROM {} {}", "BEFORE {} {}", "FIND {} Dive", "LAST {1}", "FIND {} zz", "FIND {} 9")
    number = domain(1, 4, odd=NUMBERS[3:20])
    count = domain(2, 5, odd=COUNTS[3:12])
    others = domain("FROM 1 5", "LAST 3", "BEFORE 5 2", "FIND 1 Dive", odd=("FROM 5 1", "FROM 9 2", "BEFORE 8 2", "LAST 9", "FIND 3 Dive"))
    operations = {"ask": (command, number, count), "ask_after": (domain("Eve", "Bob"), others, command, domain(1, 5, 6, 0, 4, -1), count)}

    def start(self, variant):
        self.pair, self.model = twins(variant), 0

    def ask(self, command, number, count):
        return self.pair.differs("Ida", command.format(number, count))

    def ask_after(self, member, line, command, number, count):
        """The same line, too: what is kept for one member is nothing to another."""
        for logs in self.pair.both:
            attempt(logs.answer, member, line)
        self.model += 1
        return self.ask(line, number, count) or self.ask(command, number, count) or self.ask("FROM {} {}", 1, 500)


def test_what_was_asked_before():
    found = search(Terminal, tries=110, alone=0.9, length=3)
    exploit_if(found, str(found))


def test_the_same_place_asked_by_others():
    """What lies in front of a log and behind it was shown to those whose dives it is, and is asked for once more."""
    for number in (0, 4, 1, 5):
        own = next(count for name, _, count in CLUBS[number] if name == "Ida")
        pair = twins(number)
        for count in (1, 2, 3):
            for member, line in (("Eve", f"LAST {count}"), ("Bob", f"LAST {count}"), ("Eve", f"FROM 1 {count}"), ("Bob", f"FROM 1 {count}"), ("Eve", f"FIND {count} Dive"), ("Bob", f"FIND {count} Dive")):
                for logs in pair.both:
                    attempt(logs.answer, member, line)
            for line in (f"FROM {1 - count} {count}", f"BEFORE 1 {count}", f"FROM {own + 1} {count}", f"BEFORE {own + 1 + count} {count}", f"LAST {own + count}", f"FROM {own} {count + 1}", f"FIND {own + 1} Dive", "FIND 0 Dive", f"FIND {count} Dive", f"FROM 1 {count}"):
                found = pair.differs("Ida", line)
                exploit_if(found, f"after others' pages of {count}, {line!r}: {found}")


def test_logs_of_nothing_at_the_place_of_others():
    """A log without a dive may begin where another one does, or where one ends: what is kept for a place is told to nobody else."""
    clubs = (
        (("Eve", 0, 5), ("Ida", 5, 0), ("Bob", 5, 6)), (("Ida", 0, 0), ("Eve", 0, 6), ("Bob", 6, 0)), (("Eve", 3, 4), ("Bob", 12, 8), ("Ida", 20, 0)),
        (("Bob", 0, 7), ("Eve", 7, 4), ("Ida", 7, 0)), (("Ida", 4, 3), ("Eve", 4, 0), ("Bob", 7, 5)), (("Eve", 7, 0), ("Ida", 4, 3), ("Bob", 7, 5)),
    )
    before = ("FIND 1 Pool", "FIND 1 Dive", "FIND 1 zz", "FIND 1 ", "LAST 1", "LAST 3", "FROM 1 1", "FROM 1 20", "BEFORE 2 1")
    for number, members in enumerate(clubs):
        own = next(count for name, _, count in members if name == "Ida")
        for line in before:
            pair = Twins(f"nothing-{number}", members)
            for asked_first in ("Ida", "Eve", "Bob"):
                for logs in pair.both:
                    attempt(logs.answer, asked_first, line)
                if asked_first == "Ida":
                    continue
                for mine in dict.fromkeys((line, f"FIND {own + 1} {line[7:] if line.startswith('FIND') else 'Dive'}", "LAST 20", f"FROM {own + 1} 1", f"BEFORE {own + 1} 9")):
                    found = pair.differs("Ida", mine)
                    exploit_if(found, f"a club of {members}, after {asked_first} with {line!r}, {mine!r}: {found}")


#: Names in the file: of all 12 bytes, nearly so many, with letters of several bytes, and short ones.
NAMED = ("Christophers", "Maximiliane", "Jos\u00e9 Mar\u00eda", "Zo\u00eb", "Eve", "Anna Lena", "Stra\u00dfe", "8", "Bo")


def strangers(name):
    """Names that are not in the file, and that are one with this one for who cuts, pads, drops, folds or completes them."""
    yield from (name + more for more in ("\0", "\0\0\0", "\0x", " ", "on", "\u00e9", "x" * 300, "\n", "\t", "\0" * 12, ".", "\u0301", "/", "%", "*"))
    yield from (name.ljust(12, "\0"), name.ljust(12, "\0") + "x")
    yield from (name[:-1], name[:1], name[:-1] + "_", name[:-1] + "%", name[:-1] + "?", "*", "%", "", "\0", "_" * len(name), ".*", name[::-1], f" {name}", f"\0{name}", f"\ufeff{name}", f"{name}|", f"'{name}'", repr(named(name)), repr(name), named(name).hex())
    yield from (named(name).decode("latin-1"), named(name).decode("ascii", "ignore"), named(name).decode("ascii", "replace"), named(name).decode("utf-8", "replace"), name.replace("\u00df", "ss"))
    yield from (alike for alike in values.alike(name) if isinstance(alike, str))
    yield from spellings.marred(name)
    yield from spellings.folded(name)


def test_members_who_are_not_in_the_file():
    """Whose name is nearly one of the file's is none of its members, and is shown nobody's dives."""
    members = (("Ida", 0, 1), *((name, 1 + 2 * number, 2) for number, name in enumerate(NAMED)), ("Max", 19, 0))
    pair = Twins("strangers", members)
    there = {name for name, _, _ in members}
    for name in NAMED:
        for typed in itertools.islice((one for one in dict.fromkeys(strangers(name)) if one not in there), 110):
            found = next(filter(None, (pair.differs(typed, line) for line in ("LAST 9", "FIND 1 Pool"))), "")
            exploit_if(found, f"{typed!r:.60}, who is not in the file, which has {name!r}: {found}")


def test_names_and_lines_that_are_one_when_joined():
    """What is kept for a member and a line is nothing to another member whose name is a part of this, with another line."""
    for way, form in (("the line behind", "Ida{}Eve"), ("the line before", "Eve{}Ida")):
        borders = [border for border in values.BORDERS if border != "\0"]
        members = (("Ida", 0, 2), *((form.format(border), 3 + number, 1) for number, border in enumerate(borders)), ("IDA", 2, 1), ("Ida ", 18, 1))
        pair = Twins(way, members)
        for line in ("LAST 5", "FROM 1 1", "FROM 1 9", "BEFORE 2 1", "FIND 1 Pool", "FIND 1 Dive"):
            for border in borders:
                for logs in pair.both:
                    attempt(logs.answer, form.format(border), line)
                asked_by_ida = f"Eve{border}{line}" if way == "the line behind" else f"{line}{border}Eve"
                found = pair.differs("Ida", asked_by_ida)
                exploit_if(found, f"after {form.format(border)!r} with {line!r}, {asked_by_ida!r}: {found}")
            for other in ("IDA", "Ida "):
                for logs in pair.both:
                    attempt(logs.answer, other, line)
                found = pair.differs("Ida", line)
                exploit_if(found, f"after {other!r} with {line!r}: {found}")
