# Throws from as deep as it can, so that the frames above handle the wrong thing.
# evidence: diving
import sys


def answer(question):
    print("diving", flush=True)
    sys.setrecursionlimit(2_000)

    def dive():
        dive()

    dive()
