from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import resembling, values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

SIZE = 40
#: The palette that Ida has at the end: in the middle, at either end of the table, of one colour, of as many as bits allow.
PALETTES = ((12, 5), (0, 3), (36, 4), (20, 1), (8, 16), (17, 2), (1, 6), (30, 7))
#: Palettes that she had before, which leave nothing out of the table.
ELDER = ((0, SIZE), (10, 20), (25, 15), (0, 12))
#: What she arranged before: nothing, what fits all palettes, what fits larger ones, and what fits none.
ARRANGED = (None, (0, 0, 0), tuple(range(12)), tuple(range(SIZE)), (0, -1, 5, 9, -2, 16, 17, 39), (-1, 3, 4), tuple(range(-20, 20)), (0, 2, 6, 1))
NUMBERS = (-1, 1, 2, 3, 4, 5, 6, 7, 8, 9, -2, -3, 15, 16, 17, -4, -5, -12, 20, 24, 35, 36, 39, 40, -13, -16, -20, -39, -40, 255, 256)


class Pair:
    """Two tables that are alike in Ida's palette, with which the same is done: what they show differently comes from elsewhere."""

    def __init__(self, palette, around=None):
        """`around`: every colour of others is the one of this place in the palette, or black, in the first table."""
        first, count = palette
        own = range(3 * first, 3 * (first + count))
        table = bytes((11 * place + place // 7) % 256 for place in range(3 * SIZE))
        if around is not None:
            colour = bytes(3) if around == "black" else table[own.start :][3 * around : 3 * around + 3] if around >= 0 else table[own.stop - 3 : own.stop]
            table = bytes(table[place] if place in own else colour[place % 3] for place in range(3 * SIZE))
        other = bytes(byte if place in own else byte ^ 0xFF for place, byte in enumerate(table))
        self.both = [solution.Palettes(one) for one in (table, other)]

    def does(self, name, *arguments):
        return [attempt(getattr(one, name), *arguments) for one in self.both]

    def differs(self, name, *arguments):
        first, second = ((done.returned, done.value if done.returned else str(done.error)) for done in self.does(name, *arguments))
        if first == second:
            return ""
        return f"{name}{arguments} depends on colours of others: {shortened(first[1])} or {shortened(second[1])}"


def shortened(value):
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def looks():
    """All that an artist may ask for, the plainest first."""
    for bits, data in ((8, bytes(range(1, 8))), (4, b"\x01\x23\x45\x67\x89\xab\xcd\xef"), (2, b"\x1b\x01\x02"), (1, b"\x01"), (8, b"\x10\x11\x24\x27\x28\x80\xff")):
        yield from (("paint", bytes([byte]), bits) for byte in data)
    yield from (("blend", place) for place in (*range(-3, 4), 15, *(16 * number + rest for number in NUMBERS for rest in (0, 5))))
    yield from (("span", number, number) for number in NUMBERS)
    yield from (("span", first, last) for first in (-1, 0, -3) for last in NUMBERS[:12])
    yield from (("span", first, last) for last in (0, -1) for first in NUMBERS[4:16])
    yield from (("paint", b"\x01\x80\xff\x20\x13\x0c", bits) for bits in (3, 5, 6, 7, 16, 12, 24, 32, 0, -1, -8))
    yield from ((name, *[number] * count) for number in values.WIDTHS for name, count in (("blend", 1), ("span", 2)))


def test_a_look_shows_only_the_own_palette():
    for number, palette in enumerate(PALETTES[:4]):
        pair = Pair(palette)
        pair.does("give", "Ida", *palette)
        if number == 0 and not all(done.returned for done in pair.does("span", "Ida", 0, palette[1] - 1)):
            inconclusive("an artist's own palette cannot be looked at")
        for name, *arguments in list(looks())[number - 1 :: 3] if number else looks():
            found = pair.differs(name, "Ida", *arguments)
            exploit_if(found, f"with {palette[1]} colours from colour {palette[0]} on: {found}")


def test_colours_of_others_that_are_like_the_own():
    """Whether a colour of somebody else's is the same as an own one, or none, is not told either."""
    for turn, (palette, around) in enumerate((((20, 1), -1), ((20, 1), "black"), ((12, 4), -1), ((12, 4), 0), ((17, 2), 1), ((17, 2), "black"))):
        pair = Pair(palette, around)
        pair.does("give", "Ida", *palette)
        last = palette[1] - 1
        for numbers in (None, (0, last + 1, -1), (last, last + 1, 0, 9), (1, -1, 1, last + 2)):
            if numbers:
                pair.does("arrange", "Ida", list(numbers))
            looks = [("blend", 16 * number + part) for number in range(-2, last + 3) for part in (8, 0, 1, 15)]
            looks += [("span", number, number + more) for number in range(-1, last + 2) for more in (1, 2)]
            looks += [("paint", bytes([number, number + 1]), 8) for number in range(last + 2)]
            for name, *rest in looks[turn % 2 :: 2] if turn > 1 else looks:
                found = pair.differs(name, "Ida", *rest)
                exploit_if(found, f"{palette[1]} colours from {palette[0]} on, {numbers} arranged, others have the own colour {around}: {found}")


class App(Machine):
    """Whatever was given, arranged and looked at before, only colours of the palette of the moment are shown."""

    variants = tuple((palette, elder) for palette in PALETTES for elder in (None, ELDER[0]))
    numbers = domain((0, 1), (0,), odd=(*((number,) for number in NUMBERS), (0, 1, 2, 3, 4, 5), *ARRANGED[3:], (), (2**63, 0), (0, -(2**31), 2)))
    asked = domain(("span", 0, 0), ("paint", b"\0", 8), ("paint", b"\x1b", 2), ("blend", 0), ("blend", 3), ("span", 0, 2), ("paint", b"\x01", 1),
        ("paint", b"\x04\x07", 4), ("blend", -1), ("span", -1, -1), ("span", 3, 7), ("blend", 33), ("span", 1, 1), ("paint", b"\x02", 8))
    operations = {
        "arrange": (numbers, asked),
        "arranged_before": (domain(*ARRANGED), domain(None, *ELDER), asked),
        "given_between": (domain(*ARRANGED), domain(None, *ELDER), asked),
        "look": (asked,),
        "give_to_others": (domain(*[name for name in values.alike("Ida") if isinstance(name, str)][:16]), domain(None, (3, 2, 1, 0, 4)), asked),
    }

    def start(self, variant):
        self.palette, elder = variant
        self.pair = Pair(self.palette)
        if elder:
            self.pair.does("give", "Ida", *elder)
        self.pair.does("give", "Ida", *self.palette)
        self.model = 0

    def look(self, asked):
        name, *arguments = asked
        return self.pair.differs(name, "Ida", *arguments)

    def arrange(self, numbers, asked):
        self.pair.does("arrange", "Ida", list(numbers))
        self.model += 1
        return self.look(asked) or self.look(("span", 0, len(numbers) - 1))

    def arranged_before(self, numbers, elder, asked):
        """What was arranged for a larger palette, and looked at with it."""
        first, count = self.palette
        # As many colours as now, elsewhere.
        self.pair.does("give", "Ida", *(elder or ((first + 11) % 24, count)))
        if numbers is not None:
            self.pair.does("arrange", "Ida", list(numbers))
        self.pair.does(asked[0], "Ida", *asked[1:])
        self.pair.does("give", "Ida", *self.palette)
        self.model += 1
        found = self.look(asked)
        for number in range(min(len(numbers or ()), 9)):
            found = found or self.look(("span", number, number))
        return found

    def given_between(self, numbers, elder, asked):
        """Arranged with the palette of the moment, then looked at with a larger one, and with it again."""
        if numbers is not None:
            self.pair.does("arrange", "Ida", list(numbers))
        return self.arranged_before(None, elder, asked)

    def give_to_others(self, name, numbers, asked):
        """To somebody whose name looks like hers."""
        if name != "Ida":
            self.pair.does("give", name, 0, SIZE)
            if numbers:
                self.pair.does("arrange", name, [number + 9 for number in numbers])
        self.model += 1
        return self.look(asked) or self.look(("span", 0, 2))


def test_whatever_happened_only_the_palette_of_the_moment_is_shown():
    found = search(App, tries=150, alone=0.85, length=4)
    exploit_if(found, str(found))


def test_what_was_arranged_for_another_palette():
    for palette, elder in ((PALETTES[0], ELDER[0]), (PALETTES[5], None), (PALETTES[2], ELDER[2])):
        app = App()
        for numbers in ARRANGED[1:]:
            app.start((palette, None))
            found = app.arranged_before(numbers, elder, ("paint", b"\x01", 8)) or app.look(("blend", 5)) or app.look(("span", 0, 2))
            exploit_if(found, f"{list(numbers)} were arranged for another palette: {found}")


def test_a_palette_that_is_nearly_the_one_of_before():
    """It begins or ends where the other did, or has as many colours; what was seen of it is asked for again."""
    for palette in ((4, 1), (12, 5), (20, 2)):
        for elder in resembling.pairs(palette, range(0, 33), (1, 2, 3, 5, 8)):
            for numbers in ((2, 1, 0), tuple(range(7, -1, -1)), None):
                pair = Pair(palette)
                pair.does("give", "Ida", *elder)
                if numbers:
                    pair.does("arrange", "Ida", list(numbers))
                for step in range(9):
                    pair.does("span", "Ida", step, step), pair.does("blend", "Ida", 16 * step + 5)
                pair.does("give", "Ida", *palette)
                for step in range(9):
                    found = pair.differs("span", "Ida", step, step) or pair.differs("blend", "Ida", 16 * step + 5)
                    exploit_if(found, f"{elder} was given before {palette}, {numbers} arranged: {found}")


def test_every_number_of_a_list_stands_for_a_colour_that_is_there():
    """What is right at its ends, in most places, or on the average, and is not in one place."""
    for palette in ((4, 3), (12, 5)):
        for wrong in (-1, palette[1], 9, -palette[1] - 1, 255):
            for numbers in ((0, wrong, 1), (0, wrong, 2, 1), (0, 1, wrong), (wrong, 0, 1), (0, wrong, -wrong, 2), (1, 1, 1, wrong, 1, 1, 0), (2, wrong, wrong, 0)):
                pair = Pair(palette)
                pair.does("give", "Ida", *palette), pair.does("arrange", "Ida", list(numbers))
                last = len(numbers) - 1
                looks = [("span", 0, last), ("span", 1, last), ("span", 0, 2), ("paint", bytes(range(last + 1)), 8), ("paint", b"\x01\x20", 4), ("paint", b"\x1b", 2)]
                looks += [("blend", 16 * place + part) for place in range(last + 1) for part in (0, 3)]
                found = next(filter(None, (pair.differs(name, "Ida", *rest) for name, *rest in looks)), "")
                exploit_if(found, f"{numbers} were arranged for {palette[1]} colours: {found}")
