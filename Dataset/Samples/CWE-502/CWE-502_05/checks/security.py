import collections
import datetime
import decimal
import pickle
from itertools import islice, product

from harness import attempt, box, solution
from probes import markers, pickle_payloads, rewriting, search
from probes.grammars.ranked import in_turn

JUNE = datetime.datetime(2024, 6, 1, 9, 30)
LOG = {
    "hive": "Linden 4",
    "readings": [(JUNE, decimal.Decimal("41.2"))],
    "notes": collections.OrderedDict([(JUNE, "swarmed")]),
    "faults": {"battery"},
    "firmware": (2, 1),
}
OWN = pickle.dumps(LOG, protocol=4)
#: A module and a name that no scale writes.
NAMED = (
    *("builtins eval", "builtins set", "builtins object", "os system", "datetime date", "datetime timedelta"),
    *("datetime datetime.__class__", "datetime datetime.now", "decimal Decimal.__class__", "decimal localcontext"),
    *("decimal Decimal.from_float", "collections OrderedDict.__class__", "collections namedtuple", "collections deque"),
    *("collections OrderedDict.fromkeys", "copyreg _reconstructor", "_codecs encode", "fractions Fraction"),
)
#: Where a log names it: as a note, as its firmware, and in front of everything.
PLACES = {"NOTE": {"notes": collections.OrderedDict([(JUNE, "NOTE")])}, "FIRM": {"firmware": "FIRM"}, "": {}}
#: Calls without an effect but their result: its place in the log, what is called, and what is shown then.
HOLES = {
    "TIME": {"notes": collections.OrderedDict([("TIME", "x")])},
    "KILOS": {"readings": [(JUNE, "KILOS")]},
    "HIVE": {"hive": "HIVE"},
}
CALLS = (
    ("TIME", "datetime", "datetime.fromisoformat", "20910203", "2091-02-03"),
    ("TIME", "datetime", "date.fromisoformat", "20910203", "2091-02-03"),
    ("TIME", "datetime", "datetime.utcfromtimestamp", 3821212800.0, "2091-02-02"),
    ("KILOS", "decimal", "Decimal.from_float", 2091.5, "2091.50"),
    ("KILOS", "fractions", "Fraction", "20915/10", "2091.50"),
    ("HIVE", "builtins", "str.title", "linden 2091", "Linden 2091"),
    ("HIVE", "os.path", "basename", "x/linden 2091", "linden 2091"),
)


def logs(marker):
    """Pickles that run code: by themselves, in front of a log that the scale might have written, and behind one."""
    pickles = marker.pickles()
    return {name: data for name, data in in_turn(
        pickles.items(),
        ((f"{name}, then a log", data[:-1] + b"0" + OWN) for name, data in islice(pickles.items(), 60)),
        ((f"{name}, behind a log", OWN[:-1] + b"0" + data) for name, data in islice(pickles.items(), 40)),
    )}


def attack(what, use, tries):
    marker = markers.new()
    made = logs(marker)

    def effect(name):
        box.write("card/upload.pickle", made[name])
        attempt(use, "card/upload.pickle")
        if not marker.fired:
            return None
        marker.clear()
        return "it ran on the server"

    search.attack(what, made, effect, tries, shrink=0)


def test_reading_the_means_runs_nothing():
    attack("the log", solution.daily_means, 200)


def test_reading_the_notes_runs_nothing():
    attack("the log", solution.notes, 40)


def test_looking_for_faults_runs_nothing():
    attack("the log", lambda path: solution.faulty([path]), 40)


def test_a_log_that_names_anything_else_is_not_read():
    """Neither where it comes out, nor where nothing looks at it."""

    def effect(place):
        hole, name = place
        own = pickle.dumps(LOG | PLACES[hole], protocol=4)
        box.write("card/names.pickle", pickle_payloads.naming(own, *name.split(), hole))
        return "the log was read all the same" if attempt(uses[hole], "card/names.pickle").returned else None

    uses = dict(zip(PLACES, (solution.daily_means, solution.notes, lambda path: solution.faulty([path]))))
    places = list(product(PLACES, NAMED))
    search.attack("a name in a log", places, effect, len(places), shrink=0)


def test_a_log_behind_a_good_one_runs_nothing():
    """A program may look at the first of several files, or of several requests."""

    def use(path):
        box.write("card/good.pickle", OWN)
        for _ in range(2):
            attempt(solution.daily_means, "card/good.pickle")
        solution.faulty(["card/good.pickle", path])
        solution.daily_means(path)

    attack("the log", use, 8)


def test_a_log_in_the_place_of_a_good_one_runs_nothing():
    """A program may remember that it has looked at a file: by its path, its number, its size or its time."""
    marker = markers.new()
    evil = [data for data in list(marker.pickles().values())[:3]]
    size = max(len(OWN), *map(len, evil)) + 8
    # Behind the dot, nothing of a pickle is read; so all have one size.
    good, *evil = [data + bytes(size - len(data)) for data in (OWN, *evil)]

    def effect(both):
        way, number = both
        place = rewriting.Folder({"hive.pickle": good})
        path = f"{place.path}/hive.pickle"
        uses = (solution.daily_means, solution.notes, lambda path: solution.faulty([path]))
        for use in uses:
            attempt(use, path)
        place.put({"hive.pickle": evil[number]}, way)
        for use in uses:
            attempt(use, path)
        return "what came in the place of a good log ran on the server" if marker.fired else None

    places = list(product(rewriting.WAYS, range(len(evil))))
    search.attack("the log", places, effect, len(places), shrink=0)


def read(data):
    """Everything that the three functions tell of a log."""
    box.write("card/told.pickle", data)
    uses = (solution.daily_means, solution.notes, lambda path: solution.faulty([path]))
    return [attempt(use, "card/told.pickle").value for use in uses]


def test_a_log_calls_nothing_else():
    def effect(call):
        place, module, name, argument, shown = call
        own = pickle.dumps(LOG | HOLES[place], protocol=4)
        told = str(read(pickle_payloads.calling(own, place, module, name, argument)))
        return f"{module}.{name} was called" if f"'{shown}" in told else None

    search.attack("the log that calls", CALLS, effect, len(CALLS), shrink=0)


def test_a_log_changes_nothing_for_later_ones():
    names = (("collections", "OrderedDict"), ("datetime", "datetime"), ("decimal", "Decimal"))
    made = {what: data for pair in names for what, data in pickle_payloads.setting(*pair).items()}
    before = read(OWN)

    def effect(what):
        box.write("card/upload.pickle", made[what])
        attempt(solution.notes, "card/upload.pickle")
        return "a log of the scale is read otherwise from then on" if read(OWN) != before else None

    search.attack("the log that sets", made, effect, len(made), shrink=0)
