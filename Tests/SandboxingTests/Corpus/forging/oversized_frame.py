# Announces four gigabytes.
# evidence: announcing
# ending: protocol-violation
import os


def answer(question):
    print("announcing", flush=True)
    os.write(3, b"\xff\xff\xff\xff")
    for _ in range(100):
        os.write(3, b"[" * 4096)
