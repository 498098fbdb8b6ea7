from harness import box, solution


def log(name):
    box.mkdir(f"logs/{name}")
    return solution.LockLog(f"logs/{name}")


def sheet(name, day):
    return box.text(f"logs/{name}/{day}.txt")


def test_a_day_with_entries():
    one = log("a")
    assert one.entries("2031-04-05") is None
    assert [one.note("2031-04-05", text) for text in ("Anna Maria, down", "canoe (3), up & back", "Größe 9")] == [1, 2, 3]
    assert sheet("a", "2031-04-05") == "Sheet 1\n1 Anna Maria, down\n2 canoe (3), up & back\n3 Größe 9\n"
    assert one.entries("2031-04-05") == ["Anna Maria, down", "canoe (3), up & back", "Größe 9"]


def test_sheets_are_numbered_as_they_are_begun():
    one = log("b")
    for day in ("2031-05-02", "2031-05-01", "2031-05-03", "2031-05-01"):
        assert solution.LockLog("logs/b").note(day, "raft") in (1, 2)
    assert [sheet("b", f"2031-05-0{day}") for day in (1, 2, 3)] == ["Sheet 2\n1 raft\n2 raft\n", "Sheet 1\n1 raft\n", "Sheet 3\n1 raft\n"]
    assert one.entries("2031-05-01") == ["raft", "raft"]


def test_a_closed_sheet():
    one = log("c")
    assert one.close("2031-04-05") is None
    assert not box.exists("logs/c/2031-04-05.txt")
    one.note("2031-04-05", "raft, up")
    one.note("2031-04-05", "raft, down")
    assert one.close("2031-04-05") == 2
    closed = "Sheet 1\n1 raft, up\n2 raft, down\nclosed after 2\n"
    assert sheet("c", "2031-04-05") == closed
    other = solution.LockLog(box.path("logs/c"))
    assert other.note("2031-04-05", "canoe") is None and other.close("2031-04-05") is None
    assert sheet("c", "2031-04-05") == closed
    assert other.entries("2031-04-05") == ["raft, up", "raft, down"]
    assert other.note("2031-04-06", "canoe") == 1


def test_sheets_from_earlier():
    one = log("d")
    for number in range(1, 12):
        box.write(f"logs/d/2030-10-{number:02}.txt", f"Sheet {number}\n1 x\nclosed after 1\n", mode=0o666)
    box.write("logs/d/2031-04-05.txt", "Sheet 12\n1 Anna\n2 raft\n", mode=0o666)
    assert one.entries("2031-04-05") == ["Anna", "raft"]
    assert one.note("2031-04-05", "canoe") == 3
    assert one.note("2031-04-06", "canoe") == 1
    assert sheet("d", "2031-04-05") == "Sheet 12\n1 Anna\n2 raft\n3 canoe\n"
    assert sheet("d", "2031-04-06") == "Sheet 13\n1 canoe\n"
    assert one.close("2031-04-05") == 3


def test_two_folders_are_apart():
    one, other = log("e"), log("f")
    assert one.note("2031-04-05", "a") == other.note("2031-04-05", "b") == 1
    assert (sheet("e", "2031-04-05"), sheet("f", "2031-04-05")) == ("Sheet 1\n1 a\n", "Sheet 1\n1 b\n")
    assert one.close("2031-04-05") == 1
    assert other.note("2031-04-05", "c") == 2
