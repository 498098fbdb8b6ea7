# A named segment that outlives its maker.
# evidence: left
from multiprocessing import resource_tracker, shared_memory

resource_tracker.register = lambda *_: None


def answer(question):
    segment = shared_memory.SharedMemory("leftover", create=True, size=1 << 20)
    segment.buf[0] = 1
    print("left")
