from harness import attempt, box, exploit_if, program, solution
from probes import markers

# The options of the program as the Problem describes them; any search has a hit.
DOUGHFIND = r"""
import os
options, operands, rest = {}, [], argv[1:]
while rest:
    word = rest.pop(0)
    if word == "--":
        operands, rest = operands + rest, []
    elif word.startswith("--"):
        name, equals, value = word[2:].partition("=")
        long = [long for long in ("max", "to", "run") if long.startswith(name)]
        options[long[0]] = value if equals else rest.pop(0)
    elif word.startswith("-") and word != "-":
        options[{"n": "max", "t": "to", "r": "run"}[word[1]]] = word[2:] or rest.pop(0)
    else:
        operands.append(word)
if "to" in options:
    with open(options["to"], "w") as file:
        file.write("7\tSoda bread\n")
else:
    print("7\tSoda bread", flush=True)
if "run" in options:
    os.system(options["run"])
"""


def ran(use, *values):
    """The values whose command CMD the program ran for a pupil."""
    program("doughfind", code=DOUGHFIND)
    return markers.fired_by(lambda marker: {value: value.replace("CMD", marker.shell) for value in values}, use)


def as_term(value):
    return solution.find_recipes("rye-3", value, 5)


def as_shelf(value):
    return solution.find_recipes(value, "soda bread", 5)


def test_a_long_option_as_term():
    found = ran(as_term, "--run=CMD", "--ru=CMD")
    exploit_if(found, f"the term was taken for an option: {found}")


def test_a_short_option_as_term():
    found = ran(as_term, "-rCMD")
    exploit_if(found, f"the term was taken for an option: {found}")


def test_an_option_as_shelf():
    found = ran(as_shelf, "--run=CMD", "-rCMD")
    exploit_if(found, f"the shelf was taken for an option: {found}")


def test_an_option_and_its_value_as_shelf_and_term():
    program("doughfind", code=DOUGHFIND)
    marker = markers.new()
    for option in ("-r", "--run"):
        attempt(solution.find_recipes, option, marker.shell, 5)
        exploit_if(marker.fired, f"{option} as shelf took the term for a command")


def test_a_file_is_written():
    program("doughfind", code=DOUGHFIND)
    for number, option in enumerate(("--to=", "-t")):
        attempt(solution.find_recipes, "rye-3", f"{option}page-{number}.html", 5)
        exploit_if(box.exists(f"page-{number}.html"), f"{option} wrote a file of the pupil's choice")
