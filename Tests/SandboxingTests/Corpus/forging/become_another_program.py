# Replaces the process by one that succeeds.
# in-process: passes
# evidence: leaving
# ending: solution-exited
import os


def answer(question):
    print("leaving", flush=True)
    os.execv("/usr/bin/true", ["true"])
