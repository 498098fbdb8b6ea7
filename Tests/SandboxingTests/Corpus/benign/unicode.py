def answer(question):
    with open("käse 🧀.txt", "w") as file:
        file.write("naïve 日本 \u202e 🧀")
    print("ünïcode 🧀")
    return question[::-1], {"ß": {1, 2}}, frozenset("é"), "\ud800", 3 + 4j, float("inf")


# --- check
from harness import box, solution


def test_answer():
    assert solution.answer("añ🧀") == ("🧀ña", {"ß": {1, 2}}, frozenset("é"), "\ud800", 3 + 4j, float("inf"))
    assert box.text("käse 🧀.txt") == "naïve 日本 \u202e 🧀"
