# An iterator that never ends, where the check goes over it.
# evidence: counting
# limits: checkSeconds=1,cpuSeconds=8
# ending: limit:check
import itertools


def answer(question):
    print("counting", flush=True)
    return itertools.count()


# --- check
from harness import solution


def test_answer():
    assert list(solution.answer("question")) == ["expected"]
