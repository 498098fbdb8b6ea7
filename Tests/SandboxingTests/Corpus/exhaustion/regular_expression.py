# Backtracks for ever inside one call of C.
# evidence: matching
# ending: limit:check
# limits: checkSeconds=1,cpuSeconds=8
import re


def answer(question):
    print("matching", flush=True)
    return re.match("(a|aa)+$", "a" * 200 + "b")
