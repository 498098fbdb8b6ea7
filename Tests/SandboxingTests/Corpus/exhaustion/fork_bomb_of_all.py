# Every child forks too.
# evidence: exploding
# limits: cpuSeconds=1
# ending: limit:cpu
import os
import time


def answer(question):
    print("exploding", flush=True)
    while True:
        try:
            os.fork()
        except OSError:
            time.sleep(0.01)
