from harness import solution
from probes import markers, programs, search
from probes.grammars import shell


def attack(what, candidates, use, tries):
    programs.script("buoyread", "echo wave=1 wind=2")
    search.attack(what, candidates, markers.runs(use), tries)


def test_a_name_is_no_command():
    attack("the name", shell.texts("north-7"), lambda name: solution.read_buoy(name), 24)


def test_a_name_in_a_list_is_no_command():
    attack("the name", shell.texts("north-7"), lambda name: solution.windiest(["x", name]), 12)


def test_names_of_a_list_make_no_command_together():
    attack("the names", map(tuple, shell.lists(["north-7"])), lambda names: solution.windiest(list(names)), 5)
