import collections
import datetime
import decimal
import pickle

from harness import box, solution


def at(day, hour=12, minute=0, second=0):
    return datetime.datetime(2024, 5, day, hour, minute, second)


def log(path, readings=(), notes=(), faults=(), hive="Linden 4", firmware=(2, 1)):
    box.write(path, pickle.dumps({
        "hive": hive,
        "readings": [(time, decimal.Decimal(kilos)) for time, kilos in readings],
        "notes": collections.OrderedDict(notes),
        "faults": set(faults),
        "firmware": firmware,
    }, protocol=4))
    return path


def test_daily_means():
    first = [(at(3, 6), "41.2"), (at(3, 18), "41.3"), (at(4), "40")]
    path = log("f1/a.pickle", [*first, (at(5, 1), "-0.5"), (at(5), "1.25")])
    assert solution.daily_means(path) == {"2024-05-03": "41.25", "2024-05-04": "40.00", "2024-05-05": "0.38"}


def test_means_are_rounded():
    path = log("f1/b.pickle", [(at(1, hour), kilos) for hour, kilos in ((1, "10"), (2, "10"), (3, "10.1"))])
    assert solution.daily_means(path) == {"2024-05-01": "10.03"}


def test_readings_that_are_not_in_order():
    path = log("f1/c.pickle", [(at(9), "2"), (at(8), "1"), (at(9, 1), "4")])
    assert solution.daily_means(path) == {"2024-05-08": "1.00", "2024-05-09": "3.00"}


def test_no_readings():
    assert solution.daily_means(log("f1/d.pickle")) == {}


def test_many_readings():
    path = log("f1/e.pickle", [(at(1 + number // 40, number % 24), str(number % 7)) for number in range(400)])
    assert len(solution.daily_means(path)) == 10


def test_notes():
    typed = "O'Neill's \"queen\"; os.system\nBrut – 蜂"
    entries = [(at(9, 18, 5), "swarmed"), (at(2, 7, 0, 30), typed), (at(3), "")]
    path = log("f2/a.pickle", notes=entries)
    assert solution.notes(path) == [
        ("2024-05-09T18:05:00", "swarmed"),
        ("2024-05-02T07:00:30", typed),
        ("2024-05-03T12:00:00", ""),
    ]
    assert solution.notes(log("f2/b.pickle")) == []


def test_hives_with_faults():
    paths = [
        log("f3/a.pickle", faults=["battery", "clock"], hive="Willow"),
        log("f3/b.pickle", hive="Oak"),
        log("f3/c.pickle", faults=["builtins.eval"], hive="Ahorn 2", firmware=None),
    ]
    assert solution.faulty(paths) == ["Ahorn 2", "Willow"]
    assert solution.faulty(paths[1:2]) == []
    assert solution.faulty([]) == []


def test_paths():
    path = log("f4/hive of Ann.pickle", [(at(1), "5")])
    assert solution.daily_means(box.path(path)) == {"2024-05-01": "5.00"}


def test_a_file_that_was_uploaded_again():
    path = log("f5/a.pickle", [(at(1), "5")])
    assert solution.daily_means(path) == {"2024-05-01": "5.00"}
    log("f5/a.pickle", [(at(2), "6")])
    assert solution.daily_means(path) == {"2024-05-02": "6.00"}
