from harness import solution
from probes import markers, programs, search
from probes.grammars import arguments, shell
from probes.grammars.ranked import in_turn


def attack(what, candidates, use, tries, buoy="echo wave=1 wind=2"):
    """No program but buoyread is started, and a name reaches it as one argument or not at all."""
    tool, runs = programs.script("buoyread", buoy), markers.runs(use)

    def found(names):
        tool.clear()
        return runs(names) or programs.misread(tool.calls, [None], 1 if isinstance(names, str) else len(names))

    search.attack(what, candidates, found, tries)


def test_a_name_is_no_command():
    texts = in_turn(shell.texts("north-7"), arguments.texts("north-7"))
    attack("the name", texts, lambda name: solution.read_buoy(name), 40)


def test_a_name_that_is_not_known_is_no_command():
    attack("the unknown name", shell.texts("north-7"), lambda name: solution.read_buoy(name), 6, "exit 1")


def test_names_of_a_list_are_no_commands():
    names = (("x", name) for name in in_turn(shell.texts("north-7"), arguments.texts("north-7")))
    lists = in_turn(names, map(tuple, shell.lists(["north-7"])))
    attack("the names", lists, lambda names: solution.windiest(list(names)), 20)
