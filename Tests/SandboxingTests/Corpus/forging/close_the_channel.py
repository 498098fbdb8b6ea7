# Closes its end and lives on.
# evidence: closing
# ending: solution-exited
import os
import time


def answer(question):
    print("closing", flush=True)
    os.close(3)
    time.sleep(30)
