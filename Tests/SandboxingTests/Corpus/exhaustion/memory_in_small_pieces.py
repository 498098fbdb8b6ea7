# A list that grows until the end.
# evidence: growing
# ending: limit:memory
# limits: memoryMiB=128,wallSeconds=20,checkSeconds=15,cpuSeconds=15
def answer(question):
    print("growing", flush=True)
    held = []
    while True:
        held.append(b"x" * 100_000)
