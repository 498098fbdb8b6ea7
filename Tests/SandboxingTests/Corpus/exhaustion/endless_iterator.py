# An iterator that never ends, where the check goes over it.
# evidence: counting
# limits: checkSeconds=8,cpuSeconds=1
import itertools


def answer(question):
    print("counting", flush=True)
    return itertools.count()


# --- check
from harness import solution


def test_answer():
    assert list(solution.answer("question")) == ["expected"]
