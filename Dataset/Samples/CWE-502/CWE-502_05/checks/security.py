import collections
import datetime
import decimal
import pickle

from harness import Remote, attempt, box, solution
from probes import markers, search
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
#: How a short text is written, without the opcode that remembers it.
TEXT = b"\x8c\x04MARK"
#: A module and a name that no scale writes.
NAMED = (
    *("builtins eval", "builtins set", "builtins object", "os system", "datetime date", "datetime timedelta"),
    *("datetime datetime.__class__", "datetime datetime.now", "decimal Decimal.__class__", "decimal localcontext"),
    *("decimal Decimal.from_float", "collections OrderedDict.__class__", "collections namedtuple", "collections deque"),
    *("collections OrderedDict.fromkeys", "copyreg _reconstructor", "_codecs encode", "fractions Fraction"),
)


def logs(marker):
    """Pickles that run code: by themselves, in front of a log that the scale might have written, and behind one."""
    pickles = marker.pickles()
    return {name: data for name, data in in_turn(
        pickles.items(),
        ((f"{name}, then a log", data[:-1] + b"0" + OWN) for name, data in pickles.items()),
        ((f"{name}, behind a log", OWN[:-1] + b"0" + data) for name, data in pickles.items()),
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


def test_reading_the_notes_makes_nothing_else():
    """What stands in the place of a note comes out as it is."""

    def effect(name):
        module, _, last = name.partition(" ")
        found = b"".join(b"\x8c" + bytes([len(one)]) + one.encode() for one in (module, last)) + b"\x93"
        box.write("card/note.pickle", pickle.dumps(LOG | {"notes": {JUNE: "MARK"}}, protocol=4).replace(TEXT, found))
        listed = attempt(solution.notes, "card/note.pickle").value
        texts = [note[1] for note in listed or () if isinstance(note, tuple) and len(note) == 2]
        strange = [text for text in texts if isinstance(text, Remote)]
        return f"{name} came forth" if strange else None

    search.attack("what the log names is looked up:", NAMED, effect, len(NAMED), shrink=0)


def test_a_log_behind_a_good_one_runs_nothing():
    """A program may look at the first of several files, or of several requests."""

    def use(path):
        box.write("card/good.pickle", OWN)
        for _ in range(2):
            attempt(solution.daily_means, "card/good.pickle")
        solution.faulty(["card/good.pickle", path])
        solution.daily_means(path)

    attack("the log", use, 8)
