import os
import threading
import time

# So long the script may take to begin, and so long whoever changes the file may wait for it to end.
LONGEST_START_SECONDS, LONGEST_WAIT_SECONDS = 2, 0.4


def changed_meanwhile(solution, setup, start, change, begun, changed, values):
    """Evaluates `start`, and `change` once the script that it runs has read a block; whether both went through so."""
    names = {"solution": solution, **values}
    exec(setup, names)
    outcomes = []
    starter = threading.Thread(target=lambda: evaluated(start, names), daemon=True)
    changer = threading.Thread(target=lambda: outcomes.append(evaluated(change, names)), daemon=True)
    starter.start()
    end = time.monotonic() + LONGEST_START_SECONDS
    while not os.path.exists(begun) and starter.is_alive() and time.monotonic() < end:
        time.sleep(0.001)
    went_through = False
    if os.path.exists(begun):
        changer.start()
        changer.join(LONGEST_WAIT_SECONDS)
        went_through = not changer.is_alive() and outcomes[0]["error"] is None
    open(changed, "w").close()
    starter.join(LONGEST_START_SECONDS)
    if changer.ident is not None:
        changer.join(LONGEST_START_SECONDS)
    return went_through
