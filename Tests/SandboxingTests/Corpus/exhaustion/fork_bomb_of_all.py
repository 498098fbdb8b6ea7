# Every child forks too.
# evidence: exploding
# limits: wallSeconds=2,checkSeconds=5
# ending: limit:wall
import os
import time


def answer(question):
    print("exploding", flush=True)
    while True:
        try:
            os.fork()
        except OSError:
            time.sleep(0.01)
