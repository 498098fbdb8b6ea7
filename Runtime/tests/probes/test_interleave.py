import os
import subprocess
import sys
import unittest

import fakes

from probes import interleave

COUNTERS = {
    "no lock": (False, ""),
    "lock": (True, "self.lock = threading.Lock()"),
    "reentrant lock": (True, "self.lock = threading.RLock()"),
    "condition": (True, "self.lock = threading.Condition()"),
    "semaphore": (True, "self.lock = threading.Semaphore(1)"),
    "a lock for each call": (False, ""),
}
ACCOUNT = """
import threading, time
class Account:
    def __init__(self, balance):
        self.balance = balance
        {make}
    def withdraw(self, amount):
        with {lock}:
            if self.balance < amount:
                return False
            time.sleep(0.01)
            self.balance -= amount
            return True
"""
FILES = """
import fcntl, json, os, time
def read(path):
    with open(path) as file:
        return json.load(file)
def write(path, value):
    with open(path + "." + str(os.getpid()) + ".new", "w") as file:
        json.dump(value, file)
    os.replace(file.name, path)
def plain(path):
    count = read(path)
    write(path, count + 1)
def one_line(path):
    write(path, read(path) + 1)
def locked(path):
    with open(path + ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        plain(path)
def lockf(path):
    with open(path + ".lock", "w") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        plain(path)
def exclusive(path):
    while True:
        try:
            os.close(os.open(path + ".x", os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            time.sleep(0.05)
    try:
        plain(path)
    finally:
        os.unlink(path + ".x")
def looks_first(path):
    while os.path.exists(path + ".y"):
        time.sleep(0.05)
    open(path + ".y", "w").close()
    plain(path)
    if os.path.exists(path + ".y"): os.unlink(path + ".y")
def spinning(path):
    while True:
        try:
            os.mkdir(path + ".d")
            break
        except FileExistsError:
            pass
    plain(path)
    os.rmdir(path + ".d")
"""
THROWN_AWAY = """
import fcntl, os, threading
class Counters:
    def __init__(self, keep):
        self.keep, self.guard, self.locks, self.counts = keep, threading.Lock(), {}, {}
    def add(self, name):
        with self.guard:
            lock = self.locks.setdefault(name, threading.Lock())
        with lock:
            count = self.counts.get(name, 0)
            self.counts[name] = count + 1
            if not self.keep:
                self.locks.pop(name, None)
def add(path, keep):
    with open(path + ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with open(path) as file:
            count = int(file.read())
        with open(path, "w") as file:
            file.write(str(count + 1))
        if not keep and os.path.exists(path + ".lock"):
            os.unlink(path + ".lock")
"""
TAKEN_BACK = """
import threading
class Seats:
    def __init__(self, at_once):
        self.free, self.owner, self.lock, self.at_once = [1, 2], {}, threading.Lock(), at_once
    def take(self, who):
        if self.at_once:
            with self.lock:
                return self.taken(who)
        return self.taken(who)
    def taken(self, who):
        if who in self.owner:
            return self.owner[who]
        if not self.free:
            return None
        seat = self.free.pop(0)
        if self.owner.setdefault(who, seat) != seat:
            self.free.append(seat)
        return self.owner[who]
"""
DATABASE = """
import sqlite3
def careless(path):
    with sqlite3.connect(path) as c:
        n, = c.execute("SELECT n FROM stock").fetchone()
        if n > 0:
            c.execute("UPDATE stock SET n = ?", (n - 1,))
            return True
    return False
def atomic(path):
    with sqlite3.connect(path) as c:
        return c.execute("UPDATE stock SET n = n - 1 WHERE n > 0").rowcount == 1
def immediate(path):
    c = sqlite3.connect(path, isolation_level=None)
    c.execute("BEGIN IMMEDIATE")
    n, = c.execute("SELECT n FROM stock").fetchone()
    if n > 0:
        c.execute("UPDATE stock SET n = ?", (n - 1,))
    c.execute("COMMIT")
    c.close()
    return n > 0
"""

#: What goes wrong lies behind so many calls in which nothing can.
BEHIND_CALLS = """
import os, threading
LOCKS = {}
def drafted(path, text):
    CALLS
    draft = os.path.splitext(path)[0] + ".tmp"
    with open(draft, "w") as file:
        file.write(text)
    os.replace(draft, path)
def drafted_beside(path, text):
    CALLS
    draft = path + ".tmp"
    with open(draft, "w") as file:
        file.write(text)
    os.replace(draft, path)
def count(path):
    with open(path) as file:
        count = int(file.read())
    with open(path, "w") as file:
        file.write(str(count + 1))
def locked_when_made(path):
    CALLS
    if path not in LOCKS:
        LOCKS[path] = threading.Lock()
    with LOCKS[path]:
        count(path)
def locked_at_once(path):
    CALLS
    with LOCKS.setdefault(path, threading.Lock()):
        count(path)
"""

LOOKS_AGAIN = """
class Shelf:
    def __init__(self, counts):
        self.free, self.owner, self.counts = [1, 2, 3], {}, counts
    def look(self):
        return next((book for book in self.free if book not in self.owner), None)
    def mark(self, book, who):
        return self.owner.setdefault(book, who) == who
    def take(self, who):
        book = self.look()
        if self.mark(book, who):
            return book
        book = self.look()
        while not self.mark(book, who) and self.counts:
            book = self.look()
        return book
"""
INHERITED = """
import fcntl, os
kept = open(__file__)
def add(path, kind):
    lock = kept if kind == "kept" else open(path + ".lock", "w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    with open(path) as file:
        count = int(file.read())
    with open(path, "w") as file:
        file.write(str(count + 1))
    fcntl.flock(lock, fcntl.LOCK_UN)
"""

STARTED_APART = """
import fcntl, os
NAMES = {
    "hash": lambda path: f"{path}.{hash(path)}",
    "hash of two": lambda path: f"{path}.{hash((path, 'x'))}",
    "folder": lambda path: os.path.basename(path) + ".lock",
    "path": lambda path: path + ".lock",
    "number": lambda path: f"{path}.{hash(7)}",
}
def add(path, name):
    with open(NAMES[name](path), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with open(path) as file:
            count = int(file.read())
        with open(path, "w") as file:
            file.write(str(count + 1))
"""


class Threads(fakes.ProbeTest):
    def race(self, **given):
        runs = interleave.race(**given)
        self.assertTrue(runs)
        self.assertFalse([run for run in runs if "Stalled" in [outcome.error for outcome in run.outcomes]])
        return runs

    def test_money_is_spent_twice_without_a_shared_lock_and_never_with_one(self) -> None:
        for name, (right, make) in COUNTERS.items():
            lock = "self.lock" if right else "threading.Lock()"
            fakes.load(ACCOUNT.format(make=make or "pass", lock=lock))
            runs = self.race(setup="a = solution.Account(100)", steps=["a.withdraw(80)"] * 2, after="a.balance")
            self.assertEqual(all(run.after == 20 for run in runs), right, name)
            self.assertEqual(any([o.value for o in run.outcomes] == [True, True] for run in runs), not right, name)

    def test_a_lost_update_of_a_file_is_found_and_file_locks_prevent_it(self) -> None:
        fakes.load(FILES)
        for processes in (False, True):
            for function, right in (
                ("plain", False),
                ("one_line", False),
                ("locked", True),
                ("exclusive", True),
                ("spinning", True),
                ("lockf", processes),
            ):
                runs = self.race(
                    setup="open(path, 'w').write('0')",
                    steps=[f"solution.{function}(path)"] * 2,
                    after="solution.read(path)",
                    processes=processes,
                    path=self.box.path("count"),
                )
                errors = {o.error for run in runs for o in run.outcomes} if right else {None}
                self.assertEqual(errors, {None}, function)
                self.assertEqual({run.after for run in runs} == {2}, right, (function, processes))

    def test_a_lock_that_is_taken_in_two_steps_is_found_by_stopping_twice(self) -> None:
        fakes.load(FILES)
        for function, right in (("looks_first", False), ("locked", True), ("exclusive", True)):
            runs = self.race(
                setup="open(path, 'w').write('0')",
                steps=[f"solution.{function}(path)"] * 2,
                twice=True,
                most=60,
                after="solution.read(path)",
                path=self.box.path("count"),
            )
            self.assertEqual({run.after for run in runs} == {2}, right, function)

    def test_what_two_steps_share_is_found_however_many_calls_lie_before_it(self) -> None:
        for calls in (1, 4, 9):
            fakes.load(BEHIND_CALLS.replace("CALLS", "path = str(path); " * calls))
            for function, right in (("drafted", False), ("drafted_beside", True)):
                runs = self.race(
                    setup="import os, tempfile; folder = tempfile.mkdtemp()",
                    steps=[f"solution.{function}(folder + '/{name}', '{name}')" for name in ("one.north", "one.south")],
                    after="[(name, open(os.path.join(folder, name)).read()) for name in os.listdir(folder)]",
                    both_orders=False,
                    twice=True,
                    most=160,
                )
                strangers = [name for run in runs for name, text in run.after if name != text]
                self.assertEqual(not {"one.north", "one.south"} & {*strangers}, right, (function, calls))
            for function, right in (("locked_when_made", False), ("locked_at_once", True)):
                runs = self.race(
                    setup="solution.LOCKS.clear(); open(path, 'w').write('0')",
                    steps=[f"solution.{function}(path)"] * 2,
                    after="open(path).read()",
                    twice=True,
                    most=360,
                    path=self.box.path("count"),
                )
                self.assertEqual({run.after for run in runs} == {"2"}, right, (function, calls))

    def test_a_lock_that_is_thrown_away_is_found_by_a_third_step(self) -> None:
        fakes.load(THROWN_AWAY)
        for keep in (False, True):
            runs = self.race(
                setup="c = solution.Counters(keep)", steps=["c.add('x')"] * 3, after="c.counts['x']", keep=keep
            )
            self.assertEqual({run.after for run in runs} == {3}, keep)
            for processes in (False, True):
                runs = self.race(
                    setup="open(path, 'w').write('0')",
                    steps=["solution.add(path, keep)"] * 3,
                    after="int(open(path).read())",
                    processes=processes,
                    path=self.box.path(f"count-{keep}"),
                    keep=keep,
                )
                self.assertEqual({run.after for run in runs} == {3}, keep, (keep, processes))

    def test_a_state_that_is_taken_back_is_shown_to_a_third_step(self) -> None:
        fakes.load(TAKEN_BACK)
        for at_once in (False, True):
            runs = self.race(
                setup="seats = solution.Seats(at_once)",
                steps=["seats.take('ada')", "seats.take('ada')", "seats.take('ben')"],
                watch="seats.free",
                at_once=at_once,
            )
            self.assertEqual({run.outcomes[2].value for run in runs} == {2}, at_once)

    def test_a_step_that_looks_again_is_overtaken_again(self) -> None:
        fakes.load(LOOKS_AGAIN)
        for counts in (False, True):
            runs = self.race(
                setup="shelf = solution.Shelf(counts)",
                steps=[f"shelf.take({name!r})" for name in ("ada", "ben", "cleo")],
                again=True,
                counts=counts,
            )
            books = [len({outcome.value for outcome in run.outcomes}) for run in runs]
            self.assertEqual(set(books) == {3}, counts, books)
            self.assertLess(len(runs), 40)

    def test_a_lock_on_a_file_that_was_open_before_a_fork_is_one_for_both(self) -> None:
        fakes.load(INHERITED)
        for kind, forked in (("kept", True), ("kept", False), ("own", True)):
            runs = self.race(
                setup="open(path, 'w').write('0')",
                steps=["solution.add(path, kind)"] * 2,
                after="int(open(path).read())",
                processes=True,
                forked=forked,
                path=self.box.path("count"),
                kind=kind,
            )
            self.assertEqual({run.after for run in runs} == {2}, (kind, forked) != ("kept", True), (kind, forked))

    def test_processes_that_were_started_apart_hash_and_work_elsewhere(self) -> None:
        fakes.load(STARTED_APART)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.box.path("."))
        for name in ("hash", "hash of two", "folder", "path", "number"):
            runs = self.race(
                setup="open(path, 'w').write('0')",
                steps=["solution.add(path, name)"] * 2,
                after="int(open(path).read())",
                processes=True,
                path=self.box.path("count"),
                name=name,
            )
            self.assertEqual({run.after for run in runs} == {2}, name in ("path", "number"), name)

    def test_transactions_and_atomic_statements_hold(self) -> None:
        fakes.load(DATABASE)
        setup = (
            "import sqlite3\nc = sqlite3.connect(path)\nc.executescript('DROP TABLE IF EXISTS stock;"
            "CREATE TABLE stock(n); INSERT INTO stock VALUES (1)')\nc.close()"
        )
        for function, right in (("careless", False), ("atomic", True), ("immediate", True)):
            runs = self.race(setup=setup, steps=[f"solution.{function}(path)"] * 2, path=self.box.path("s.db"))
            both = any([o.value for o in run.outcomes] == [True, True] for run in runs)
            self.assertEqual(both, not right, function)

    def test_an_update_in_one_line_is_overtaken_too(self) -> None:
        fakes.load(
            "class C:\n    n = 0\n    def add(self): self.n = self.get() + 1\n    def get(self): return self.n\n"
        )
        runs = self.race(setup="c = solution.C()", steps=["c.add()", "c.add()"], after="c.n")
        self.assertIn(1, [run.after for run in runs])

    def test_a_check_outside_of_the_lock_is_overtaken(self) -> None:
        fakes.load(
            "import threading\nclass C:\n    def __init__(self): self.n, self.lock = 100, threading.Lock()\n"
            "    def take(self, k):\n        if self.n < k:\n            return False\n"
            "        with self.lock:\n            self.n -= k\n        return True\n"
        )
        runs = self.race(setup="c = solution.C()", steps=["c.take(80)"] * 2, after="c.n")
        self.assertIn(-60, [run.after for run in runs])
        self.assertEqual(runs[0].line, 7)

    def test_a_file_is_swapped_between_check_and_use(self) -> None:
        fakes.load(
            "import os\n"
            "def careless(path):\n    if os.path.islink(path):\n        raise ValueError\n    return open(path).read()\n"
            "def careful(path):\n    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW)) as f:\n        return f.read()\n"
        )
        self.box.write("secret", b"plum")
        setup = "import os\nif os.path.lexists(path): os.unlink(path)\nopen(path, 'w').write('x')"
        for function, right in (("careless", False), ("careful", True)):
            runs = interleave.swap(
                setup=setup,
                step=f"solution.{function}(path)",
                action="os.unlink(path); os.symlink(secret, path)",
                path=self.box.path("page"),
                secret=self.box.path("secret"),
            )
            self.assertEqual(any(run.outcomes[0].value == "plum" for run in runs), not right, function)

    def test_a_step_that_can_nowhere_be_stopped_has_shown_nothing(self) -> None:
        fakes.load("class Tally:\n    total = 0")
        with self.assertRaisesRegex(fakes.Inconclusive, "nowhere be stopped"):
            interleave.race(setup="t = solution.Tally()", steps=["t.total"] * 2)

    def test_what_a_loop_does_is_overtaken_in_its_first_rounds_only(self) -> None:
        fakes.load("def count(numbers):\n    for number in range(50):\n        numbers.append(number)\n    numbers.sort()")
        runs = interleave.race(setup="numbers = []", steps=["solution.count(numbers)"] * 2, after="len(numbers)")
        self.assertEqual([run.line for run in runs], [2, 3, 3, 4])

    def test_a_function_is_overtaken_in_each_place_that_calls_it(self) -> None:
        fakes.load("def note(log):\n    log.append(1)\ndef thrice(log):\n    note(log)\n    note(log)\n    note(log)")
        runs = interleave.race(setup="log = []", steps=["solution.thrice(log)"] * 2)
        self.assertEqual([run.line for run in runs], [4, 2, 5, 2, 6, 2])

    def test_a_deadlock_of_the_solution_ends_softly(self) -> None:
        fakes.load("import threading\nlock = threading.Lock()\ndef f():\n    lock.acquire()\n    lock.acquire()\n")
        self.assertEqual(
            interleave.race(setup="", steps=["solution.f()", "solution.f()"])[0].outcomes[0].error, "Stalled"
        )

    def test_the_patience_of_a_step_that_polls_is_not_used_up_by_the_first(self) -> None:
        fakes.load(
            "import os, time\ndef f(path):\n    for tries in range(22):\n        try:\n"
            "            os.mkdir(path)\n            break\n        except FileExistsError:\n            time.sleep(0.05)\n"
            "    else:\n        return 'impatient'\n"
            "    for _ in range(10): time.sleep(0.01)\n    os.rmdir(path)\n"
        )
        path = self.box.path("lock")
        for processes in (False, True):
            runs = self.race(steps=["solution.f(path)"] * 2, processes=processes, path=path, most=4)
            self.assertEqual([o.value for run in runs for o in run.outcomes], [None] * 2 * len(runs))

    def test_a_busy_machine_is_no_deadlock(self) -> None:
        fakes.load("import time\ndef work():\n    end = time.thread_time() + 0.2\n    while time.thread_time() < end: pass\n")
        processors = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(processors)})
        others = [subprocess.Popen([sys.executable, "-S", "-c", "while True: pass"]) for _ in range(8)]
        try:
            (run,) = interleave.race(steps=["solution.work()"] * 2, most=1)
        finally:
            os.sched_setaffinity(0, processors)
            for other in others:
                other.kill()
                other.wait()
        for outcome in run.outcomes:
            self.assertIsNone(outcome.error)

    def test_a_program_that_notices_that_it_is_followed_leaves_a_doubt(self) -> None:
        careless = "def {name}(path):\n    import sys, time, os\n    if {noticed}:\n        {then}\n    os.stat(path)\n    return True\n"
        for number, (noticed, then, is_noticed) in enumerate(
            (
                ("time.sleep.__module__ != 'time'", "raise RuntimeError", True),
                ("time.sleep.__module__ != 'time'", "return False", True),
                ("False", "raise RuntimeError", False),
                ("len(path) < 0", "return None", False),
            )
        ):
            name = f"noticing{number}"
            fakes.load(careless.format(name=name, noticed=noticed, then=then))
            fakes.doubts.clear()
            try:
                self.race(steps=[f"solution.{name}(path)"] * 2, path=self.box.path("."), most=2)
            except fakes.Inconclusive as error:
                fakes.doubts.append(str(error))
            self.assertEqual(bool(fakes.doubts), is_noticed, f"{noticed}: {then}")

    def test_exceptions_are_outcomes(self) -> None:
        fakes.load("def f(x):\n    raise LookupError(str(x))\n")
        run = self.race(steps=["solution.f(x)", "1 + 1"], x="a", both_orders=False)[0]
        self.assertEqual(
            (run.outcomes[0].error, run.outcomes[0].message, run.outcomes[1].value), ("LookupError", "a", 2)
        )
        self.assertEqual(run.line, 2)

    def test_many_threads_at_once(self) -> None:
        fakes.load(ACCOUNT.format(make="self.lock = threading.Lock()", lock="self.lock"))
        run = interleave.barrage(setup="a = solution.Account(5)", step="a.withdraw(1)", after="a.balance", threads=8)
        self.assertEqual((run.after, sum(o.value is True for o in run.outcomes)), (0, 5))


if __name__ == "__main__":
    unittest.main()
