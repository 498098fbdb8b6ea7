# Does nothing for a long time, and ignores every signal.
# evidence: sleeping
# ending: limit:check
# limits: checkSeconds=1
import signal
import time


def answer(question):
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    print("sleeping", flush=True)
    time.sleep(600)
