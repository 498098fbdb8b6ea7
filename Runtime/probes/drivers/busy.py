import sqlite3
import threading
import time

# So long a program is made to wait in the library itself; the others' transaction ends long after that.
LONGEST_WAIT, HELD_SECONDS = 0.03, 0.3


def held(solution, setup, expression, after, path, statements, values):
    """Evaluates the expression while another connection is in the middle of a transaction, which ends later."""
    names = {"solution": solution, **values}
    exec(setup, names)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for statement in statements:
        other.execute(statement).fetchall()
    gone = threading.Timer(HELD_SECONDS, other.rollback)
    real_connect, real_sleep = sqlite3.connect, time.sleep

    def connect(*given, **named):
        made = real_connect(*given, **named)
        made.execute(f"PRAGMA busy_timeout = {int(LONGEST_WAIT * 1000)}")
        return made

    exchanged = []
    for names_of in (vars(sqlite3), vars(time), vars(solution)):
        for name, value in list(names_of.items()):
            if value is real_connect or value is real_sleep:
                exchanged.append((names_of, name, value))
                names_of[name] = connect if value is real_connect else lambda seconds: real_sleep(min(seconds, 0.002))
    gone.start()
    try:
        outcome = evaluated(expression, names)
    finally:
        for names_of, name, value in exchanged:
            names_of[name] = value
        gone.cancel()
        gone.join()
        other.close()  # and with it what it began
    return outcome, evaluated(after, names)
