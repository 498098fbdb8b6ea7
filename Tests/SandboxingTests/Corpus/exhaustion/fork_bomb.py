# Forks without end. The number of processes is bounded, and all of them end with the run.
# evidence: refused after
import os
import time


def answer(question):
    made = 0
    while True:
        try:
            pid = os.fork()
        except OSError:
            break
        if pid == 0:
            time.sleep(60)
            os._exit(0)
        made += 1
        if made > 200:
            print("ESCAPED: no bound")
            break
    print("refused after", made)
