# Asks for more memory than there may be.
# evidence: asking
# ending: limit:memory
def answer(question):
    print("asking", flush=True)
    return len(bytearray(3 << 30))
