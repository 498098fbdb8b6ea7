import re

from harness import attempt, box, exploit_if, inconclusive, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PATH = "register.txt"
FORGED = "XX-66666\tPapaver somniferum\t9000"
#: What one program or another takes for the end of a line.
BREAKS = "\n\r\u2028\x85\x0b\u2029\x0c\x1c\x1e\x1d"

#: A tab and a line break, for programs that decode once more what they have checked.
ENCODED = (("%09", "%0A"), ("&#9;", "&#10;"), ("\\t", "\\n"), ("\u0109", "\u010a"))


def spoilt(number):
    """A genuine number with something of another kind at each of its places."""
    odd = ("a", "é", "Ä", "Α", "\u0661", "\uff11", "\uff28", "²", " ", "_", "+", "\n", "-", "\u2010")
    replaced = [number[:place] + one + number[place + 1 :] for one in odd for place in (3, 7, 0, 1, 5, 2)]
    return [*values.with_breaks(number)[:44], number + "junk", "junk" + number, "HB-00_42", "HB-1.5e3", "HB-0x0FF",
        *replaced]


class Register(Machine):
    """One registration makes one line at most, of a genuine number, and all lines stay readable."""

    looks_at_each_step = False
    breaks = [f"HB-00001\tHordeum\t5{one}XX-66666\tPapaver" for one in ("\n", "\r", "\r\n")]
    fronts = [f"{FORGED}{one}HB-00001" for one in ("\n", "\r")]
    accession = domain("HB-00001", "HB-00002", odd=[*breaks, *fronts, *spoilt("HB-00001"), None, ["HB-00001"]])
    ends = ((gap, FORGED.rpartition("\t")[0].replace("\t", gap)) for gap in "\t ")
    forged = [f"Hordeum{gap}5{one}{end}" for gap, end in ends for one in BREAKS]
    species = domain("Hordeum", "Avena sativa", odd=[
        *forged, "Hordeum\t70000", *values.with_breaks("Hordeum"), *(f"Hord{one}eum" for one in "\x01\x08\x9b\x1d\x80"),
        "Hord\ud800eum", *(f"Hordeum{tab}5{line}XX-66666{tab}Papaver" for tab, line in ENCODED)])
    grams = domain(5, 250, odd=[-500, 0, "5\t5", "5\n", *values.not_whole(5), 10**4000])
    operations = {"register": (accession, species, grams)}

    def start(self, _):
        box.remove(PATH)
        self.model = 0

    def register(self, accession, species, grams):
        fraction = isinstance(grams, float) and grams != grams // 1
        before = box.read(PATH) if fraction and box.exists(PATH) else b""
        attempt(solution.register_sample, PATH, accession, species, grams)
        self.model += 1
        if fraction and box.exists(PATH) and box.read(PATH) != before:
            return f"a line was written for a weight of {grams}"
        return ""

    def wrong(self):
        content = box.read(PATH) if box.exists(PATH) else b""
        lines = content.splitlines()
        if len(lines) > self.model or any(line.count(b"\t") > 2 for line in lines):
            return f"{self.model} registrations wrote the lines {lines}"
        written = content.decode(errors="replace").replace("\r\n", "\n")
        if strange := re.search("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029]", written):
            return f"{strange[0]!a}, a line break or control character, was written"
        outcome = attempt(solution.read_register, PATH)
        if not outcome.returned:
            if attempt(solution.read_register, "nowhere.txt").value != []:
                inconclusive("registers cannot be read")
            return f"the register can no longer be read: {outcome.error}"
        for number, _, weight in outcome.value:
            if not re.fullmatch("[A-Z]{2}-[0-9]{5}", number) or type(weight) is not int or weight <= 0:
                return f"{number!r} with a weight of {weight!r} was registered"
        return f"{len(outcome.value)} samples came of {self.model}" if len(outcome.value) > self.model else ""


def test_a_registration_writes_one_genuine_line_at_most():
    found = search(Register, tries=430, alone=0.85)
    exploit_if(found, str(found))
