from harness import box, solution
from probes import programs

START = '#!/bin/sh\nset -a\nif [ -f ./stove.env ]; then . ./stove.env; fi\nexec stovectl "$1"\n'
#: No `$`, backtick or backslash with which the shell does anything between quotes.
TEXTS = (
    "Anna's \"hot\" hour: 90 °C & more; no #phones", "5 $", "it's", '"', "'", "''\"\"", "a=b", "SAUNA_X=1", "# x", "",
    "two  blanks", "<3 > 2 | x", "* ? [a-z] ~ {a,b}", "Löyly 蒸", "100 %", "!", "(a)",
)


def cellar(name):
    box.write(f"{name}/start.sh", START)
    return solution.Stove(name)


def told(names):
    """The stove's program writes these variables into a file."""
    parts = " ".join(f'"${{{name}-unset}}"' for name in names)
    box.remove("told")
    return programs.script("stovectl", f"printf '%s\\0' {parts} > '{box.path('told')}'")


def arrived():
    return box.text("told").split("\0")[:-1]


def test_texts_are_variables_of_the_program():
    stove = cellar("sauna 1")
    for number, text in enumerate(TEXTS):
        stove.set(f"SAUNA_T{number}", text)
    assert [stove.get(f"SAUNA_T{number}") for number in range(len(TEXTS))] == list(TEXTS)
    program = told([f"SAUNA_T{number}" for number in range(len(TEXTS))])
    assert stove.switch_on("mild & long; it's hot") is True
    assert program.calls == [["mild & long; it's hot"]]
    assert arrived() == list(TEXTS)


def test_a_text_is_replaced():
    stove = cellar("sauna-2")
    stove.set("SAUNA_MUSIC_2", "Birds")
    stove.set("SAUNA_MUSIC", "Rain")
    stove.set("SAUNA_MUSIC_2", "Wind & waves")
    assert (stove.get("SAUNA_MUSIC"), stove.get("SAUNA_MUSIC_2"), stove.get("SAUNA_MUSIC_3")) == ("Rain", "Wind & waves", None)
    told(["SAUNA_MUSIC", "SAUNA_MUSIC_2"])
    assert stove.switch_on("x") is True
    assert arrived() == ["Rain", "Wind & waves"]


def test_a_setting_is_removed():
    stove = cellar("sauna-3")
    assert stove.names() == [] and stove.get("SAUNA_A") is None
    stove.remove("SAUNA_A")
    for name in ("SAUNA_B", "SAUNA_AB", "SAUNA_A"):
        stove.set(name, "x")
    assert stove.names() == ["SAUNA_A", "SAUNA_AB", "SAUNA_B"]
    stove.remove("SAUNA_A")
    assert stove.names() == ["SAUNA_AB", "SAUNA_B"]
    told(["SAUNA_A", "SAUNA_AB"])
    assert stove.switch_on("x") is True
    assert arrived() == ["unset", "x"]


def test_settings_outlast_the_object():
    cellar("sauna-4").set("SAUNA_GREETING", "Hello, Anna's friends")
    again = solution.Stove(box.path("sauna-4"))
    assert again.get("SAUNA_GREETING") == "Hello, Anna's friends"
    again.set("SAUNA_MUSIC", "Birds")
    assert solution.Stove("sauna-4").names() == ["SAUNA_GREETING", "SAUNA_MUSIC"]


def test_without_settings():
    stove = cellar("sauna-5")
    program = told(["SAUNA_A"])
    assert stove.switch_on("") is True
    assert program.calls == [[""]] and arrived() == ["unset"]


def test_the_status_of_the_script():
    stove = cellar("sauna-6")
    programs.script("stovectl", "exit 3")
    assert stove.switch_on("mild") is False
    box.write("sauna-6/start.sh", 'touch "$1"; exit 0\n')
    assert stove.switch_on("made here") is True
    assert box.exists("sauna-6/made here")
