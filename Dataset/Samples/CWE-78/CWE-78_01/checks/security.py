from harness import solution
from probes import markers, programs, search
from probes.grammars import shell
from probes.grammars.ranked import in_turn


def attack(what, candidates, use, tries):
    programs.script("buoyread", "echo wave=1 wind=2")
    search.attack(what, candidates, markers.runs(use), tries)


def test_a_name_is_no_command():
    attack("the name", shell.texts("north-7"), lambda name: solution.read_buoy(name), 24)


def test_names_of_a_list_are_no_commands():
    names = (("x", name) for name in shell.texts("north-7"))
    lists = in_turn(names, map(tuple, shell.lists(["north-7"])))
    attack("the names", lists, lambda names: solution.windiest(list(names)), 16)
