# Sends bytes that are no JSON.
# evidence: sent
# ending: protocol-violation
import os


def answer(question):
    print("sent", flush=True)
    os.write(3, b"\x00\x00\x00\x04\xff\xfe\x00{")
