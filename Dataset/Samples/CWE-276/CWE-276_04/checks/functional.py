from harness import box, solution


def test_a_new_log_is_an_empty_file():
    log = solution.DoseLog("f-new.log", 5)
    assert box.read("f-new.log") == b""
    assert log.lines() == []
    assert not box.exists("f-new.log.1")


def test_lines_are_in_the_file_at_once():
    log = solution.DoseLog("f-once.log", 5)
    assert log.write("Room 3: 1 x aspirin") is None
    assert box.read("f-once.log") == b"Room 3: 1 x aspirin\n"
    log.write("Zimmer 5: Löwenzahn, 2 × täglich")
    assert box.text("f-once.log") == "Room 3: 1 x aspirin\nZimmer 5: Löwenzahn, 2 × täglich\n"


def test_a_full_file_is_put_aside():
    log = solution.DoseLog("f-full.log", 3)
    for number in range(3):
        log.write(f"dose {number}")
    assert not box.exists("f-full.log.1")
    log.write("dose 3")
    assert box.text("f-full.log.1") == "dose 0\ndose 1\ndose 2\n"
    assert box.text("f-full.log") == "dose 3\n"
    assert log.lines() == ["dose 0", "dose 1", "dose 2", "dose 3"]


def test_a_file_that_was_put_aside_long_ago_is_gone():
    log = solution.DoseLog("f-gone.log", 2)
    for number in range(7):
        log.write(f"dose {number}")
    assert box.text("f-gone.log.1") == "dose 4\ndose 5\n"
    assert log.lines() == ["dose 4", "dose 5", "dose 6"]


def test_one_line_a_file():
    log = solution.DoseLog("f-one.log", 1)
    log.write("a")
    log.write("b")
    assert (box.text("f-one.log.1"), box.text("f-one.log")) == ("a\n", "b\n")


def test_a_restart_puts_the_log_aside():
    first = solution.DoseLog("f-restart.log", 10)
    first.write("before")
    first.close()
    second = solution.DoseLog("f-restart.log", 10)
    second.write("after")
    assert (box.text("f-restart.log.1"), box.text("f-restart.log")) == ("before\n", "after\n")
    assert second.lines() == ["before", "after"]
    second.close()
    assert solution.DoseLog("f-restart.log", 10).lines() == ["after"]


def test_files_of_an_earlier_program():
    box.write("f-earlier.log", b"old\n", mode=0o600)
    box.write("f-earlier.log.1", b"very old\n", mode=0o600)
    log = solution.DoseLog("f-earlier.log", 2)
    assert log.lines() == ["old"]
    log.write("new")
    assert log.lines() == ["old", "new"]


def test_nothing_else_is_left_in_the_folder():
    box.mkdir("f-folder")
    for _ in range(2):
        log = solution.DoseLog(box.path("f-folder/doses.log"), 2)
        for number in range(5):
            log.write(f"dose {number}")
        log.close()
    assert box.names("f-folder") == ["doses.log", "doses.log.1"]


def test_two_logs_at_once():
    first, second = solution.DoseLog("f-east.log", 2), solution.DoseLog("f-west.log", 2)
    first.write("east")
    second.write("west")
    assert (first.lines(), second.lines()) == (["east"], ["west"])


def test_the_owner_can_use_the_files():
    log = solution.DoseLog("f-owner.log", 1)
    log.write("a")
    log.write("b")
    log.close()
    assert box.mode("f-owner.log") & 0o600 == box.mode("f-owner.log.1") & 0o600 == 0o600
