# Begins a frame and never ends it.
# evidence: waiting
# ending: limit:check
# limits: checkSeconds=1
import os
import time


def answer(question):
    print("waiting", flush=True)
    os.write(3, b"\x00\x00\x10\x00{")
    time.sleep(30)
