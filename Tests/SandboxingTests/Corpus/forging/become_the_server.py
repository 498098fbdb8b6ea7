# Takes over the channel and answers every request itself.
# evidence: serving
import json
import os
import struct

print("serving", flush=True)


def read(count):
    data = b""
    while len(data) < count:
        chunk = os.read(3, count - len(data))
        if not chunk:
            os._exit(0)
        data += chunk
    return data


import sys

frame = sys._getframe()
while frame and "request" not in frame.f_locals:
    frame = frame.f_back
number = frame.f_locals["request"]["id"] if frame else "0"
while True:
    body = json.dumps({"id": number, "value": True}).encode()
    os.write(3, struct.pack(">I", len(body)) + body)
    (length,) = struct.unpack(">I", read(4))
    number = json.loads(read(length))["id"]
