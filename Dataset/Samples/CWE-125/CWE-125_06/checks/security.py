import re

from harness import attempt, exploit_if, inconclusive, solution
from probes.grammars.ranked import in_turn
from probes.machines import spans, values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

WIDTH, HEIGHT = 4, 3
#: Where the parcels are: one in each corner and one in the middle of a wide picture; five on top of each other.
WIDE = {"top left": (0, 0), "bottom right": (9, 7), "middle": (5, 4), "top right": (9, 0), "bottom left": (0, 7)}
NARROW = {grower: (0, HEIGHT * number) for number, grower in enumerate(WIDE)}
OWNERS = {grower: 1 + number for number, grower in enumerate(WIDE)}
NOBODY = 14
#: How wide the picture with parcels beside each other is.
LINE = 13
ACROSS, DOWN = spans.leaving(WIDTH), spans.leaving(HEIGHT)
SLANTED = in_turn(ACROSS, spans.wrapping(WIDTH, LINE))


class Hill:
    """A picture in which each byte tells whose pixel it is part of, by its upper half."""

    def __init__(self, parcels, width, height):
        pixels = bytearray(1 + place % 13 + 16 * NOBODY for place in range(2 * width * height))
        for grower, (left, top) in parcels.items():
            for start in (2 * ((top + row) * width + left) for row in range(HEIGHT)):
                for place in range(start, start + 2 * WIDTH):
                    pixels[place] += 16 * (OWNERS[grower] - NOBODY)
        self.picture = solution.HeatPicture(width, bytes(pixels))

    def assign(self, parcels):
        for grower, (left, top) in parcels.items():
            self.picture.assign(grower, left, top, WIDTH, HEIGHT)

    def foreign(self, grower, asked, *arguments):
        """Pixels of others that this brings to the grower, in what is returned or said."""
        outcome = attempt(getattr(self.picture, asked), grower, *arguments)
        # A message may tell a temperature in degrees.
        told = (number.replace(".", "") for number in re.findall(r"\b\d+(?:\.\d+)?\b", str(outcome.error or "")))
        said = [int(number) for number in told if len(number) in (4, 5)]
        allowed = {0, OWNERS[grower], 15}  # 0 and 15: what stands for no pixel (0, 65535)
        found = [one for one in [*numbers(outcome.value), *said] if {byte // 16 for byte in in_bytes(one)} - allowed]
        return f"{grower} sees pixels of others, such as {found[:3]}" if found else ""


def numbers(value):
    if isinstance(value, (list, tuple)):
        return [number for part in value for number in numbers(part)]
    return [value] if isinstance(value, int) and value > 0 else []


def in_bytes(number):
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def inside(step, size, full):
    """A start and a count of a row of places that stays in the range, with this step."""
    count = min(size, 1 + (size - 1) // abs(step)) if step else 2
    return (size - 1 if step < 0 else 0, count) if full else (1, 1)


class Phone(Machine):
    """Whatever a phone asks for, each pixel that comes back is one of the grower's own."""

    variants = ("wide", "narrow", "wide")
    grower = domain(*OWNERS)
    full = domain(True, False)
    line = domain((0, 0), (1, 0), (2, -1), (0, 1))
    operations = {
        "crop_across": (grower, domain((0, 2, 1), odd=ACROSS), full),
        "crop_down": (grower, domain((0, 2, 1), odd=DOWN), full),
        "along_across": (grower, domain((0, 2, 1), odd=tuple(SLANTED)), line),
        "along_down": (grower, domain((0, 2, 1), odd=DOWN), line),
    }

    def start(self, form):
        self.hill = Hill(WIDE, LINE, 10) if form == "wide" else Hill(NARROW, WIDTH, HEIGHT * len(NARROW))
        self.hill.assign(WIDE if form == "wide" else NARROW)
        if not attempt(self.hill.picture.crop, "middle", 0, 0, WIDTH, HEIGHT).returned:
            inconclusive("a grower's own parcel cannot be looked at")

    def crop_across(self, grower, span, full):
        left, width, step = span
        top, height = inside(step, HEIGHT, full)
        return self.hill.foreign(grower, "crop", left, top, width, height, step)

    def crop_down(self, grower, span, full):
        top, height, step = span
        left, width = inside(step, WIDTH, full)
        return self.hill.foreign(grower, "crop", left, top, width, height, step)

    def along_across(self, grower, span, line):
        left, count, right = span
        top, down = line
        return self.hill.foreign(grower, "along", left, top, right, down, count)

    def along_down(self, grower, span, line):
        top, count, down = span
        left, right = line
        return self.hill.foreign(grower, "along", left, top, right, down, count)


def test_a_phone_brings_no_pixel_of_another_parcel():
    found = search(Phone, tries=600, alone=1)
    exploit_if(found, str(found))


#: What lies within the parcel, or within one that was larger.
ORDINARY = [("crop", 0, 0, WIDTH, HEIGHT), ("crop", 1, 1, 2, 1), ("crop", 0, 0, 2, 2, 2), ("along", 0, 0, 1, 1, 3),
    ("along", 3, 2, -1, 0, 4), ("crop", 4, 3, 1, 1), ("along", 0, 0, 1, 0, 5), ("crop", 0, 0, 5, 4)]


def test_a_parcel_ends_when_it_is_measured_again():
    elder = Hill({}, LINE, 10)
    elder.assign(WIDE)
    growers = list(WIDE)
    for move in (1, 2, "larger"):
        hill = Hill(WIDE, LINE, 10)
        for number, grower in enumerate(growers):
            if move == "larger":
                left, top = (max(0, place - 1) for place in WIDE[grower])
                hill.picture.assign(grower, left, top, LINE - left, 10 - top)
            else:
                hill.assign({grower: WIDE[growers[(number + move) % len(growers)]]})
        for grower in growers:
            for request in ORDINARY:
                attempt(getattr(elder.picture, request[0]), grower, *request[1:])
                attempt(getattr(hill.picture, request[0]), grower, *request[1:])
        hill.assign(WIDE)
        for request in ORDINARY:
            for grower in growers:
                found = hill.foreign(grower, *request)
                exploit_if(found, f"after a parcel was measured again, {request}: {found}")


def test_a_name_that_is_like_another_has_a_parcel_of_its_own():
    hill = Hill(WIDE, LINE, 10)
    hill.assign({"middle": WIDE["middle"]})
    for name in values.alike("middle"):
        if isinstance(name, str):
            hill.picture.assign(name, *WIDE["top left"], WIDTH, HEIGHT)
            found = hill.foreign("middle", "crop", 0, 0, WIDTH, HEIGHT)
            exploit_if(found, f"once {name!r} has a parcel: {found}")
