# Sends brackets until the parser gives up.
# evidence: sent
# ending: protocol-violation
import os
import struct


def answer(question):
    print("sent", flush=True)
    body = b"[" * 500_000 + b"]" * 500_000
    frame = struct.pack(">I", len(body)) + body
    while frame:
        frame = frame[os.write(3, frame) :]
