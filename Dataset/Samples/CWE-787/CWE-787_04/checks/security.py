from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

CUE = 4


class Desk(Machine):
    """What a company sends changes the bank of its own show only, and the memory keeps its size."""

    #: Slots of a bank, and how many of them are used, show by show.
    variants = ((2, (2, 2, 2)), (2, (2, 0, 2)), (3, (2, 1, 3)), (1, (1, 1, 0)), (3, (0, 3, 3)), (1, (0,)), (2, (1, 2)))
    show = domain(1, 0, 2, odd=(-1, 3, -2, -3, *values.around(3), 2**31))
    position = domain(0, 1, odd=[-1, 2, 3, -2, 4, 5, -3, -4, *values.around(0, 2, 6), *values.WIDTHS])
    cue = domain(b"!!!!", odd=[b"!" * size for size in (5, 0, 8, 3, 1, 2, 12, 16, 6, 64)])
    operations = {"insert": (show, position, cue), "remove": (show, position), "fill": (show, position)}

    def start(self, variant):
        self.slots, used = variant
        self.desk = solution.CueMemory(len(used), self.slots)
        for show, count in enumerate(used):
            for position in range(count):
                self.desk.insert(show, position, bytes([65 + 4 * show + position]) * CUE)
        self.model = self.banks(self.desk.image())
        cues = [b"".join(self.desk.cues(show)) for show in range(len(used))]
        if [bank.rstrip(b"\0") for bank in self.model] != cues or len(cues) != len(used):
            inconclusive("the desk does not show what was inserted")

    def banks(self, image):
        size = self.slots * CUE
        return [image[start : start + size] for start in range(0, len(image), size)]

    def insert(self, show, position, cue):
        return self.after(show, "insert", position, cue)

    def remove(self, show, position):
        return self.after(show, "remove", position)

    def fill(self, show, position):
        """One cue more than a bank holds."""
        sent = (self.after(show, "insert", position, b"%04d" % number) for number in range(self.slots + 1))
        return next(filter(None, sent), "")

    def after(self, show, method, *arguments):
        told = attempt(getattr(self.desk, method), show, *arguments)
        image = attempt(self.desk.image)
        if not image.returned:
            inconclusive("the desk no longer gives its memory")
        before, self.model = self.model, self.banks(image.value)
        if list(map(len, before)) != list(map(len, self.model)):
            return f"the memory became {len(image.value)} bytes long"
        if not told.returned and before != self.model:
            return "a call that was refused changed the memory"
        others = [one for one, bank in enumerate(before) if one != show and self.model[one] != bank]
        return f"the bank of show {others[0]} became {self.model[others[0]]!r}" if others else ""


def test_a_company_changes_its_own_bank_only():
    found = search(Desk, tries=420, alone=0.65, length=5)
    exploit_if(found, str(found))
