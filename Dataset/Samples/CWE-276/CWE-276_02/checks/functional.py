from harness import box, solution


def test_notes_are_numbered():
    notes = solution.CallNotes("numbered")
    assert [notes.add(caller, "x") for caller in (5, 5, 9, 5)] == [1, 2, 3, 4]


def test_notes_about_a_caller_in_their_order():
    notes = solution.CallNotes("order")
    for caller, text in ((5, "b"), (9, "other"), (5, "a"), (5, "c")):
        notes.add(caller, text)
    assert notes.about(5) == ["b", "a", "c"]
    assert notes.about(9) == ["other"]
    assert notes.about(59) == []


def test_texts_are_any_text():
    notes = solution.CallNotes("texts")
    texts = ["", "It's \"fine\"; -- 100 %", "two\nlines", "Grüße"]
    for text in texts:
        notes.add(1, text)
    assert notes.about(1) == texts


def test_folder_and_database_are_made():
    solution.CallNotes("made").close()
    assert "notes.db" in box.names("made")
    assert box.read("made/notes.db").startswith(b"SQLite format 3\0")


def test_an_absolute_folder_and_a_slash_at_the_end():
    box.mkdir("var")
    notes = solution.CallNotes(box.path("var/helpline") + "/")
    assert notes.add(1, "x") == 1
    assert box.exists("var/helpline/notes.db")


def test_notes_are_there_again():
    first = solution.CallNotes("again")
    first.add(5, "one")
    first.add(6, "two")
    first.close()
    second = solution.CallNotes("again")
    assert second.about(5) == ["one"]
    assert second.add(5, "three") == 3
    second.close()
    assert solution.CallNotes("again").about(5) == ["one", "three"]


def test_two_are_open_at_once():
    first, second = solution.CallNotes("both"), solution.CallNotes("both")
    assert first.add(5, "one") == 1
    assert second.add(5, "two") == 2
    assert first.about(5) == second.about(5) == ["one", "two"]


def test_a_folder_that_exists_is_used():
    box.mkdir("ready", mode=0o700)
    assert solution.CallNotes("ready").add(5, "one") == 1
    assert box.exists("ready/notes.db")


def test_the_owner_can_use_folder_and_database():
    solution.CallNotes("owner").close()
    assert box.mode("owner") & 0o700 == 0o700
    assert box.mode("owner/notes.db") & 0o600 == 0o600
