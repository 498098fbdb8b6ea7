"""Steps at once that no order explains are found wherever a lock is held over too little."""

import unittest

import fakes

from probes.grammars import neighbours
from probes.machines import orders
from probes.machines.machine import Step

CARDS = """
import threading
LOCK, OTHER = threading.RLock(), threading.RLock()
class Cards:
    def __init__(self):
        self.cards, self.journal, self.lock = {{"G": 100, "H": 100}}, [], threading.RLock()
    def redeem(self, code, cents):
{redeem}
    def top_up(self, code, cents):
{top_up}
"""
REDEEM = (
    "left = self.cards[code]",
    "if left < cents: return False",
    "left = left - cents",
    "self.cards[code] = left",
    "journal = list(self.journal)",
    "journal.append((code, cents))",
    "self.journal = journal",
    "return True",
)
TOP_UP = ("old = self.cards[code]", "new = old + cents", "self.cards[code] = new", "return new")
ATOMIC = ("self.cards[code] = self.cards[code] + cents", "return self.cards[code]")


def body(lines, first: int = 0, last: int = 99, lock: str = "self.lock") -> str:
    """The lines, of which those from `first` to before `last` hold the lock."""
    made = []
    for number, line in enumerate(lines):
        if number == first < min(last, len(lines)):
            made.append(f"with {lock}:")
        made.append(("    " if first <= number < last else "") + line)
    return "\n".join("        " + line for line in made)


SOUND = (
    (body(REDEEM), body(TOP_UP)),
    (body(REDEEM, lock="LOCK"), body(TOP_UP, lock="LOCK")),
    (body(REDEEM), body(ATOMIC)),
    (body(REDEEM, last=7), body(TOP_UP, last=3)),
)
#: Every stretch of lines under the lock that leaves a read or a write out; and locks that are not the same.
FLAWED = (
    *(
        (body(REDEEM, first, last), body(TOP_UP))
        for first in range(0, 7)
        for last in (4, 6, 7)
        if (first, last) != (0, 7) and first < last
    ),
    *((body(REDEEM), body(TOP_UP, first, last)) for first, last in ((0, 1), (0, 2), (1, 3), (2, 3), (9, 9))),
    (body(REDEEM), body(TOP_UP, lock="LOCK")),
    (body(REDEEM, lock="threading.RLock()"), body(TOP_UP)),
    (body(REDEEM, 9), body(TOP_UP, 9)),
    (body(REDEEM, lock="OTHER"), body(TOP_UP, lock="LOCK")),
)


class Model:
    def __init__(self) -> None:
        self.cards, self.journal = {"G": 100, "H": 100}, []

    def redeem(self, code: str, cents: int) -> bool:
        if self.cards[code] < cents:
            return False
        self.cards[code] -= cents
        self.journal.append((code, cents))
        return True

    def top_up(self, code: str, cents: int) -> object:
        self.cards[code] += cents
        return orders.OPEN

    def seen(self) -> list:
        return [*self.cards.values(), sorted(self.journal)]


STEPS = [Step("redeem", ("G", 80)), Step("redeem", ("G", 30)), Step("top_up", ("G", 50)), Step("redeem", ("H", 20))]


class Orders(fakes.ProbeTest):
    def found(self, redeem: str, top_up: str) -> str:
        fakes.load(CARDS.format(redeem=redeem, top_up=top_up))
        after = "[*subject.cards.values(), sorted(subject.journal)]"
        races = orders.races(STEPS, most=8)
        return next(
            filter(
                None, (orders.unexplained(one, "subject = solution.Cards()", after, Model, Model.seen) for one in races)
            ),
            "",
        )

    def test_a_lock_over_all_that_belongs_together_is_left_alone(self) -> None:
        self.assertEqual([found for one in SOUND if (found := self.found(*one))], [])

    def test_a_lock_over_too_little_is_found(self) -> None:
        self.assertEqual([one for one in FLAWED if not self.found(*one)], [])
        self.assertGreaterEqual(len(FLAWED), 20)

    def test_the_steps_and_what_they_came_to_are_named(self) -> None:
        self.assertIn("redeem('G', 80) | redeem('G', 80) came to [True, True]", self.found(*FLAWED[-2]))


DESK = """
import threading
LOCK = threading.RLock()
class Desk:
    def __init__(self):
        self.last, self.queue = 0, {{}}
    def take(self, who):
{take}
    def there(self, who):
        with LOCK:
            return who in self.queue
"""
TAKE = ("number = self.last + 1", "self.last = number", "self.queue[who] = number", "return number")
#: One thread calls twice: a later number says that the earlier one is there.
DESK_SETUP = """
desk = solution.Desk()
class subject:
    def take(who):
        return type(desk.take(who)) is int
    def take_and_look(who, other):
        number = desk.take(who)
        return number == 1 or desk.there(other)
"""


class Queue:
    def take(self, who: str) -> bool:
        return True

    def take_and_look(self, who: str, other: str) -> bool:
        return True


class TwoCalls(fakes.ProbeTest):
    def found(self, take: str) -> str:
        fakes.load(DESK.format(take=take))
        race = orders.Race((Step("take", ("a",)), Step("take_and_look", ("b", "a"))))
        return orders.unexplained(race, DESK_SETUP, "None", Queue, lambda _: None)

    def test_what_is_given_out_before_it_is_there_is_found(self) -> None:
        for first, last in ((0, 2), (1, 2), (2, 3)):
            self.assertTrue(self.found(body(TAKE, first, last, "LOCK")), (first, last))

    def test_what_is_given_out_in_one_step_is_not(self) -> None:
        for last in (3, 4):
            self.assertEqual(self.found(body(TAKE, 0, last, "LOCK")), "")


BOOKS = """
import json, os, re, tempfile, threading
LOCKS = threading.Lock()
LOCKED = {{}}
class Book:
    def __init__(self, path):
        self.path = path
        with LOCKS:
            self.lock = LOCKED.setdefault(path, threading.RLock())
    def put(self, key):
        with self.lock:
            found = json.load(open(self.path)) if os.path.exists(self.path) else {{}}
            found[key] = 1
            draft = {draft}
            with open(draft, "w") as file:
                json.dump(found, file)
            os.replace(draft, self.path)
"""
DRAFTS_THAT_MEET = (
    "os.path.splitext(self.path)[0] + '.tmp'",
    "os.path.join(tempfile.gettempdir(), os.path.basename(self.path) + '.tmp')",
    "os.path.join(os.path.dirname(self.path), 'draft.tmp')",
    "os.path.join(tempfile.gettempdir(), re.sub('[^A-Za-z0-9]', '_', os.path.basename(self.path)) + '.new')",
)
DRAFTS_APART = ("self.path + '.tmp'", "tempfile.mktemp(dir=os.path.dirname(self.path))", "f'{self.path}.{threading.get_ident()}'")
BOOKS_SETUP = """
import json, os, tempfile
folder = tempfile.mkdtemp()
paths = [os.path.join(folder, name) for name in %r]
for one in paths:
    os.makedirs(os.path.dirname(one), exist_ok=True)
class subject:
    def first():
        solution.Book(paths[0]).put("a")
    def second():
        solution.Book(paths[1]).put("b")
def left():
    return [json.load(open(one)) if os.path.exists(one) else {} for one in paths]
"""


class TwoBooks:
    def __init__(self) -> None:
        self.books = [{}, {}]

    def first(self) -> None:
        self.books[0]["a"] = 1

    def second(self) -> None:
        self.books[1]["b"] = 1


class Misplaced(fakes.ProbeTest):
    def found(self, draft: str) -> str:
        fakes.load(BOOKS.format(draft=draft))
        race = orders.Race((Step("first", ()), Step("second", ())), (("twice", True), ("most", 200)))
        names = list(neighbours.sharing("alm", "json"))[:3]
        return next(filter(None, (orders.misplaced(race, BOOKS_SETUP % (one,), "left()", TwoBooks, lambda made: made.books) for one in names)), "")

    def test_drafts_that_meet(self) -> None:
        self.assertEqual([one for one in DRAFTS_THAT_MEET if not self.found(one)], [])

    def test_drafts_of_their_own(self) -> None:
        self.assertEqual([found for one in DRAFTS_APART if (found := self.found(one))], [])


SHELVES = """
import collections, functools, threading
TABLE = {{}}
MAKING = threading.Lock()
{keeps}
class Shelf:
    def __init__(self, name):
        self.name = name
    def put(self, number):
        with MAKING:
            lock = lock_of(self.name)
        with lock:
            old = TABLE.get(self.name, 0)
            TABLE[self.name] = old + number
            return old + number
    def empty(self):
        with MAKING:
            lock = lock_of(self.name)
        with lock:
            return TABLE.pop(self.name, 0)
"""
FORGET = (
    "@functools.lru_cache\ndef lock_of(name): return threading.Lock()",
    "@functools.lru_cache(maxsize=1_000)\ndef lock_of(name): return threading.Lock()",
    "LOCKS = collections.OrderedDict()\ndef lock_of(name):\n    lock = LOCKS.setdefault(name, threading.Lock())\n    while len(LOCKS) > 64: LOCKS.popitem(last=False)\n    return lock",
    "LOCKS = {{}}\ndef lock_of(name):\n    if len(LOCKS) > 200: LOCKS.clear()\n    return LOCKS.setdefault(name, threading.Lock())",
)
KEEP = (
    "@functools.lru_cache(maxsize=None)\ndef lock_of(name): return threading.Lock()",
    "LOCKS = {{}}\ndef lock_of(name): return LOCKS.setdefault(name, threading.Lock())",
    "LOCKS = [threading.Lock() for _ in range(16)]\ndef lock_of(name): return LOCKS[hash(name) % 16]",
    "import weakref\nLOCKS = weakref.WeakValueDictionary()\nclass Lock:\n    def __init__(self): self.lock = threading.Lock()\n    def __enter__(self): self.lock.acquire()\n    def __exit__(self, *_): self.lock.release()\n"
    "def lock_of(name):\n    found = LOCKS.get(name)\n    if found is None: found = LOCKS[name] = Lock()\n    return found",
)
SHELVES_SETUP = """
solution.TABLE.clear()
class subject:
    def put(number):
        return solution.Shelf("a").put(number)
    def put_among_others(number):
        for other in range(%d):
            solution.Shelf(str(other)).empty()
        return solution.Shelf("a").put(number)
    def empty():
        return solution.Shelf("a").empty()
"""


class OneShelf:
    def __init__(self) -> None:
        self.there = 0

    def put(self, number: int) -> int:
        self.there += number
        return self.there

    put_among_others = put

    def empty(self) -> int:
        self.there, found = 0, self.there
        return found


class Forgotten(fakes.ProbeTest):
    def found(self, keeps: str) -> str:
        fakes.load(SHELVES.format(keeps=keeps.replace("{{}}", "{}")))
        race = orders.Race((Step("put", (1,)), Step("put_among_others", (2,))), (("most", 14),))
        return orders.unexplained(race, SHELVES_SETUP % orders.crowd(), "solution.TABLE.get('a', 0)", OneShelf, lambda shelf: shelf.there)

    def test_locks_that_are_forgotten_while_they_are_held(self) -> None:
        self.assertEqual([one for one in FORGET if not self.found(one)], [])

    def test_a_crowd_that_is_at_work_for_long_is_no_wait(self) -> None:
        """Each of the others takes its time: without `crowded` the first one goes on in the middle of them."""
        slow = "class Slow(list): pass\ndef busy(): sum(range(12000))\n" + FORGET[0].replace("def lock_of(name): ", "def lock_of(name):\n    ")
        slow = slow.replace("@functools.lru_cache", "@functools.lru_cache(maxsize=64)")
        fakes.load(SHELVES.format(keeps=slow).replace("return TABLE.pop(self.name, 0)", "busy()\n            return TABLE.pop(self.name, 0)"))
        for crowded in (True, False):
            race = orders.Race((Step("put", (1,)), Step("put_among_others", (2,))), (("most", 14), ("crowded", crowded)))
            found = orders.unexplained(race, SHELVES_SETUP % orders.crowd(), "solution.TABLE.get('a', 0)", OneShelf, lambda shelf: shelf.there)
            self.assertEqual(bool(found), crowded)

    def test_locks_that_are_forgotten_while_somebody_knows_them(self) -> None:
        """Whoever took the lock when it came holds another one than who comes behind many others."""
        for keeps, wanted in (*((one, True) for one in FORGET), *((one, False) for one in KEEP)):
            source = SHELVES.format(keeps=keeps.replace("{{}}", "{}")).replace("        self.name = name\n", "        self.name, self.lock = name, lock_of(name)\n")
            fakes.load(source.replace("        with MAKING:\n            lock = lock_of(self.name)\n        with lock:", "        with self.lock:"))
            setup = SHELVES_SETUP % orders.crowd() + "older = solution.Shelf('a')\nsubject.put_by_older = older.put\nfor other in range(1100):\n    solution.Shelf(str(other)).empty()\n"
            OneShelf.put_by_older = OneShelf.put
            found = orders.unexplained(orders.Race((Step("put", (1,)), Step("put_by_older", (2,)))), setup, "solution.TABLE.get('a', 0)", OneShelf, lambda shelf: shelf.there)
            self.assertEqual(bool(found), wanted, keeps)

    def test_locks_that_are_kept(self) -> None:
        self.assertEqual([found for one in KEEP if (found := self.found(one))], [])

    def test_who_forgets_nothing_is_not_asked(self) -> None:
        fakes.load(SHELVES.format(keeps=KEEP[2]).replace(".pop(", ".get("))
        self.assertEqual(orders.crowd(), 0)

    def test_who_throws_a_lock_away_is_seen_in_the_source(self) -> None:
        for source, wanted in (
            *((one, True) for one in FORGET),
            ("def close(path):\n    os.remove(path + '.lock')\n", True),
            ("def close(path):\n    pathlib.Path(path).unlink()\n", True),
            ("def close(name):\n    LOCKS.discard(name)\n", True),
            ("def close(name):\n    with LOCKS[name]:\n        TABLE[name] = None\n", False),
        ):
            fakes.load("import collections, functools, threading\n" + source.replace("{{}}", "{}"))
            self.assertEqual(orders.forgets(), wanted, source)


VERSIONED = """
import threading
class Jar:
    def __init__(self):
        self.lock, self.state = threading.Lock(), {begin}
    def put(self, number):
        while True:
            seen = self.state
            new = {next}
            with self.lock:
                if {same}:
                    self.state = new
                    return new[1]
    def empty(self):
        with self.lock:
            old, self.state = self.state, {emptied}
            return old[1]
"""
#: What is there, with its version, and how one knows that it is the same.
RETURNING = (
    ("(0, 0)", "(seen[0] + 1, seen[1] + number)", "self.state[0] == seen[0]", "(0, 0)"),
    ("(0, 0, ())", "(0, seen[1] + number, seen[2] + (number,))", "len(self.state[2]) == len(seen[2])", "(0, 0, ())"),
)
ONWARD = (
    ("(0, 0)", "(seen[0] + 1, seen[1] + number)", "self.state[0] == seen[0]", "(old[0] + 1, 0)"),
    ("(0, 0)", "(0, seen[1] + number)", "self.state is seen", "(0, int('0'))[:] + ()"),
    ("(0, 0)", "(0, seen[1] + number)", "self.state == seen", "(0, 0)"),
)


class Jar:
    def __init__(self) -> None:
        self.there = 5

    def put(self, number: int) -> int:
        self.there += number
        return self.there

    def empty(self) -> int:
        self.there, found = 0, self.there
        return found


class Rows(fakes.ProbeTest):
    def found(self, one) -> str:
        begin, following, same, emptied = one
        fakes.load(VERSIONED.format(begin=begin, next=following, same=same, emptied=emptied))
        row = orders.Row((Step("empty", ()), Step("put", (3,))))
        race = orders.Race((Step("put", (1,)), row), (("most", 20),))
        return orders.unexplained(race, "subject = solution.Jar()\nsubject.put(5)", "subject.state[1]", Jar, lambda jar: jar.there)

    def test_versions_that_come_back(self) -> None:
        self.assertEqual([one for one in RETURNING if not self.found(one)], [])

    def test_versions_that_go_on(self) -> None:
        self.assertEqual([found for one in ONWARD if (found := self.found(one))], [])


if __name__ == "__main__":
    unittest.main()
