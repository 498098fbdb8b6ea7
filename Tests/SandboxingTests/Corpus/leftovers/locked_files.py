# Locks that nobody releases.
# evidence: left
import fcntl
import os
import time


def answer(question):
    if os.fork() == 0:
        for path in ("/opt/python/bin/python3", "/etc/passwd", "/dev/null"):
            with open(path) as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                os.dup(file.fileno())
        print("locked", flush=True)
        time.sleep(600)
    time.sleep(0.05)
    print("left")
