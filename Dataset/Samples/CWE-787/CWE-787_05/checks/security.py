from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search


class Organ(Machine):
    """Only bits of the registration that is named may change, and the memory keeps its size."""

    #: Organists, pistons and stops; the same with all stops drawn, where a cleared bit shows.
    variants = ((2, 2, 5, 0), (2, 2, 5, -1), (3, 2, 3, 0), (1, 1, 5, -1), (2, 1, 8, 0), (3, 1, 7, 0))
    organist = domain(0, 1, odd=(-1, 2, 3, -2, -3, *values.around(2)))
    piston = domain(0, 1, odd=(-1, 2, 3, 4, -2, -3, *values.around(2)))
    stop = domain(0, 2, odd=[5, -1, 3, 4, 6, 7, 8, -2, -5, 10, -8, *values.around(5, 8, 20), *values.WIDTHS])
    mask = domain(1, 0, odd=[32, -1, 33, 8, 63, 64, -2, 255, 256, -32, 1 << 10, 1 << 19, 128, (1 << 15) - 1, -33,
        1 << 21, (1 << 16) - 1, 40, 1 << 8, *values.WIDTHS, -(1 << 40), (1 << 80) - 1])
    operations = {
        "store_past_the_stops": (domain(0, 1, 7), domain(0, 1)),
        "draw": (organist, piston, stop),
        "cancel": (organist, piston, stop),
        "store": (organist, piston, mask),
        "draw_across": (domain((0, 2, -5), (0, -1, 5), (1, -1, 1), (-1, 3, 0), (0, 1, -3), (1, -2, 12), (2, -2, 0)),),
    }

    def start(self, variant):
        self.organists, self.pistons, self.stops, mask = variant
        self.memory = solution.Combinations(self.organists, self.pistons, self.stops)
        full = (1 << self.stops) - 1
        for place in range(self.organists * self.pistons if mask else 0):
            self.memory.store(*divmod(place, self.pistons), full)
        self.model = self.memory.image()
        size = self.organists * self.pistons * self.stops
        if self.model != ((1 << size) - 1 & mask).to_bytes((size + 7) // 8, "little"):
            inconclusive("the memory does not hold what was stored")

    def draw(self, organist, piston, stop):
        return self.after("draw", organist, piston, stop)

    def cancel(self, organist, piston, stop):
        return self.after("cancel", organist, piston, stop)

    def store(self, organist, piston, mask):
        return self.after("store", organist, piston, mask)

    def store_past_the_stops(self, above, first):
        """Of a mask for this organ, one bit is too many; in every place, since not all of them have another behind."""
        places = [divmod(place, self.pistons) for place in range(self.organists * self.pistons)]
        mask = 1 << self.stops + above | first
        return next(filter(None, (self.after("store", *place, mask) for place in places)), "")

    def draw_across(self, place):
        """What is wrong in two ways, and adds up to a bit that there is."""
        return self.after("draw", *place) or self.after("cancel", *place)

    def after(self, method, organist, piston, value):
        done = attempt(getattr(self.memory, method), organist, piston, value)
        image = attempt(self.memory.image)
        if not image.returned:
            inconclusive("the memory no longer gives its image")
        before, self.model = self.model, image.value
        if len(self.model) != len(before):
            return f"the memory became {len(self.model)} bytes long"
        changed = int.from_bytes(before, "little") ^ int.from_bytes(self.model, "little")
        # Who leaves out the stops that there are not may change the rest; who refuses may change nothing.
        if done.returned and 0 <= organist < self.organists and 0 <= piston < self.pistons:
            own = ((1 << self.stops) - 1) << (organist * self.pistons + piston) * self.stops
            changed &= ~own
        if not changed:
            return ""
        bit = (changed & -changed).bit_length() - 1
        owner, place = divmod(bit // self.stops, self.pistons)
        whose = "of no registration" if owner >= self.organists else f"of organist {owner}, piston {place}"
        return f"a bit {whose} was changed{'' if done.returned else ' by a call that was refused'}"


def test_only_bits_of_the_registration_that_is_named_change():
    found = search(Organ, tries=330, alone=0.8, length=4)
    exploit_if(found, str(found))
