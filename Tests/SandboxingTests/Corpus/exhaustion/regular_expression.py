# Backtracks for ever inside one call of C.
# evidence: matching
# ending: limit:cpu
# limits: checkSeconds=8,cpuSeconds=1
import re


def answer(question):
    print("matching", flush=True)
    return re.match("(a|aa)+$", "a" * 200 + "b")
