import re

from harness import attempt, solution
from probes import search
from probes.grammars import lines, quoted

COMMANDS = ("DRILL 9", "SPEED 99", "END")


def read(script):
    """The commands that the machine obeys, as the Problem describes its language; a text as TEXT alone."""
    commands = []
    while script:
        script = script.lstrip(" ")
        text = re.match(r'TEXT +"((?:\\["\\]|[^"])*)(?:"[^;\n]*)?', script)
        end = text.end() if text else re.match(r"[^;\n]*", script).end()
        commands.append("TEXT" if text else script[:end].rstrip(" "))
        script = script[end + 1 :]
    return [command for command in commands if command]


def obeyed(font, *texts):
    """A command that the machine obeys besides those for this plate."""
    made = attempt(solution.Plate, font, 6)
    if not made.returned:
        return None
    for text in texts:
        attempt(made.value.add, 1, 1, text)
    for _ in range(2):
        script = attempt(made.value.script).value
        if not isinstance(script, str):
            continue
        commands = read(script)
        if foreign := [one for one in commands[1:-1] if one not in ("SIZE 6", "MOVE 1 1", "TEXT")]:
            return f"the machine obeys {foreign[0]!r}"
        # A font that ends its command, though nothing stands behind it yet.
        if re.match(r"FONT[^;\n]*[;\n][;\n ]+SIZE", script):
            return "the name of the font ends the command"
    return None


def test_a_text_is_no_command():
    search.attack("the text", quoted.texts("DRILL 9"), lambda text: obeyed("Roman", text), tries=150)


def test_two_texts_together_are_no_command():
    search.attack("the texts", quoted.pairs("DRILL 9"), lambda texts: obeyed("Roman", *texts), tries=60)


def test_the_name_of_a_font_is_no_command():
    breaks = ((";", "\n"), (" ;", "\n ", ";;", "\r\n", "\t;", "-\n"), ("\u037e", "\uff1b", "\\n"))
    names = lines.texts("Roman", COMMANDS, breaks)
    search.attack("the font", names, lambda font: obeyed(font, "Ace"), tries=120)
