from harness import attempt, exploit_if, inconclusive, solution
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search


class Engraver(Machine):
    """No pixel of an earlier picture is shown. Each picture has one value, which no other picture has."""

    variants = ((8, 4), (8, 4), (1, 1), (40, 10))
    #: What is written before: so many pixels. "-2" stands for all but two.
    written = domain("0", "3", "-2", odd=("1", "-1", "2", "all", "7", "-4"))
    distance = domain(4, 1, odd=(0, 5, 8, 2, 3, 32, 31, 33, 255, 128, 16, 30, 100))
    count = domain(2, odd=(1, 4, 3, 0, 8, 30, 29, 255, 31))
    #: What comes behind: nothing, the rest of the picture, the same without its last byte, or an instruction that is
    #: cut off.
    rest = domain("fill", "", odd=("cut fill", "cut run", "cut copy", "cut distance", "too much"))
    operations = {
        "run": (written, domain("", "cut fill", odd=("cut run", "cut copy", "cut distance", "too much", "fill"))),
        "copy": (written, distance, count, rest),
        "copy_twice": (domain("3", "1"), domain((4, 1), (1, 2), (0, 1)), domain((9, 1), (5, 2), (0, 3), (4, 40))),
    }

    def start(self, size):
        self.size, self.pictures = size[0] * size[1], 0
        self.unpacker = solution.Unpacker(*size)
        if self.unpacker.unpack(b"".join(self.runs(self.size))) != bytes([self.value]) * self.size:
            inconclusive("an ordinary picture is not unpacked")

    @property
    def value(self):
        return 1 + self.pictures % 250

    def runs(self, count):
        """So many pixels of this picture's value."""
        for start in range(0, count, 255):
            yield bytes([min(255, count - start), self.value])

    def begun(self, written):
        number = self.size if written == "all" else int(written)
        return max(0, min(number + self.size if number < 0 else number, self.size))

    def run(self, written, rest):
        return self.shown([], self.begun(written), rest)

    def copy(self, written, distance, count, rest):
        return self.shown([bytes([0, distance, count])], self.begun(written), rest, count)

    def copy_twice(self, written, first, second):
        return self.shown([bytes([0, *first]), bytes([0, *second])], self.begun(written), "fill", first[1] + second[1])

    def shown(self, copies, written, rest, copied=0):
        self.pictures += 1
        fill = b"".join(self.runs(self.size - written - copied))
        end = {"": b"", "fill": fill, "cut fill": fill[:-1], "cut run": b"\x09", "cut copy": b"\0",
            "cut distance": b"\0\x05", "too much": bytes([200, self.value])}[rest]
        data = b"".join(self.runs(written)) + b"".join(copies) + end
        picture = attempt(self.unpacker.unpack, data).value
        foreign = set(picture) - {self.value, 0} if isinstance(picture, (bytes, bytearray)) else set()
        return f"{data!r}, a picture of {self.value} only, shows pixels of {sorted(foreign)}" if foreign else ""


def test_no_pixel_of_an_earlier_picture_is_shown():
    found = search(Engraver, tries=330, alone=0.95)
    exploit_if(found, str(found))
