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
    *("\uff0d1", "\ufe631", "\u20111", "1-", "(1)", "~0", "~1", "1-2", "2-3", "0x0", "-0x1", "0b0", "0o0"),
    *("not 1", "0 and 1", "-0b1", "False", "-True", "-1+0j", "1e-1", "100", "1000", "0001"),
    *("256", "0:5", "0\ufe0f\u20e3", "4,2", "1\b0", "1,-1", "4 "),
]
NUMBERS = [0, -1, -2, -3, -4, 4, 5, 7, -7, 6, 900]


class Museum(Machine):
    """No visitor hears a note, whatever was typed and wherever the guide stands."""

    #: How many stops there are; one may have no text, and a note may have the text of a stop.
    variants = ((3, ""), (3, ""), (1, ""), (2, "silent"), (3, "twins"), (1, "silent"))
    texts = in_turn(
        map(str, NUMBERS),
        values.fraction_texts(0), values.number_texts(0), values.number_texts(-1), values.fraction_texts(3),
        values.number_texts(4), values.fraction_texts(4), values.fraction_texts(-1), values.number_texts(-2), OTHERS,
    )
    typed = domain("2", "1", "3", odd=texts)
    times = domain(2, odd=(7, 11))
    operations = {"select": (typed,), "back": (times,), "forward": (times,), "hand_out_another": (domain(1, 5, 3),)}

    def start(self, variant):
        stops, self.kind = variant
        self.notes = [database.secret("note") for _ in range(4)]
        self.guide = self.handed_out(stops)

    def handed_out(self, stops):
        texts, behind = STOPS[:stops], list(self.notes)
        if self.kind == "silent":
            texts[-1] = ""
        elif self.kind == "twins":
            behind.insert(0, texts[-1])
        return solution.AudioGuide(texts + behind, stops)

    def select(self, typed):
        """The guide goes somewhere, or stays: each way from there is walked."""
        for way in ("forward", "back"):
            if effect := self.spoken(self.guide, "select", typed):
                return effect
            if effect := self.spoken(self.guide, way):
                return f"{effect} on the way {way} from there"
        return ""

    def back(self, times):
        return self.often("back", times)

    def forward(self, times):
        return self.often("forward", times)

    def often(self, way, times):
        return next(filter(None, (self.spoken(self.guide, way) for _ in range(times))), "")

    def hand_out_another(self, stops):
        """Another visitor has a guide of their own, of another tour."""
        other = self.handed_out(stops)
        last = attempt(other.select, str(stops))
        return self.heard(last) or next(
            filter(None, (self.spoken(guide, way) for guide in (other, self.guide) for way in ("back", "forward"))), "")

    def spoken(self, guide, method, *typed):
        return self.heard(attempt(getattr(guide, method), *typed))

    def heard(self, outcome):
        return "a note of the staff was spoken" if database.leaks(outcome, *self.notes) else ""


def test_no_visitor_hears_a_note():
    found = search(Museum, tries=300, alone=0.72, length=5)
    exploit_if(found, str(found))
