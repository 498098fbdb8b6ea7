# Anonymous shared memory, which is no process's own.
# evidence: filling
# ending: limit:memory
# limits: memoryMiB=128,wallSeconds=20,checkSeconds=15
import mmap
import time


def answer(question):
    print("filling", flush=True)
    held = []
    while True:
        block = mmap.mmap(-1, 16 << 20)
        for position in range(0, 16 << 20, 4096):
            block[position] = 1
        held.append(block)
        time.sleep(0.05)
