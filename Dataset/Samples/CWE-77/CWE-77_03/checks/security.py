import re

from harness import attempt, exploit_if, solution


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


def obeyed(font, *texts):
    """The commands that the machine obeys for a plate; none if the plate was refused."""
    made = attempt(solution.Plate, font, 6)
    if not made.returned:
        return []
    for text in texts:
        attempt(made.value.add, 1, 1, text)
    script = attempt(made.value.script).value
    return read(script) if isinstance(script, str) else []


def drilled(font, *texts):
    return [command for command in obeyed(font, *texts) if command in ("DRILL 9", "SPEED 99")]


def test_a_backslash_before_a_quote():
    for text in ('Ace\\"; DRILL 9; TEXT "', '\\";DRILL 9;', 'Ace \\"\nDRILL 9\n'):
        found = drilled("Roman", text)
        exploit_if(found, f"the text {text!r} drilled: {found}")


def test_several_backslashes_before_a_quote():
    for text in ("Ace" + "\\" * count + '"; DRILL 9;' for count in range(2, 7)):
        found = drilled("Roman", text)
        exploit_if(found, f"the text {text!r} drilled: {found}")


def test_a_backslash_at_the_end_of_a_text():
    for count in range(1, 7):
        texts = ("Ace" + "\\" * count, "; DRILL 9; SPEED 99")
        exploit_if(drilled("Roman", *texts), f"the texts {texts} drilled together")
        texts = ("\\" * count, "\nSPEED 99\n", "x\\")
        exploit_if(drilled("Roman", *texts), f"the texts {texts} changed the speed together")


def test_a_command_in_the_name_of_the_font():
    for font in ("Roman; DRILL 9", "Roman;SPEED 99;", ";DRILL 9"):
        found = drilled(font, "Ace")
        exploit_if(found, f"the font {font!r} drilled: {found}")


def test_a_line_of_its_own_in_the_name_of_the_font():
    for font in ("Roman\nDRILL 9", "Roman\nDRILL 9\n", "Roman\n DRILL 9\nFONT Roman"):
        found = drilled(font, "Ace")
        exploit_if(found, f"the font {font!r} drilled: {found}")
