import re
import unicodedata
from fractions import Fraction

from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

STOCK = {"cement": 2_000_000, "gravel": 90_000_000, "sand": 40_000, "dye": 900, "körnung": 100_000}
GRAMS = {"g": 1, "kg": 1000, "t": 1_000_000}
MIXER = 6_000_000
#: What is an amount by the text, or one that only looks untidy: blanks, a plus, a comma, capitals in the unit.
AMOUNT = re.compile(r"\s*\+?([0-9]*(?:[.,][0-9]*)?)\s*", re.ASCII)


def meant(amount, unit):
    """The grams that a line asks for; None if it asks for nothing that the plant can weigh."""
    match = AMOUNT.fullmatch(amount)
    factor = GRAMS.get(unit.strip().lower()) if unit.isascii() else None
    if not match or not match[1].strip(".,") or not factor:
        return None
    if len(match[1]) > 400:
        return None
    grams = Fraction(match[1].replace(",", ".").strip(".") or 0) * factor
    return int(grams) if grams >= 1 and grams == int(grams) and grams <= MIXER else None


class Silos(Machine):
    """What is taken out and confirmed is what was ordered, and something that the plant can weigh and mix."""

    fractions = ["٥", "５", "0.5", "0.4", "0.9", "1.5", "0.0001", "0.0", "0", "00", "000.000", "0.001", "1.0000001",
        "250." + "0" * 40 + "1", "0." + "0" * 60 + "1"]
    signs = ["-5", "-0.5", "-1", "+-5", "--5", "- 5", "\u22125", "-0", "-400", "-0.0001"]
    kinds = ["nan", "NaN", "inf", "-inf", "Infinity", "1e3", "1E2", "5e-1", "1e-9", "1e400", "-1e3", "snan", "0x10"]
    wide = ["6.000001", "7", "6001", "6000001", "40", "6000.5", "1" + "0" * 30, "9" * 400, "6.0000001", "9" * 5000]
    others = ["1_0", "5_000", "½", "²", "5²", "1/2", "5\u0660", "\u0967\u0968", "①", "𝟓", "五",
        "5j", "True", "None", "5,5", "1.2.3", "5-3", "2*3",
        "5;6", "0b11", "0o7", "", "1__0", "_5", "5\x00", "1 000", "1'000"]
    amount = domain("5", "250", "0.25", odd=[*fractions, *signs, *kinds, *wide, *others, *values.number_texts(5),
        *values.number_texts(-5)])
    unit = domain("kg", "g", "t", odd=(
        "mg", "", "lb", "G", "kgs", "kg t", "T", "K", "tt", "-kg", "kkg", "oz", "5", "gt"))
    material = domain("cement", "sand", "dye", odd=("Cement", "", "cement ", "sand\tx", "CEMENT"))
    again = domain(("sand", "30"), ("sand", "25"), ("cement", "1200"), ("sand", "39.9"))
    beside = domain("gravel 2 t", "dye 5 g", "sand -9 kg")
    operations = {
        "order": (material, amount, unit),
        "order_two": (domain("cement", "gravel"), amount, domain("kg", "t"), beside),
        "order_twice": (again, domain("kg", "g", "KG", "kg "), domain("", "dye 5 g\n", "cement 1 t\n"),
            domain("as it is", odd=("SAND", "title"))),
        "order_apart": (domain("60", "70"), domain("60", "40")),
        "order_much": (domain("2", "4", "5.9", "6"), domain("2", "1.5", "0.2", "0.001", "-3"),
            domain("5 kg", "1 g", odd=("999 g", "0.6 kg"))),
        "order_halves": (domain("sand 5 kg", "cement 1 t"), domain("dye 0 g", "dye x g", "sand 5 kg", "dye 1 kg",
            "slate 1 t", "", "dye", "gravel 7 t", "dye nan g")),
    }

    def start(self, _):
        self.plant = solution.Plant(dict(STOCK))
        self.model = self.plant.stock()
        if self.model != STOCK:
            inconclusive("the plant does not tell its stock")

    def order(self, material, amount, unit):
        return self.send([(material, amount, unit)])

    def order_two(self, material, amount, unit, other):
        return self.send([(material, amount, unit), tuple(other.split())])

    def order_twice(self, line, unit, between, spelling):
        material, amount = line
        again = {"SAND": material.upper(), "title": material.title()}.get(spelling, material)
        return self.send([(material, amount, "kg"), *(tuple(one.split()) for one in between.splitlines()),
            (again, amount, unit)])

    def order_apart(self, first, second):
        """A letter with its dots in one sign, and in two."""
        apart = unicodedata.normalize("NFD", "körnung")
        return self.send([("körnung", first, "kg"), (apart, second, "kg")])

    def order_much(self, cement, gravel, more):
        return self.send([("gravel", cement, "t"), ("cement", gravel, "t"), ("sand", *more.split())])

    def order_halves(self, good, bad):
        return self.send([tuple(good.split()), tuple(bad.split(" "))])

    def send(self, lines):
        told = attempt(self.plant.order, "\n".join(" ".join(line) for line in lines)).value
        left = attempt(self.plant.stock).value
        if not isinstance(left, dict):
            inconclusive("the plant no longer tells its stock")
        before, self.model = self.model, left
        if set(left) != set(before) or not all(type(grams) is int and grams >= 0 for grams in left.values()):
            return f"the stock became {left}"
        taken = {name: before[name] - left[name] for name in before if left[name] != before[name]}
        if not isinstance(told, dict) or not told:
            return f"nothing was confirmed, and {taken} taken out" if taken else ""
        if any(type(grams) is not int or grams < 1 for grams in told.values()) or told != taken:
            return f"{told} was confirmed, and {taken} taken out"
        if sum(taken.values()) > MIXER:
            return f"{taken} is more than the mixer holds"
        return self.compared(taken, lines)

    def compared(self, taken, lines):
        """A gram more or less, as of floats, is no matter."""
        asked = dict.fromkeys(taken, 0)
        for material, amount, unit in (line for line in lines if len(line) == 3):
            grams = meant(amount, unit)
            name = material.strip().lower()
            if grams is None:
                return f"{taken} was taken out, though {amount!r} {unit!r} is no amount"
            asked[name] = asked.get(name, 0) + grams
        differs = any(abs(taken.get(name, 0) - grams) > 1 for name, grams in asked.items())
        return f"{taken} was taken out, and {asked} ordered" if differs else ""


def test_what_is_taken_out_is_what_can_be_weighed_and_was_ordered():
    found = search(Silos, tries=420, alone=0.9)
    exploit_if(found, str(found))
