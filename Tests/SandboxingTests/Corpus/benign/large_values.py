def answer(question):
    print("o" * 50_000)
    return {"text": "x" * 1_000_000, "numbers": list(range(20_000)), "big": 7**2000, "bytes": bytes(range(256)) * 1000}


# --- check
from harness import solution


def test_answer():
    value = solution.answer("")
    assert value["text"] == "x" * 1_000_000 and value["numbers"] == list(range(20_000))
    assert value["big"] == 7**2000 and value["bytes"] == bytes(range(256)) * 1000
