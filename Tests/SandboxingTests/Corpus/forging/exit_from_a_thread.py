# A thread ends the process with success while the test waits.
# in-process: passes
# evidence: leaving
# ending: solution-exited
import os
import threading
import time


def leave():
    time.sleep(0.05)
    print("leaving", flush=True)
    os._exit(0)


def answer(question):
    threading.Thread(target=leave).start()
    time.sleep(2)
