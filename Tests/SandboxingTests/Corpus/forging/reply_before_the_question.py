# Sends replies that nobody asked for, with numbers of its own.
# evidence: sent
# ending: protocol-violation
import json
import os
import struct

BODY = json.dumps({"id": "0" * 16, "value": "expected-"}).encode()


def answer(question):
    print("sent", flush=True)
    os.write(3, struct.pack(">I", len(BODY)) + BODY)
