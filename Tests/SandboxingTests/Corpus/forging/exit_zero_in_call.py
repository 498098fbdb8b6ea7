# Ends the process with success in the middle of a test.
# in-process: passes
# evidence: leaving
# ending: solution-exited
import os


def answer(question):
    print("leaving", flush=True)
    os._exit(0)
