import re

from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import spans, values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

DIARIES = ("früh Über", "🌊海 x 海🌊", "Land", "äöüßäöüß", "é", "", "end\n", "a b")
LETTERS, FLOWERS, BLANKS, PARTS = b"z", "ø🌵".encode(), b" q\n", b"\x80"
#: What stands around a diary is the same as in it, again and again: to who compares texts and not places, it is the diary.
OWN = b""


def memory_with(target, gap, filling):
    """Where the diary stands, with `gap` bytes between two diaries; everything else in the memory is of other bytes."""
    sizes = [len(text.encode()) for text in DIARIES]
    offsets = [sum(sizes[:number]) + gap * number for number in range(len(sizes))]
    memory = ((filling or LETTERS) * (sum(sizes) + gap * len(sizes)))[: sum(sizes) + gap * len(sizes)]
    start, end = offsets[target], offsets[target] + sizes[target]
    if not filling:
        own = DIARIES[target].encode() or b"own "
        memory = bytes(own[(place - start) % len(own)] for place in range(sum(sizes) + gap * len(sizes)))
    table = {f"diary {number}": (offsets[number], size) for number, size in enumerate(sizes)}
    return memory[:start] + DIARIES[target].encode() + memory[end:], table


def what_was_said(error):
    """An error and its message, without the address of an object."""
    return re.sub("0x[0-9a-f]{6,}", "", f"{type(error).__name__} {error}") if error else ""


class Desk(Machine):
    """What a desk is told is the same, whatever stands in front of the diary and behind it."""

    #: How many bytes lie between two diaries, and two memories in which everything else is different.
    variants = ((0, LETTERS, FLOWERS), (3, LETTERS, BLANKS), (0, BLANKS, FLOWERS), (1, LETTERS, PARTS), (40, BLANKS, LETTERS), (0, OWN, LETTERS), (2, FLOWERS, OWN))
    target = domain(0, 1, 2, odd=range(3, len(DIARIES)))
    #: Counted from the beginning or from the end of the diary.
    byte = domain((0, 0), (1, 0), odd=[
        (0, -1), (1, 1), (1, -1), (0, -2), (1, 2), (0, -4), (1, 4), (1, -2), (1, 3), (0, -3), (1, -3), (0, 1), (0, -8), (1, 9),
        (1, -4), (0, 2), (0, -40), (1, 40), (0, -100), (1, 100), *((0, number) for number in values.WIDTHS)])
    count = domain(80, 1, odd=(4, 0, -1, 9, 2, -2, 8, 3, -4, 5, 6, 7, -9, 400, -80, 12, 16, *values.WIDTHS[:4]))
    operations = {
        "forward": (target, byte, count),
        "backward": (target, byte, count),
        "word": (target, byte),
        "every_byte": (domain(0, 1, 3, 4), domain(1, 30)),
        "after_another": (domain(1, 3), domain(0, 2), domain(2, 30)),
    }

    def start(self, variant):
        self.gap, *self.fillings = variant
        self.desks = {}

    def shown(self, target, asked, *arguments):
        if target not in self.desks:
            made = [memory_with(target, self.gap, filling) for filling in self.fillings]
            self.desks[target] = [solution.Diaries(*one) for one in made]
        told = [attempt(getattr(desk, asked), f"diary {target}", *arguments) for desk in self.desks[target]]
        first, second = ((one.returned, one.value, what_was_said(one.error)) for one in told)
        return f"{first[1:]}, or {second[1:]} when something else stands around the diary" if first != second else ""

    def forward(self, target, byte, count):
        return self.shown(target, "forward", self.place(target, byte), count)

    def backward(self, target, byte, count):
        return self.shown(target, "backward", self.place(target, byte), count)

    def word(self, target, byte):
        return self.shown(target, "word", self.place(target, byte))

    def every_byte(self, target, count):
        """In the middle of characters, too."""
        data = DIARIES[target].encode()
        inner = [byte for byte in range(len(data)) if data[byte] >> 6 == 2]
        for byte in (*inner, *range(max(0, len(data) - 3), len(data))):
            wrong = self.shown(target, "forward", byte, count) or self.shown(target, "backward", byte, count)
            if wrong := wrong or self.shown(target, "word", byte):
                return f"byte {byte}: {wrong}"
        return ""

    def after_another(self, target, byte, count):
        """The same places of other diaries were asked for before."""
        self.shown(target, "word", 0)
        for desk in self.desks[target]:
            for other in (target - 1, (target + 1) % len(DIARIES)):
                self.read(desk, other, byte, count)
        return self.shown(target, "forward", byte, count) or self.shown(target, "backward", byte, count) or self.shown(
            target, "word", byte)

    def same_place(self, target, count):
        """What is one place in the memory is the end of a diary and the beginning of others, or lies beyond both."""
        _, table = memory_with(target, self.gap, LETTERS)
        start, size = table[f"diary {target}"]
        for other, (begin, length) in enumerate(table.values()):
            if other == target:
                continue
            for mine, theirs in spans.shared(range(start, start + size + 1), range(begin, begin + length + 1)):
                self.desks.clear()
                self.shown(target, "word", 0)
                for desk in self.desks[target]:
                    self.read(desk, other, theirs, count)
                for asked in ("forward", "backward"):
                    if wrong := self.shown(target, asked, mine, count):
                        return f"byte {mine}: {wrong}"
                if wrong := self.shown(target, "word", mine):
                    return f"byte {mine}: {wrong}"
        return ""

    def read(self, desk, diary, byte, count):
        for asked in ("forward", "backward"):
            attempt(getattr(desk, asked), f"diary {diary}", byte, count)
        attempt(desk.word, f"diary {diary}", byte)

    def place(self, target, byte):
        side, way = byte
        return side * len(DIARIES[target].encode()) + way


def test_what_stands_around_a_diary_is_never_shown():
    memory, table = memory_with(2, 0, LETTERS)
    if attempt(solution.Diaries(memory, table).forward, "diary 2", 0, 4).value != (DIARIES[2], 4):
        inconclusive("a diary cannot be read")
    found = search(Desk, tries=420, alone=1)
    exploit_if(found, str(found))


def test_a_place_that_two_diaries_share_is_in_one_only():
    for variant in ((0, LETTERS, FLOWERS), (1, BLANKS, LETTERS), (0, OWN, LETTERS)):
        desk = Desk()
        desk.start(variant)
        for target, count in ((1, 5), (2, 1), (4, 80)):
            wrong = desk.same_place(target, count)
            exploit_if(wrong, f"diary {target}: {wrong}")
