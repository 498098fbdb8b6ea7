# A timer ends the process with success.
# in-process: passes
# evidence: leaving
# ending: solution-exited
import os
import signal
import time


def leave(*_):
    print("leaving", flush=True)
    os._exit(0)


def answer(question):
    signal.signal(signal.SIGALRM, leave)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    time.sleep(2)
