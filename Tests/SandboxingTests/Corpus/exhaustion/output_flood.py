# Prints until somebody stops it.
# evidence: flood
# ending: limit:output
# limits: cpuSeconds=20,wallSeconds=30,checkSeconds=25
import os


def answer(question):
    while True:
        os.write(1, b"flood " * 4096)
