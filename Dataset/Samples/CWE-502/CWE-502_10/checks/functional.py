import json

from harness import solution


def show(*acts):
    return json.dumps({"show": "Lake night", "acts": [{"name": name, "cues": cues} for name, cues in acts]})


def nested(name, cues):
    return "- !act " + json.dumps(json.dumps({"name": name, "cues": cues})) + "\n"


def test_notes_and_shots():
    cues = "- lights off, music starts\n- !shot {mortar: 3, at: 12.5, colours: [red, gold], loud: true, by: null}\n- !shot\n  mortar: 4\n  at: -1\n"
    shots = [("shot", {"mortar": 3, "at": 12.5, "colours": ["red", "gold"], "loud": True, "by": None}), ("shot", {"mortar": 4, "at": -1})]
    assert solution.read_show(show(("Opening", cues))) == [("Opening", ["lights off, music starts", *shots])]


def test_several_acts():
    found = solution.read_show(show(("One", "[wait]"), ("Zwölf", "- 'say: !shot'\n- \"!act\"\n"), ("None", "[]")))
    assert found == [("One", ["wait"]), ("Zwölf", ["say: !shot", "!act"]), ("None", [])]
    assert solution.read_show(show()) == []


def test_acts_within_acts():
    cues, wanted = "- !shot {at: 1}\n- wait\n", [("shot", {"at": 1}), "wait"]
    for name in ("Fan", "It's \"red\"", "Ü", "Last"):
        cues = nested(name, cues) + "- !shot {mortar: 2}\n"
        wanted = [("act", (name, wanted)), ("shot", {"mortar": 2})]
    assert solution.read_show(show(("All", cues), ("More", "[x]"))) == [("All", wanted), ("More", ["x"])]


def test_an_act_as_it_is_pasted():
    cues = "- !act '{\"name\": \"Fan\", \"cues\": \"- !shot {mortar: 7, at: 1}\\n- wait\"}'\n"
    assert solution.read_show(show(("A", cues))) == [("A", [("act", ("Fan", [("shot", {"mortar": 7, "at": 1}), "wait"]))])]


def test_anchors_and_aliases():
    cues = "- &go music starts\n- !shot &s {mortar: 3, at: 1, by: &n [Ida, Bo]}\n- *go\n- !shot {mortar: 4, by: *n}\n"
    assert solution.read_show(show(("A", cues))) == [("A", ["music starts", ("shot", {"mortar": 3, "at": 1, "by": ["Ida", "Bo"]}), "music starts", ("shot", {"mortar": 4, "by": ["Ida", "Bo"]})])]


def test_words_of_python_are_notes():
    cues = "- python/object\n- 'import os'\n- \"use !!python here\"\n- !shot {note: '!!python/name:x', by: eval}\n"
    assert solution.read_show(show(("A", cues))) == [("A", ["python/object", "import os", "use !!python here", ("shot", {"note": "!!python/name:x", "by": "eval"})])]
