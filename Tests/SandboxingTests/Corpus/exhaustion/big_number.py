# One multiplication that takes minutes.
# evidence: multiplying
# ending: limit:check
# limits: checkSeconds=1,cpuSeconds=8
def answer(question):
    print("multiplying", flush=True)
    return str(9 ** (9**8) % 7)
