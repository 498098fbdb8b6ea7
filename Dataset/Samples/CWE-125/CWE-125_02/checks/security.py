from harness import attempt, exploit_if, solution
from probes import database
from probes.grammars.ranked import in_turn
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

STOPS = ["Entrance", "Minerals", "Meteorites", "Dinosaurs", "Whales"]
#: Read in part, or as more than one number.
OTHERS = [
    *("", "1e-5", "1 -1", "1-1", "1,0", "1;0", "2-5", "3+1", "1\n0", "7e-1", "0 1", "#0", "No. 0", "stop 0", "nan"),
    *("inf", "1__0", "0,1", "0" * 20, "3.0000000000000001e0", "9" * 4301, "True", "None", "0.0.1", "+-1", "-+1"),
]
NUMBERS = [0, -1, -2, -3, -4, 4, 5, 7, -7, 6, 900]


class Museum(Machine):
    """No visitor hears a note, whatever was typed and wherever the guide stands."""

    variants = (3, 3, 1, 2)
    texts = in_turn(
        map(str, NUMBERS),
        values.fraction_texts(0), values.number_texts(0), values.number_texts(-1), values.fraction_texts(3),
        values.number_texts(4), values.fraction_texts(4), values.fraction_texts(-1), values.number_texts(-2), OTHERS,
    )
    typed = domain("2", "1", "3", odd=texts)
    operations = {"select": (typed,), "back": (), "forward": (), "hand_out_another": (domain(1, 5, 3),)}

    def start(self, stops):
        self.notes = [database.secret("note") for _ in range(4)]
        self.guide = self.handed_out(stops)

    def handed_out(self, stops):
        return solution.AudioGuide(STOPS[:stops] + self.notes, stops)

    def select(self, typed):
        """The guide goes somewhere, or stays: both ways from there are walked, too."""
        return self.spoken(self.guide, "select", typed) or self.walk(self.guide)

    def back(self):
        return self.spoken(self.guide, "back")

    def forward(self):
        return self.spoken(self.guide, "forward")

    def hand_out_another(self, stops):
        """Another visitor has a guide of their own, of another tour."""
        other = self.handed_out(stops)
        last = attempt(other.select, str(stops))
        return self.heard(last) or self.walk(other) or self.walk(self.guide)

    def walk(self, guide):
        effect = self.spoken(guide, "back") or self.spoken(guide, "forward")
        return effect and f"{effect} on the way on from there"

    def spoken(self, guide, method, *typed):
        return self.heard(attempt(getattr(guide, method), *typed))

    def heard(self, outcome):
        return "a note of the staff was spoken" if database.leaks(outcome, *self.notes) else ""


def test_no_visitor_hears_a_note():
    found = search(Museum, tries=330, alone=0.6, length=5)
    exploit_if(found, str(found))
