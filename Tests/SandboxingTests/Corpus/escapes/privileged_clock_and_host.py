# Changes what belongs to the whole machine.
# evidence: refused
import os
import socket
import time


def answer(question):
    for change in (
        lambda: time.clock_settime(time.CLOCK_REALTIME, 0),
        lambda: socket.sethostname("escaped"),
        lambda: os.nice(-10),
        lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50)),
    ):
        try:
            change()
            print("ESCAPED: changed")
        except OSError:
            pass
    print("refused")
