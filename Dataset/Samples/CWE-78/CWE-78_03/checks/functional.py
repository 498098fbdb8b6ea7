from harness import solution
from probes import programs

# The station's shell, and what it finds at the station.
LINK = 'exec /bin/sh -c "$2"'


def bundle(station, folder, names, tool="echo 2048"):
    """Calls the solution; returns its answer, and how stationlink and bundle were called."""
    link, tool = programs.script("stationlink", LINK), programs.script("bundle", tool)
    answer = solution.bundle_size(station, folder, names)
    return answer, [arguments[0] for arguments in link.calls], tool.calls


def arrives(folder, *names):
    answer, stations, calls = bundle("neumayer", folder, list(names))
    assert answer == 2048
    assert stations == ["neumayer"]
    assert calls == [[folder, *names]]


def test_one_file():
    arrives("/data/ice", "drift.csv")


def test_ten_files_at_a_time_and_in_order():
    names = [f"{number}.csv" for number in (7, 3, 12, 1, 9, 2, 11, 4, 10, 8, 5, 3)]
    answer, stations, calls = bundle("neumayer", "/data/ice", names)
    assert calls == [["/data/ice", *names[:10]], ["/data/ice", *names[10:]]]
    assert answer == 4096
    assert stations == ["neumayer"] * 2


def test_ten_files_are_one_bundle():
    arrives("/data/ice", *"zyxwvutsrq")


def test_the_size_is_a_number():
    answer, stations, _ = bundle("halley", "/data", ["x.csv"], tool="echo 123456789")
    assert answer == 123456789
    assert stations == ["halley"]


def test_blanks_apostrophes_and_brackets():
    arrives("/data/Ann's sea ice", "Ann's core (7) & drift.csv", " two  blanks .csv", "'quoted'.csv")


def test_other_punctuation():
    arrives("/data/a;b", "x|y.csv", "<1>.csv", "5% #2.csv", "*.csv", "[ab]?.csv", "~n.csv", "{1,2}.csv")


def test_other_languages():
    arrives("/data/Müller", "глубина.csv")


def test_bundle_fails():
    answer, stations, _ = bundle("neumayer", "/data/ice", list("abcdefghijklm"), tool="exit 4")
    assert answer is None
    assert len(stations) == 1


def test_the_station_does_not_answer():
    programs.script("stationlink", "exit 255")
    assert solution.bundle_size("neumayer", "/data/ice", ["x.csv"]) is None
