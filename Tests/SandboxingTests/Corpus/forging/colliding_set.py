# A set of numbers that all collide, to keep the tester busy.
# evidence: colliding
# limits: checkSeconds=8,wallSeconds=20,cpuSeconds=2
# ending: limit:cpu
import json
import os
import struct
import sys


def answer(question):
    frame = sys._getframe()
    while frame and "request" not in frame.f_locals:
        frame = frame.f_back
    print("colliding", flush=True)
    modulus = (1 << 61) - 1
    numbers = [{"!": "int", "v": hex(5 + i * modulus)} for i in range(90_000)]
    body = json.dumps({"id": frame.f_locals["request"]["id"], "value": {"!": "set", "v": numbers}}).encode()
    data = struct.pack(">I", len(body)) + body
    while data:
        data = data[os.write(3, data) :]
    import time

    time.sleep(60)
