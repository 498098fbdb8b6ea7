# A number with too many digits to be shown, alone and hidden in a list, in an assertion that fails.
# evidence: huge
# ending: completed


class Count(int):
    pass


def answer(question):
    print("huge")
    return [Count(1 << 200_000), {1 << 200_000: -(1 << 200_000)}]


# --- check
from harness import solution


def test_answer():
    found = solution.answer("question")
    assert found == 1, found
