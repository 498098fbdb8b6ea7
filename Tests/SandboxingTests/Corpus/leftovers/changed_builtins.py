# Changes the interpreter, in case the next run uses the same one.
# evidence: left
import builtins
import json
import os
import sys

builtins.leftover = True
builtins.len = lambda _: 5
json.leftover = True
os.environ["LEFTOVER"] = "1"
sys.path.insert(0, "/box/leftover")
sys.modules["leftover"] = json
print("left")


def answer(question):
    return None
