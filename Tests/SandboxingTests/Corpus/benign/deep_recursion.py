def depth(number):
    return 0 if number == 0 else 1 + depth(number - 1)


def answer(question):
    nested = []
    for _ in range(40):
        nested = [nested]
    return depth(800), nested


# --- check
from harness import solution


def test_answer():
    found, nested = solution.answer("")
    assert found == 800
    for _ in range(40):
        (nested,) = nested
    assert nested == []
