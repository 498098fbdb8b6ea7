import re

from harness import solution


def read(script):
    """The commands that the machine obeys, as the Problem describes its language; a text as ("TEXT", text)."""
    commands = []
    while script:
        script = script.lstrip(" ")
        text = re.match(r'TEXT +"((?:\\["\\]|[^"])*)(?:"[^;\n]*)?', script)
        end = text.end() if text else re.match(r"[^;\n]*", script).end()
        commands.append(("TEXT", re.sub(r'\\(["\\])', r"\1", text[1])) if text else script[:end].rstrip(" "))
        script = script[end + 1 :]
    return [command for command in commands if command]


def engraved(*texts):
    """What the machine does with a plate of these texts."""
    plate = solution.Plate("Roman", 6)
    for number, text in enumerate(texts):
        plate.add(1, number, text)
    return read(plate.script())


def script_of(*texts):
    lines = [line for number, text in enumerate(texts) for line in (f"MOVE 1 {number}", ("TEXT", text))]
    return ["FONT Roman", "SIZE 6", *lines, "END"]


def test_a_plate_without_texts():
    assert solution.Plate("Old English-2", 12).script() == "FONT Old English-2\nSIZE 12\nEND\n"


def test_texts_in_order():
    plate = solution.Plate("Gothic", 4)
    plate.add(10, 5, "Best in show")
    plate.add(0, -15, "Bella")
    assert plate.script() == (
        'FONT Gothic\nSIZE 4\nMOVE 10 5\nTEXT "Best in show"\nMOVE 0 -15\nTEXT "Bella"\nEND\n'
    )


def test_calls_can_be_chained():
    script = solution.Plate("Gothic", 4).add(1, 1, "a").add(2, 2, "b").script()
    assert read(script) == ["FONT Gothic", "SIZE 4", "MOVE 1 1", ("TEXT", "a"), "MOVE 2 2", ("TEXT", "b"), "END"]


def test_the_script_can_be_had_twice():
    plate = solution.Plate("Roman", 6).add(1, 0, "once")
    first = plate.script()
    assert plate.script() == first
    plate.add(1, 1, "again")
    assert read(plate.script()) == script_of("once", "again")


def test_plates_are_independent():
    one, other = solution.Plate("Roman", 6).add(1, 0, "one"), solution.Plate("Roman", 6).add(1, 0, "other")
    assert read(one.script()) == script_of("one")
    assert read(other.script()) == script_of("other")


def test_double_quotes():
    texts = ['The "Ace"', '"', '""quoted""', "O'Hara's"]
    assert engraved(*texts) == script_of(*texts)


def test_a_backslash_among_letters():
    texts = ["AC\\DC", "C:\\new\\table", "a \\ b"]
    assert engraved(*texts) == script_of(*texts)


def test_semicolons_and_words_of_the_language():
    texts = ["first; second;", "END", "DRILL 9; SPEED 1", ' TEXT "x"', "50% #1 {a} <b> &amp; $c `d` %s \\u0041"]
    assert engraved(*texts) == script_of(*texts)


def test_other_languages_and_blanks():
    texts = ["Meister – Grüße 優勝", "  two  blanks  ", ""]
    assert engraved(*texts) == script_of(*texts)
