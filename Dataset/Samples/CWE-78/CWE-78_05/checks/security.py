import itertools
import json

from harness import box, solution
from probes import markers, programs, search
from probes.grammars import arguments, placeholders, shell
from probes.grammars.ranked import in_turn

COMMANDS = {
    "print": "xrayprint --animal {animal} {picture}",
    "twice": "xrayprint {picture} {animal} {picture} && true",
}
numbers = itertools.count()


def attack(what, candidates, values_of, tries, command="print", shape=("--animal", None, None)):
    """Nothing runs but the program of the line, and what was typed reaches it as one argument, or not at all."""
    path = f"guarded/desk-{next(numbers)}.json"
    box.write(path, json.dumps(COMMANDS))
    tool, desk = programs.script("xrayprint", ""), solution.Desk(path)
    runs = markers.runs(lambda candidate: desk.run(command, values_of(candidate)))

    def found(candidate):
        tool.clear()
        return runs(candidate) or programs.misread(tool.calls, shape)

    search.attack(what, candidates, found, tries)


def texts(ordinary="Tiger"):
    return in_turn(shell.texts(ordinary), arguments.texts(ordinary))


def test_a_value_is_no_command():
    attack("the animal", texts(), lambda text: {"animal": text, "picture": "paw.png"}, 46)


def test_the_last_value_is_no_command():
    attack("the picture", texts("Łapa"), lambda text: {"animal": "Tiger", "picture": text}, 18)


def test_a_value_that_is_put_in_twice_is_no_command():
    attack("the picture", texts(), lambda text: {"animal": "x", "picture": text}, 14, "twice", (None, None, None))


def test_values_that_look_like_placeholders_are_no_commands():
    fields = ("{picture}", "{animal}", "x{picture}", *itertools.islice(placeholders.own(), 4))
    second = (";SCRIPT;#", "' ;SCRIPT;'", ";SCRIPT;", " x")
    both = ((first, rest) for rest in second for first in fields)
    pairs = in_turn(both, ((rest, field) for rest in second[:2] for field in ("{animal}", "x{animal}")))
    attack("animal and picture", pairs, lambda both: {"animal": both[0], "picture": both[1]}, 18)


def test_values_make_no_command_together():
    ends = ((f"Tiger{end}", "TOOL") for end in ("\n", ";", "|", "&", "\\\n", "\r\n"))
    lists = (tuple(one[-2:]) for one in shell.lists(["Tiger"]))
    attack("animal and picture", in_turn(ends, lists), lambda both: {"animal": both[0], "picture": both[1]}, 14)
