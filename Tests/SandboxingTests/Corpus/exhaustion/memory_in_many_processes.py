# Each process stays below its own bound; together they do not.
# evidence: filling
# ending: limit:memory
# limits: memoryMiB=128,wallSeconds=20,checkSeconds=15
import os
import time


def answer(question):
    print("filling", flush=True)
    for _ in range(8):
        if os.fork() == 0:
            block = bytearray(60 << 20)
            block[::4096] = b"x" * len(block[::4096])
            time.sleep(60)
    time.sleep(60)
