# One multiplication that takes minutes.
# evidence: multiplying
# ending: limit:cpu
# limits: checkSeconds=8,cpuSeconds=1
def answer(question):
    print("multiplying", flush=True)
    return str(9 ** (9**8) % 7)
