from harness import attempt, exploit_if, inconclusive, solution, testify
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

ROOM = 6
#: Calls that have to be refused, and must not leave a place behind from which the next one goes on.
REFUSED = tuple(("amend", back, size) for back, size in ((2, 7), (1, 13), (3, 8), (6, 7), (0, 1), (7, 2), (-1, 1), (8, 7)))
REFUSED += (("append", 7), ("append", 13), ("set_length", 7), ("set_length", 0), ("set_length", -2))

LETTERS = b"abcdefghijklmnopqr"
WIDE = """
import array, ctypes, mmap
traces = solution.Traces(3, 6)
for car in range(3):
    traces.append(car, b"abcdefghijklmnopqr"[6 * car:][:6])
traces.set_length(1, 4)
traces.append(1, b"gh")
data = {make}
try:
    traces.{call}
except Exception:
    pass
try:
    result = bytes(traces.image())
except Exception:
    result = None
"""


class Funfair(Machine):
    """Only bytes in the trace of the car that is named change, the memory keeps its size, a refusal changes nothing."""

    #: For each car, the length of its trace, and where its head is.
    variants = (((6, 0), (6, 4), (6, 0)), ((4, 3), (6, 0)), ((6, 0), (3, 1), (6, 5)), ((5, 2),), ((6, 0), (1, 0)), ((2, 1), (6, 3)))
    car = domain(1, 0, 2, odd=(-1, 3, -2, -3, *values.around(3, ROOM), *values.WIDTHS))
    back = domain(1, 2, odd=(ROOM, 3, 4, 5, 7, 0, -1, -2, ROOM + 2, 12, -6, 13, 18, -12, 19, *values.WIDTHS))
    size = domain(1, 3, odd=(7, 13, 6, 12, 4, 5, 2, 8, 9, 19, 0, 18, 30, 14, 25, 300))
    length = domain(3, 1, 6, odd=(7, 0, -2, 2, -1, 8, 12, 5, 13, 18, 19, -6, -7, *values.WIDTHS))
    operations = {
        "append": (car, size),
        "amend": (car, back, size),
        "set_length": (car, length),
        "shorten": (domain(0, 1), domain((3, 3), (4, 3), (1, 1), (5, 5), (5, 2)), domain("append", "amend")),
        "append_after": (car, length, domain(6, 1, odd=(7, 12, 2))),
        "amend_after": (domain(0, 1), length, back, domain(1, 6)),
        "one_by_one": (domain(1, 0), length),
        "go_on": (domain(0, 1), domain(*REFUSED), domain(1, 2)),
    }

    def start(self, traces):
        self.begun, self.cars, self.sent = traces, len(traces), 0
        self.traces = solution.Traces(self.cars, ROOM)
        for car, (length, head) in enumerate(traces):
            self.traces.append(car, self.letters(car))
            if head:
                self.traces.append(car, self.letters(car)[:head])
            if length != ROOM:
                self.traces.set_length(car, length)
        #: Rooms, and how much of each the trace may be: the last length that was taken.
        self.model = [self.rooms(), [length for length, _ in traces]]
        if self.model[0] != [self.letters(car) for car in range(self.cars)]:
            inconclusive("the traces do not hold what was appended")

    def letters(self, car):
        return bytes(range(200 + ROOM * car, 200 + ROOM * (car + 1)))

    def data(self, size):
        """Bytes that are nowhere yet."""
        self.sent += 1
        return bytes((7 * self.sent + number) % 199 + 1 for number in range(size))

    def rooms(self):
        image = attempt(self.traces.image)
        if not image.returned:
            inconclusive("the traces no longer give their image")
        return [image.value[start : start + ROOM] for start in range(0, len(image.value), ROOM)]

    def append(self, car, size):
        return self.after(car, attempt(self.traces.append, car, self.data(size)))

    def amend(self, car, back, size):
        return self.after(car, attempt(self.traces.amend, car, back, self.data(size)))

    def set_length(self, car, length):
        return self.after(None, self.shall_be(car, length))

    def shall_be(self, car, length):
        done = attempt(self.traces.set_length, car, length)
        if done.returned and self.is_there(car):
            # What becomes of a length that there cannot be, the room is the most.
            self.model[1][car] = length if length in range(1, ROOM + 1) else ROOM
        return done

    def shorten(self, car, sizes, way):
        """The head was right for a trace of another length."""
        head, length = sizes
        # In a trace of one byte, the head is at the first one.
        self.shall_be(car, 1), self.shall_be(car, ROOM)
        attempt(self.traces.append, car, self.letters(0)[:head])
        self.shall_be(car, length)
        self.model[0] = self.rooms()
        return self.append(car, length) if way == "append" else self.amend(car, length, length)

    def append_after(self, car, length, size):
        self.shall_be(car, length)
        return self.append(car, size) or self.append(car, 2)

    def amend_after(self, car, length, back, size):
        self.shall_be(car, length)
        return self.amend(car, back, size)

    def one_by_one(self, car, length):
        """More than a ring holds, in small pieces."""
        self.shall_be(car, length)
        return next(filter(None, (self.append(car, size) for size in (1, 2, 1, 3, 1, 5))), "")

    def go_on(self, car, call, size):
        """What follows a refusal goes where it would have gone without: nothing has changed, not even the head."""
        images = []
        for refused in (False, True):
            self.start(self.begun)
            if refused:
                name, *numbers = call
                data = [] if name == "set_length" else [bytes(numbers.pop())]
                if attempt(getattr(self.traces, name), car, *numbers, *data).returned:
                    self.start(self.begun)
                    return ""
            attempt(self.traces.append, car, b"\1\2"[:size])
            images.append(self.rooms())
        self.start(self.begun)
        return "" if images[0] == images[1] else "a call that was refused has changed where the next bytes go"

    def is_there(self, car):
        return type(car) is int and 0 <= car < self.cars

    def after(self, car, done):
        (before, lengths), rooms = self.model, self.rooms()
        self.model[0] = rooms
        if list(map(len, before)) != list(map(len, rooms)):
            return f"the memory became {sum(map(len, rooms))} bytes long"
        for one, room in enumerate(rooms):
            own = lengths[one] if one == car and done.returned else 0
            if room[own:] != before[one][own:]:
                whose = f"the room of car {one}" + (f", behind a trace of {own} bytes," if own else "")
                return f"{whose} became {room!r}" + ("" if done.returned else " by a call that was refused")
        return ""


def test_only_the_trace_of_the_car_that_is_named_changes():
    found = search(Funfair, tries=360, alone=0.78, length=5)
    exploit_if(found, str(found))


def test_data_of_wide_items_stay_in_the_trace_as_well():
    """Of a buffer, `len` counts the items, and a slice takes the bytes, or the other way around."""
    for make in values.WIDE_BUFFERS:
        for count in (1, 3, 4, 6):
            for call in ("append(1, data)", "amend(1, 2, data)"):
                image = testify(WIDE.format(make=make.format(count=count), call=call))
                if image is not None:
                    others = image[:ROOM] + image[ROOM + 4 :]
                    exploit_if(others != LETTERS[:ROOM] + LETTERS[ROOM + 4 :], f"{call}, the data being {make}, made the memory {image!r}")


def test_a_fraction_is_no_car_and_no_place_beyond_the_last():
    """What is out of range is in it when it is cut or rounded."""
    for variant in (Funfair.variants[0], Funfair.variants[3]):
        made = Funfair()
        made.start(variant)
        before = made.model[0]
        calls = [(name, *rest) for car in values.fractions_beside(0, made.cars - 1) for name, rest in (("append", (car, b"x")), ("amend", (car, 1, b"x")), ("set_length", (car, 2)))]
        calls += [("amend", 0, back, b"x") for back in values.fractions_beside(1, variant[0][0])]
        for name, *arguments in calls:
            attempt(getattr(made.traces, name), *arguments)
            exploit_if(made.rooms() != before, f"{name}{tuple(arguments)} changed the memory")
