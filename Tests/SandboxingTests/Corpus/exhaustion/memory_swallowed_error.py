# Catches every MemoryError and tries again.
# evidence: stubborn
# ending: limit:cpu
# limits: memoryMiB=128,cpuSeconds=1
def answer(question):
    print("stubborn", flush=True)
    held = []
    while True:
        try:
            held.append(bytearray(64 << 20))
        except MemoryError:
            pass
