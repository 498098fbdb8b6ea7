from harness import solution
from probes import markers, programs, search
from probes.grammars import shell

# The station's shell runs what it is sent, but does not find `bundle`, which is of no use here; the link says a size.
LINK = 'PATH=/nowhere; /bin/sh -c "$2" >/dev/null 2>&1; echo 1'


def attack(what, use, tries, candidates=None):
    programs.script("stationlink", LINK)
    search.attack(what, candidates or shell.texts("a.csv"), markers.runs(use), tries)


def test_a_name_is_no_command():
    # Once in the first bundle, and once in the second.
    names = ["a.csv"] * 9
    attack("the name", lambda name: solution.bundle_size("neumayer", "/data", [*names[:1], name, *names, name]), 20)


def test_a_folder_is_no_command():
    attack("the folder", lambda folder: solution.bundle_size("neumayer", folder, ["a.csv"]), 12)


def test_the_name_of_a_station_is_no_command():
    attack("the station", lambda station: solution.bundle_size(station, "/data/ice", ["a.csv"]), 8)


def test_names_make_no_command_together():
    lists = map(tuple, shell.lists(["a.csv"]))
    attack("the names", lambda names: solution.bundle_size("neumayer", "/data/ice", list(names)), 6, lists)
