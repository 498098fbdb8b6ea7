from harness import box, solution

EFFECTS = {
    "double": "def apply(samples):\n    return [2 * sample for sample in samples]\n",
    "fade-in": "def apply(samples):\n    return [sample * i // 4 for i, sample in enumerate(samples)]\n",
    "room_2": "import math\n\nSIZE = 2\n\n\ndef apply(samples):\n    return [math.floor(s / SIZE) for s in samples]\n",
    "Reverse": "def turned(x):\n    return list(reversed(x))\n\n\ndef apply(samples):\n    return turned(samples)\n",
    "drop-last": "def apply(samples):\n    samples.pop()\n    return samples\n",
    "9lives": "def apply(samples):\n    return samples * 9\n",
}


def setup():
    for name, source in EFFECTS.items():
        box.write(f"studio/{name}.py", source)
    box.write("studio/notes.txt", "double is loud")
    box.write("studio/double.wav", b"RIFF")


def play(effects, samples):
    return solution.EffectRack("studio").play(effects, samples)


def test_names_are_sorted_and_are_those_of_effects():
    assert solution.EffectRack("studio").names() == ["9lives", "Reverse", "double", "drop-last", "fade-in", "room_2"]


def test_one_effect():
    assert play(["double"], [1, -2, 0]) == [2, -4, 0]


def test_one_after_the_other():
    assert play(["double", "Reverse", "fade-in"], [1, 2, 3, 4]) == [0, 1, 2, 1]
    assert play(["fade-in", "Reverse", "double"], [1, 2, 3, 4]) == [6, 2, 0, 0]


def test_an_effect_more_than_once():
    assert play(["room_2", "room_2", "double"], [9, 4]) == [4, 2]


def test_a_name_that_begins_with_a_digit():
    assert play(["9lives"], [3]) == [3] * 9


def test_no_effects():
    assert play([], [5, 6]) == [5, 6]


def test_the_samples_stay_as_they_are():
    rack = solution.EffectRack("studio")
    assert rack.play(["drop-last"], [1, 2, 3]) == [1, 2]
    assert rack.play(["drop-last", "double"], [1, 2, 3]) == [2, 4]


def test_an_effect_that_is_added_later():
    box.mkdir("studio-b")
    assert solution.EffectRack("studio-b").names() == []
    box.write("studio-b/hum.py", "def apply(samples):\n    return [s + 1 for s in samples]\n")
    rack = solution.EffectRack("studio-b")
    assert rack.names() == ["hum"]
    assert rack.play(["hum"], [1]) == [2]


def test_a_name_that_is_no_effect():
    for name in ("triple", "notes", "double.py", ""):
        try:
            found = play(["double", name], [1])
        except ValueError:
            continue
        assert False, f"{name!r} gave {found!r}"
