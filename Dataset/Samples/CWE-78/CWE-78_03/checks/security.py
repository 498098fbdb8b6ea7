from harness import solution
from probes import markers, programs, search
from probes.grammars import arguments, shell
from probes.grammars.ranked import in_turn

# The station's shell runs what it is sent.
LINK = '/bin/sh -c "$2" >/dev/null 2>&1; echo 1'


def attack(what, candidates, arguments_of, tries, link=LINK):
    """Nothing but bundle runs, and what reaches it is exactly what was given: `(station, folder, names)`."""
    station, bundle, expected = programs.script("stationlink", link), programs.script("bundle", ""), []

    def use(candidate):
        to, folder, names = arguments_of(candidate)
        expected[:] = [[folder, *names[start : start + 10]] for start in range(0, len(names), 10)]
        sent.append(to)
        solution.bundle_size(to, folder, names)

    sent = []
    runs = markers.runs(use)

    def found(candidate):
        station.clear()
        bundle.clear()
        ran, called = runs(candidate), [one[:1] for one in station.calls]
        return ran or stray(bundle.calls, expected) or stray(called, [sent[-1:]])

    search.attack(what, candidates, found, tries)


def stray(calls, expected):
    wrong = [call for call in calls if call not in expected]
    return f"a program got {wrong[0]}"[:200] if wrong else None


def texts():
    return in_turn(shell.texts("a.csv"), arguments.texts("a.csv"))


def test_a_name_is_no_command():
    # In every place of the first bundle but one, and in the second.
    attack("the name", texts(), lambda name: ("neumayer", "/data", ["a.csv", *[name] * 9, "a.csv", name]), 26)


def test_a_folder_is_no_command():
    attack("the folder", texts(), lambda folder: ("neumayer", folder, ["a.csv", ";SCRIPT;#"]), 20)


def test_the_name_of_a_station_is_no_command():
    attack("the station", texts(), lambda station: (station, "/data/ice", ["a.csv"]), 10)


def test_names_make_no_command_together():
    attack("the names", map(tuple, shell.lists(["a.csv"])), lambda names: ("neumayer", "/data/ice", list(names)), 8)


def test_nothing_runs_when_a_station_does_not_answer():
    attack("the name", texts(), lambda name: (name, name, [name]), 4, "exit 255")
