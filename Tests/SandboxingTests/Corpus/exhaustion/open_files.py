# Descriptors without end.
# evidence: refused after
import os


def answer(question):
    for number in range(100_000):
        try:
            os.dup(0)
        except OSError:
            print("refused after", number)
            return None
    print("ESCAPED: no bound")
