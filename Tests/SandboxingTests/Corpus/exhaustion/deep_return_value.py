# A list in a list in a list.
# evidence: returning
def answer(question):
    print("returning", flush=True)
    value = []
    for _ in range(100_000):
        value = [value]
    return value
