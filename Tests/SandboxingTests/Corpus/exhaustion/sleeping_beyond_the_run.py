# Sleeps longer than the whole run may take.
# evidence: sleeping
# ending: limit:wall
# limits: wallSeconds=1
import time


def answer(question):
    print("sleeping", flush=True)
    time.sleep(600)
