from harness import exploit_if
from probes import interleave

SETUP = """
import sqlite3, tempfile
db = tempfile.mkdtemp() + "/keys.db"
connection = sqlite3.connect(db)
connection.execute("CREATE TABLE keys (id INTEGER PRIMARY KEY, serial TEXT, customer TEXT)")
connection.executemany("INSERT INTO keys (serial) VALUES (?)", [(f"KEY-{n}",) for n in range(1, free + 1)])
connection.commit()
connection.close()
"""
AFTER = "sqlite3.connect(db, timeout=0).execute('SELECT serial, customer FROM keys ORDER BY id').fetchall()"


def race(first, second, free, **how):
    """Two requests at the same time; how each run went, and which serials the two got."""
    steps = [f"solution.hand_out(db, '{first}')", f"solution.hand_out(db, '{second}')"]
    for run in interleave.race(setup=SETUP, steps=steps, after=AFTER, both_orders=False, free=free, **how):
        yield run, [outcome.value for outcome in run.outcomes]


def test_two_customers_do_not_get_the_same_key():
    for run, (adas, bens) in race("ada", "ben", free=2):
        exploit_if(adas and adas == bens, f"two customers got {adas}, the first one stopped at line {run.line}")
        owners = {serial: customer for serial, customer in run.after}
        for customer, serial in (("ada", adas), ("ben", bens)):
            owner = owners.get(serial)
            exploit_if(serial and owner != customer,
                       f"{customer} got {serial}, which the table gives to {owner}, stopped at line {run.line}")


def test_two_processes_do_not_hand_out_the_last_key_twice():
    for run, serials in race("ada", "ben", free=1, processes=True):
        exploit_if(serials == ["KEY-1", "KEY-1"], f"the last key was handed out twice, stopped at line {run.line}")


def test_a_customer_who_asks_twice_gets_one_key_and_leaves_the_other_for_the_next():
    steps = [f"solution.hand_out(db, '{customer}')" for customer in ("ada", "ada", "ben")]
    for run in interleave.race(setup=SETUP, steps=steps, after=AFTER, watch=AFTER, free=2, most=50):
        *serials, bens = [outcome.value for outcome in run.outcomes]
        owned = [serial for serial, customer in run.after if customer == "ada"]
        exploit_if(len(owned) > 1, f"one customer owns {owned}, the first request stopped at line {run.line}")
        exploit_if(None not in serials and serials[0] != serials[1],
                   f"one customer got {serials}, the first request stopped at line {run.line}")
        left = [serial for serial, customer in run.after if customer is None]
        exploit_if(run.outcomes[2].returned and bens is None and left,
                   f"{left} is free, and the next customer got none, the first request stopped at line {run.line}")
