# A value that is far too large to pass on.
# evidence: returning
def answer(question):
    print("returning", flush=True)
    return "x" * (64 << 20)
