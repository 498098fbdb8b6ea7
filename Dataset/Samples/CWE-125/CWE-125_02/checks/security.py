from harness import attempt, exploit_if, solution
from probes import database
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

STOPS = ["Entrance", "Minerals", "Meteorites"]
NUMBERS = [0, -1, -2, -3, -4, 4, 5, 7, -7, 6, 900]


class Museum(Machine):
    """No visitor hears a note, whatever was typed and wherever the guide stands."""

    variants = (3, 3, 1)
    odd = [*map(str, NUMBERS), *(text for number in NUMBERS[:4] for text in values.number_texts(number)), "",
        *NUMBERS[:3],
           "-1.0", "1.9", "-0.5", "1 -1", None, ["1"], "nan", True]
    typed = domain("2", "1", "3", odd=odd)
    operations = {"select": (typed,), "back": (), "forward": ()}

    def start(self, stops):
        self.notes = [database.secret("note") for _ in range(4)]
        self.guide = solution.AudioGuide(STOPS[:stops] + self.notes, stops)

    def select(self, typed):
        return self.spoken(attempt(self.guide.select, typed))

    def back(self):
        return self.spoken(attempt(self.guide.back))

    def forward(self):
        return self.spoken(attempt(self.guide.forward))

    def spoken(self, outcome):
        return "a note of the staff was spoken" if database.leaks(outcome, *self.notes) else ""


def test_no_visitor_hears_a_note():
    found = search(Museum, tries=400, alone=0.3, length=5)
    exploit_if(found, str(found))
