# A process that has left session and parent behind.
# evidence: left
import os
import time


def answer(question):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.closerange(0, 256)
            while True:
                time.sleep(0.1)
        os._exit(0)
    os.wait()
    print("left")
