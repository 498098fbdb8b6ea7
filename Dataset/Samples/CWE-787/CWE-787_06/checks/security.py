from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

SIZES = {"flag": 1, "level": 2, "count": 4, "warmth": 4}
#: Numbers that do not fit a kind, or are none.
BAD = (-1, 256, 32768, -32769, 2**32, 3.4028235677973366e38, 1.5, "5", None, 10**30, 1e39, -(2**31), [1], -3.4028235677973366e38,
    2**64, "", 2**128, 10**400)
#: A block for lists that are longer than what a program may write at once.
LONG = 1300

#: Flats and offsets that are wrong in two ways, and add up to bytes that there are.
REACHING = ((2, -8), (-1, 8), (3, -8), (-1, 24), (1, -5), (-3, 24), (0, 3), (4, -3), (2, -1))


class Heating(Machine):
    """A tenant changes bytes of her own block only, and a call that is refused changes none."""

    #: Flats, and the size of a block.
    variants = ((3, 8), (2, 9), (1, 8), (4, 6), (3, 12), (2, 3))
    flat = domain(1, 0, odd=(-1, 2, 3, -2, -3, 4, 0.5, 1.5, *values.around(3, 8), *values.WIDTHS))
    offset = domain(0, 1, odd=[7, 8, -1, 6, 5, 4, 3, 2, -2, -4, -8, 9, 16, -7, -9, -16, 23, 24, -24,
        *values.around(1, 5), *values.WIDTHS])
    kind = domain(*SIZES, odd=("", "flags", "Flag", "f", "B", "q", "8s", None, "3I"))
    numbers = domain([7], [7, 8], odd=[[7] * many for many in (9, 8, 4, 3, 5, 6, 0, 17, 24, 25, 33)])
    count = domain(1, 2, odd=[9, -1, 8, 5, 4, 3, 2, 0, -2, 6, 17, 25, -8, 1.5, 8.5, "9"])
    operations = {
        "write": (flat, offset, kind, numbers),
        "reset": (flat, offset, kind, count),
        "write_mixed": (flat, offset, domain(["flag"], ["flag", "level"], odd=[
            ["flag", "count", "warmth"], ["flag", "flag", "count", "level"], ["level"], ["count"], ["warmth", "flag"],
            ["flag"] * 9, ["count", "level", "level", "flag"], [], ["flag", "byte"], ["count", "count", "count"],
            ["flag", None], ["level", "warmth", "level", "flag"]])),
        "write_bad": (domain(-1, odd=BAD[1:]), domain(1, 2)),
        "write_near": (domain(0, 1), domain(1, 2, 3), domain("write", "write_mixed", "reset")),
        "write_before": (domain(1, 0), domain(1, 2, 4), domain("write", "write_mixed", "reset")),
        "reach": (domain((0, 8), odd=REACHING), domain(*SIZES)),
    }

    def start(self, variant):
        self.flats, self.size = variant
        self.heating = solution.Registers(self.flats, self.size)
        for flat in range(self.flats):
            self.heating.write(flat, 0, "flag", self.first(flat))
        self.model = self.blocks()
        if self.model != [bytes(self.first(flat)) for flat in range(self.flats)]:
            inconclusive("the memory does not hold what was written")

    def first(self, flat):
        return [(16 * (flat + 1) + place) % 256 for place in range(self.size)]

    def blocks(self):
        image = attempt(self.heating.image)
        if not image.returned:
            inconclusive("the memory no longer gives its image")
        return [image.value[start : start + self.size] for start in range(0, len(image.value), self.size)]

    def write(self, flat, offset, kind, numbers):
        return self.after(flat, "write", offset, kind, numbers)

    def reset(self, flat, offset, kind, count):
        return self.after(flat, "reset", offset, kind, count)

    def write_mixed(self, flat, offset, kinds):
        return self.after(flat, "write_mixed", offset, [(kind, 7) for kind in kinds])

    def write_bad(self, number, before):
        """Numbers that fit stand in front of one that does not, whatever its kind is."""
        for kind in SIZES:
            pairs = [*[("flag", 7)] * before, (kind, number)]
            found = self.after(0, "write", 0, kind, [*[7] * before, number]) or self.after(0, "write_mixed", 1, pairs)
            if found:
                return f"{kind}: {found}"
        return ""

    def write_near(self, flat, over, method):
        """What begins within the block and ends a few bytes behind it."""
        places = [(self.size - size + over, kind, 1) for kind, size in SIZES.items()]
        places += [((self.size + over) % size, kind, self.size // size + 1) for kind, size in SIZES.items()]
        return next(filter(None, (self.some(method, flat, *place) for place in places)), "")

    def write_before(self, flat, under, method):
        """What begins a few bytes in front of the block."""
        places = [(-under, kind, many) for kind in SIZES for many in (1, 2)]
        return next(filter(None, (self.some(method, flat, *place) for place in places)), "")

    def reach(self, place, kind):
        methods = "write", "write_mixed", "reset"
        return next(filter(None, (self.some(method, *place, kind, 1) for method in methods)), "")

    def some(self, method, flat, offset, kind, many):
        given = {"write": (kind, [7] * many), "reset": (kind, many), "write_mixed": ([(kind, 7)] * many,)}
        return self.after(flat, method, offset, *given[method])

    def after(self, flat, method, *arguments):
        done = attempt(getattr(self.heating, method), flat, *arguments)
        before, self.model = self.model, self.blocks()
        if list(map(len, before)) != list(map(len, self.model)):
            return f"the memory became {sum(map(len, self.model))} bytes long"
        if not done.returned and before != self.model:
            return "a call that was refused changed the memory"
        others = [one for one, block in enumerate(before) if one != flat and self.model[one] != block]
        return f"the block of flat {others[0]} became {self.model[others[0]]!r}" if others else ""


def test_a_tenant_changes_her_own_block_only():
    found = search(Heating, tries=300, alone=0.85, length=4)
    exploit_if(found, str(found))


def test_what_is_written_in_pieces_changes_her_own_block_only():
    heating = Heating()
    heating.start((2, LONG))
    for kind, size in SIZES.items():
        many = LONG // size
        for method, offset, over in (("reset", 0, 1), ("write", 0, 1), ("write_mixed", size, 0), ("reset", 1, 300)):
            found = heating.some(method, 0, offset, kind, many + over)
            exploit_if(found, f"{method}, {many + over} of {kind} from {offset} on in a block of {LONG} bytes: {found[:200]}")
        found = heating.after(0, "write", 0, kind, [*[7] * (many - 1), "7"])
        exploit_if(found, f"write, {many - 1} of {kind} and a text: {found[:200]}")
