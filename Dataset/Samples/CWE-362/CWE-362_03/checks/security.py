from functools import partial

from harness import attempt, exploit_if, solution
from probes import busy, database
from probes.machines import orders
from probes.machines.machine import Step

SETUP = """
import os, sqlite3, tempfile
db = tempfile.mkdtemp() + "/keys.db"
by_link = db[:-3] + ".link.db"
os.symlink(db, by_link)
connection = sqlite3.connect(db)
connection.execute("CREATE TABLE keys (id INTEGER PRIMARY KEY, serial TEXT, customer TEXT)")
connection.executemany("INSERT INTO keys (serial) VALUES (?)", [(f"KEY-{n}",) for n in range(%d + 1)])
connection.commit()
connection.close()
class subject:
    hand_out = staticmethod(lambda customer: solution.hand_out(db, customer))
    hand_out_by_link = staticmethod(lambda customer: solution.hand_out(by_link, customer))
solution.hand_out(db, "zoe")  # what a program keeps from one request to the next is there
"""
AFTER = "sqlite3.connect(db, timeout=0).execute('SELECT serial, customer FROM keys ORDER BY id').fetchall()"
ADA, BEN, CLEO = (Step("hand_out", (name,)) for name in ("ada", "ben", "cleo"))


class Stock:
    """What the customers get when one request follows the other."""

    def __init__(self, free):
        self.owners = {"KEY-0": "zoe"} | {f"KEY-{number}": None for number in range(1, free + 1)}

    def hand_out(self, customer):
        for wanted in (customer, None):
            for serial, owner in self.owners.items():
                if owner == wanted:
                    self.owners[serial] = customer
                    return serial
        return None

    hand_out_by_link = hand_out

    def seen(self):
        return list(self.owners.items())


def expect_orders(free, *steps, **how):
    race = orders.Race(steps, tuple(how.items()))
    found = orders.unexplained(race, SETUP % free, AFTER, partial(Stock, free), Stock.seen)
    exploit_if(found, f"with {free} free keys, {found}")


def test_two_requests_at_once_are_as_one_after_the_other():
    """Each knows the database by a name of its own."""
    expect_orders(2, ADA, Step("hand_out_by_link", ("ben",)))


def test_two_requests_of_one_customer_are_as_one_after_the_other():
    expect_orders(2, ADA, ADA)


def test_two_processes_are_as_one_after_the_other():
    """A server may load the program and fork then: a file that is open is one for all."""
    expect_orders(1, ADA, BEN, processes=True)
    if orders.keeps_open(SETUP % 2):
        expect_orders(2, ADA, BEN, processes=True, forked=True, most=60)


def test_two_processes_for_one_customer_are_as_one_after_the_other():
    """She presses the button twice, and each request comes to another process."""
    expect_orders(2, ADA, ADA, processes=True, most=14)


def test_a_key_that_is_handed_out_is_marked_whoever_reads_or_writes_meanwhile():
    for others in (busy.READER, busy.WRITER):
        db = database.create("busy.db", {
            "keys": ("id INTEGER PRIMARY KEY, serial TEXT, customer TEXT", [(1, "KEY-1", None), (2, "KEY-2", None)])})
        told, after = busy.call("solution.hand_out(path, 'ada')", db.path, others, path=db.path,
            after="solution.hand_out(path, 'ben')")
        stored = [row[1] for row in db.rows("keys") if row[2] == "ada"]
        lost = told.returned and told.value is not None and told.value not in stored
        exploit_if(lost, f"ada was given {told.value}, which is not marked, and ben {after.value}")


def test_three_requests_at_once_are_as_one_after_the_other():
    expect_orders(2, ADA, ADA, BEN, watch=AFTER, most=50)
    expect_orders(3, ADA, BEN, CLEO, again=True, most=40)


def test_a_lock_that_others_wait_for_is_not_thrown_away():
    expect_orders(3, CLEO, ADA, BEN, most=30)


def test_a_lock_is_not_taken_from_who_holds_it_for_long():
    if orders.waits():
        expect_orders(2, ADA, BEN, ages=True, most=40)


def test_a_key_is_told_as_the_table_has_it_now():
    """What a program remembers of a request may be no longer so, or of another database."""
    for name in ("A", "B"):
        db = database.create(f"now-{name}.db", {"keys": ("id INTEGER PRIMARY KEY, serial TEXT, customer TEXT",
            [(1, f"{name}-1", None), (2, f"{name}-2", None)])})
        for other in ("zoe", "yan"):
            told = attempt(solution.hand_out, db.path, "ada").value
            owners = {serial: customer for _, serial, customer in db.rows("keys")}
            has_it = told is None or owners.get(told) == "ada"
            exploit_if(not has_it, f"ada was given {told!r}, and the table has {owners}")
            db.change(f"UPDATE keys SET customer = '{other}' WHERE customer = 'ada'")
