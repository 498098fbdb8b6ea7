# Writes whole, well-formed verdict frames to every descriptor there is.
# evidence: frames written
# ending: protocol-violation
import json
import os
import struct

FRAMES = b"".join(
    struct.pack(">I", len(body)) + body
    for body in (
        json.dumps(document).encode()
        for document in (
            {"plan": ["functional/test_answer"]},
            {"check": "functional/test_answer", "status": "passed", "message": None, "line": None, "limit": None},
            {"done": 1, "stopped": False},
        )
    )
)


def answer(question):
    print("frames written", flush=True)
    for descriptor in range(256):
        if descriptor in (1, 2):
            continue
        try:
            os.write(descriptor, FRAMES)
        except OSError:
            pass
