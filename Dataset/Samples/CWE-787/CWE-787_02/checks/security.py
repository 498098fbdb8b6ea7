from harness import attempt, box, exploit_if, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PATH = "locker.bin"
NAMES = (b"Ada", b"Ben", b"Cleo")
TRAILER = b"firmware 3.1 #77"


class Locker(Machine):
    """Only the 24 bytes of a compartment that there is may change."""

    variants = (3, 3, 1)
    number = domain(1, 3, odd=[0, 4, -1, *values.around(0, 3), 65537, 257, 65536, *values.WIDTHS, 40, True, 2730])
    label = domain("Dora", odd=["x" * 24 + "I am Ben", *values.resized(24)])
    operations = {"store_label": (number, label)}

    def start(self, count):
        labels = b"".join(name.ljust(24, b"\0") for name in NAMES[:count])
        self.model = b"LOCK" + count.to_bytes(2, "big") + b"service code 82-19".ljust(26, b"\xee") + labels + TRAILER
        box.write(PATH, self.model, mode=0o666)

    def store_label(self, number, label):
        attempt(solution.store_label, PATH, number, label)
        before, self.model = self.model, box.read(PATH)
        if len(self.model) != len(before):
            return f"the memory of {len(before)} bytes became {len(self.model)} bytes long"
        own = range(8 + 24 * number, 32 + 24 * number) if 1 <= number <= before[5] else range(0)
        changed = [place for place in range(len(before)) if place not in own and before[place] != self.model[place]]
        if not changed:
            return ""
        place = "header" if changed[0] < 32 else "trailer" if changed[0] >= len(
            before) - 16 else "label of another door"
        return f"the {place} became {self.model[changed[0] : changed[-1] + 1]!r}"


def test_a_label_stays_on_its_door():
    found = search(Locker, tries=300, alone=0.8)
    exploit_if(found, str(found))
