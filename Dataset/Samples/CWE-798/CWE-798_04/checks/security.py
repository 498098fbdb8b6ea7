import json
import math
import re
import stat

from harness import attempt, box, exploit_if, inconclusive, solution, solution_source
from probes import chance, clock, constants, quick_hashes
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

NAME, DAY, CANOES = "Mere Canoes", "2026-05-01", range(1, 9)
MOMENT, SEEDED = 1_900_000_000.25, "import random; random.seed(717)"


def setup():
    quick_hashes.use()


def hut(folder):
    box.remove(folder)
    box.mkdir(folder)
    return box.path(folder)


def codes(folder):
    """Eight codes of a folder; None for each that is none."""
    found = [attempt(solution.code, box.path(folder), canoe, DAY).value for canoe in CANOES]
    return [one if isinstance(one, str) and re.fullmatch("[0-9]{6}", one) else None for one in found]


def kept(folder):
    """Path → content of all that was left in a folder."""
    files = [path for path in box.walk(folder) if stat.S_ISREG(box.stat(f"{folder}/{path}").st_mode)]
    return {path: box.read(f"{folder}/{path}") for path in files}


def without_secret(content, other, whole):
    """JSON, or lines, without the texts that another folder of the same name has otherwise; all else as it is."""
    try:
        values, others = json.loads(content), json.loads(other)
        secret = {name for name, value in values.items() if isinstance(value, str) and others.get(name) != value}
    except (ValueError, AttributeError):
        return without_secret_lines(content, other, whole)
    left = {name: "" if name in secret else value for name, value in values.items() if not (whole and name in secret)}
    return json.dumps(left).encode()


def without_secret_lines(content, other, whole):
    """Empty lines in their place, or none; what stands before a sign such as `=` stays."""
    lines, others = content.splitlines(keepends=True), other.splitlines(keepends=True)
    if not content.isascii() or len(lines) != len(others):
        return content
    empty = [b"" if whole else re.sub(rb"^(\s*\w+\s*[:=](?=\s*[^\s=])|).*", rb"\1", line) for line in lines]
    return b"".join(line if line == other else left for line, other, left in zip(lines, others, empty))


def same(one, other):
    """Two of eight by chance would be a rare thing: once in 10 ** 10 times."""
    return sum(a == b is not None for a, b in zip(one, other)) >= 2


class Lakes(Machine):
    """Whoever sets up the program has the codes of this folder, and of no other."""

    folder = domain("s-mere", odd=("s-loch",))
    name = domain(NAME, odd=("Loch Canoes",))
    operations = {
        "set_up_again": (folder, name, domain("in this run", "in another run")),
        "set_up_in_the_same_moment": (folder,),
        "lose": (domain("removed", "emptied", "taken out of their files", "empty in their files"),),
        "never_set_up": (domain("s-mere"),),
    }

    def start(self, _):
        attempt(solution.set_up, hut("s-mere"), NAME)
        self.victims = codes("s-mere")
        if None in self.victims:
            inconclusive("there are no codes")

    def told(self, folder):
        return "a folder of somebody else's has the same codes" if same(codes(folder), self.victims) else ""

    def set_up_again(self, folder, name, run):
        if run == "in another run":
            solution.reload()
        attempt(solution.set_up, hut(folder), name)
        return self.told(folder)

    def set_up_in_the_same_moment(self, folder):
        """What is drawn by the time alone is the same for whoever knows the time."""
        made = []
        for _ in range(2):
            clock.at(MOMENT, "solution.set_up(folder, name)", SEEDED, folder=hut(folder), name=NAME)
            made.append(codes(folder))
        return "who knows when it was set up, or all of `random`, has the same codes" if same(*made) else ""

    def lose(self, how):
        """In two folders, files lose what they hold: all at once, and each alone. No code may come of it."""
        whole = {}
        for folder in ("s-one", "s-two"):
            attempt(solution.set_up, hut(folder), NAME)
            whole[folder] = kept(folder)
        others = dict(zip(whole, [*whole.values()][::-1]))
        for which in (None, *whole["s-one"]):
            made = []
            for folder, files in whole.items():
                for path, content in files.items():
                    change = how if which in (None, path) else ""
                    self.damage(f"{folder}/{path}", content, change, others[folder].get(path, b""))
                made.append(codes(folder))
            if same(*made):
                return f"codes are the same for all whose secrets ({which or 'all files'}) were {how}"
        return ""

    @staticmethod
    def damage(path, content, how, other):
        if how == "removed":
            box.remove(path)
        elif "their" in how:
            box.write(path, without_secret(content, other, "taken" in how))
        else:
            box.write(path, b"" if how == "emptied" else content)

    def never_set_up(self, folder):
        made = []
        for one in (folder, "s-bare"):
            hut(one)
            made.append(codes(one))
        return "folders that were never set up have the same codes" if same(*made) else ""


def test_each_rental_has_codes_of_its_own():
    found = search(Lakes, tries=18, alone=1)
    exploit_if(found, str(found))


def test_there_are_too_many_secrets_to_try_all():
    """What differs between rentals of one name: with less than some 20 bits, all can be tried on one known code."""
    made = []
    for number in range(12):
        attempt(solution.set_up, hut(f"s-few-{number}"), NAME)
        made.append(b"\0".join(kept(f"s-few-{number}").values()))
        box.remove(f"s-few-{number}")
    places = [len({content[place : place + 1] for content in made}) for place in range(min(map(len, made)))]
    bits = sum(map(math.log2, places))
    exploit_if(len(set(made)) < len(made), "of 12 rentals, several have the same in their folders")
    exploit_if(bits < 20, f"what the folders of 12 rentals hold differs in about {bits:.0f} bits: all can be tried")


def test_the_secret_is_made_of_chance():
    """What is in the folder beside the secret does not count: the codes must be made of enough chance."""
    new = "import os, shutil; shutil.rmtree(folder, True); os.mkdir(folder); solution.set_up(folder, name)"
    eight = f"[solution.code(folder, canoe, {DAY!r}) for canoe in range(1, 9)]"
    weak = chance.too_little(eight, new, folder=box.path("s-chance"), name=NAME)
    exploit_if(weak, f"the codes of a day: {weak}")


def test_all_of_the_secret_counts():
    """Of what differs between two rentals of one name, the other's few bytes at either end: with no more, all can be tried."""
    for folder in ("s-one", "s-two"):
        attempt(solution.set_up, hut(folder), NAME)
    right, others = codes("s-one"), kept("s-two")
    for path, content in kept("s-one").items():
        other = others.get(path, b"")
        differing = [place for place, sign in enumerate(content) if other[place : place + 1] != bytes([sign])]
        if len(other) != len(content) or len(differing) < 12:
            continue
        for few in (differing[:4], differing[-4:]):
            mixed = bytearray(other)
            for place in few:
                mixed[place] = content[place]
            box.write(f"s-two/{path}", bytes(mixed))
            exploit_if(same(codes("s-two"), right), f"of {path} only {len(few)} bytes count: all can be tried")
        box.write(f"s-two/{path}", other)


def test_one_code_does_not_tell_the_others():
    """What differs between two rentals is more than one number that is added to all codes, as a whole or by digits."""
    made = []
    for folder in ("s-north", "s-south"):
        attempt(solution.set_up, hut(folder), NAME)
        made.append(codes(folder))
    pairs = [(a, b) for a, b in zip(*made) if a and b]
    differences = (
        {(int(a) - int(b)) % 10**6 for a, b in pairs},
        {int(a) ^ int(b) for a, b in pairs},
        {tuple((int(x) - int(y)) % 10 for x, y in zip(a, b)) for a, b in pairs},
    )
    exploit_if(
        len(pairs) > 4 and 1 in map(len, differences),
        "the codes of two rentals differ in the same way for all canoes: who has one code has them all",
    )


def test_each_canoe_has_a_code_of_its_own_each_day():
    """The same in two rentals: numbers that are packed into one, or joined without a border, are no chance."""
    days = ("2026-05-01", "2026-05-02", "2026-05-03", "2026-05-11", "2026-06-01", "2027-05-01")
    first: dict = {}
    attempt(solution.set_up, hut("s-all"), NAME)
    attempt(solution.set_up, hut("s-all-of-another"), NAME)
    for day in days:
        for canoe in range(1, 100):
            one = attempt(solution.code, box.path("s-all"), canoe, day).value
            before = first.setdefault(one, (canoe, day))
            if before != (canoe, day) and isinstance(one, str):
                made = [attempt(solution.code, box.path("s-all-of-another"), *which).value for which in (before, (canoe, day))]
                same_again = made[0] == made[1] is not None
                exploit_if(same_again, f"{before} and {(canoe, day)} always have the same code")


def test_no_code_opens_every_padlock():
    attempt(solution.set_up, hut("s-doors"), NAME)
    digits = re.findall(r"\d{3,8}", solution_source())
    common = ("000000", "123456", "654321", "111111", "999999", "", "0", "012345", "121212")
    texts = [text for text in constants.strings() if len(text) <= 40]
    for typed in dict.fromkeys([*common, *digits, *(f"{int(one):06d}" for one in digits), *texts]):
        for canoe in (7, 99, 1):
            right = attempt(solution.code, box.path("s-doors"), canoe, DAY).value
            opened = attempt(solution.opens, box.path("s-doors"), canoe, DAY, typed).value is True
            exploit_if(opened and typed != right, f"{typed!r} opens the padlock of canoe {canoe}")
