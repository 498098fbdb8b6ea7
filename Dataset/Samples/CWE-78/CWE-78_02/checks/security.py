from harness import attempt, box, exploit_if, solution, web_client
from probes import doors, markers, programs, search
from probes.grammars import arguments, shell
from probes.grammars.ranked import in_turn

def attack(field, texts, tries, printer="echo job 1"):
    """No program but labelprint is started; a text reaches it as one argument, and so do copies."""
    tool = programs.script("labelprint", printer)
    send = doors.sender(web_client(solution.create_app()), "/labels", {"text": "Brie", "copies": "1"})
    runs = markers.runs(lambda one: send(*one, field))

    def found(one):
        tool.clear()
        return runs(one) or programs.misread(tool.calls, ["--copies", None, "--text", None])

    search.attack(f"the field {field}", doors.through(texts), found, tries)


def test_a_text_is_no_command():
    attack("text", in_turn(shell.texts("Brie"), arguments.texts("Brie")), 48)


def test_a_number_is_no_command():
    attack("copies", in_turn(shell.texts("1"), arguments.texts("1")), 40)


def test_a_label_that_is_not_printed_is_no_command():
    for field in ("text", "copies"):
        attack(field, shell.texts("1"), 4, "exit 3")


def test_no_further_field_decides_what_is_run():
    """It may become a variable of the environment."""
    programs.script("labelprint", "echo job 1")
    marker, client = markers.new(), web_client(solution.create_app())
    box.write("others/labelprint", f"#!/bin/sh\n{marker.shell}\necho job 1\n", mode=0o755)
    run = f"$({marker.shell})"
    for name, value in (("PATH", box.path("others")), ("BASH_ENV", run), ("ENV", run), ("command", marker.shell)):
        attempt(client.post, "/labels", data={"text": "Brie", "copies": "1", name: value})
        exploit_if(marker.fired, f"the further field {name}={value!r} decided what is run")
