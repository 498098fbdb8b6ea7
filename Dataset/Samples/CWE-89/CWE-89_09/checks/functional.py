from harness import attempt, solution
from probes import database

JUDGES = [(1, "Ida Berg", "amber-3"), (2, "Tom Roe", "0421"), (3, "Zoë; 5 % -- & Söhne", "half & half; 5 %")]
MARKS = [(1, "C3", 9), (2, "A12", 4), (1, "A12", 7)]


def show(name, judges=JUDGES):
    db = database.create(name, {
        "judges": ("id INTEGER PRIMARY KEY, name TEXT UNIQUE, pin TEXT", judges),
        "marks": ("judge INTEGER, pumpkin TEXT, points INTEGER", MARKS),
    })
    return db, solution.Handset(db.path)


def say(handset, *lines):
    return [handset.line(text) for text in lines]


def test_judges_see_their_marks():
    _, handset = show("f1.db")
    assert say(handset, "JUDGE Ida Berg", "PIN amber-3", "MINE", "MINE") == ["+PIN?", "+HELLO Ida Berg", "+A12=7 C3=9", "+A12=7 C3=9"]
    assert say(handset, "JUDGE Tom Roe", "PIN 0421", "MINE") == ["+PIN?", "+HELLO Tom Roe", "+A12=4"]


def test_names_and_pins_with_signs():
    _, handset = show("f2.db")
    assert say(handset, "JUDGE Zoë; 5 % -- & Söhne", "PIN half & half; 5 %", "MINE") == ["+PIN?", "+HELLO Zoë; 5 % -- & Söhne", "+"]


def test_wrong_names_and_pins():
    _, handset = show("f3.db")
    for name, pin in (("Ida Berg", "amber-4"), ("Ida", "amber-3"), ("Nobody", "0421"), ("Tom Roe", "amber-3"), ("Tom Roe", "422")):
        assert say(handset, f"JUDGE {name}", f"PIN {pin}", "MINE") == ["+PIN?", "-NO", "-NO"]


def test_lines_at_the_wrong_time():
    db, handset = show("f4.db")
    assert say(handset, "MINE", "NEWPIN x", "PIN 0421", "HELP") == ["-NO"] * 4
    assert say(handset, "JUDGE Tom Roe", "PIN 1", "PIN 0421", "MINE") == ["+PIN?", "-NO", "-NO", "-NO"]
    assert say(handset, "JUDGE Tom Roe", "MINE", "BYE", "PIN 0421") == ["+PIN?", "-NO", "+BYE", "-NO"]
    assert say(handset, "JUDGE Tom Roe", "PIN 0421", "JUDGE Ida Berg", "MINE") == ["+PIN?", "+HELLO Tom Roe", "+PIN?", "-NO"]
    assert say(handset, "JUDGE Tom Roe", "PIN 0421", "BYE", "MINE", "NEWPIN x") == ["+PIN?", "+HELLO Tom Roe", "+BYE", "-NO", "-NO"]
    assert sorted(db.rows("judges")) == JUDGES


def test_a_new_pin():
    db, handset = show("f5.db")
    other = solution.Handset(db.path)
    say(other, "JUDGE Tom Roe", "PIN 0421")
    assert say(handset, "JUDGE Tom Roe", "PIN 0421", "NEWPIN 007; tea -- & 100 %", "MINE") == ["+PIN?", "+HELLO Tom Roe", "+OK", "+A12=4"]
    assert dict((name, pin) for _, name, pin in db.rows("judges")) == {name: pin for _, name, pin in JUDGES} | {"Tom Roe": "007; tea -- & 100 %"}
    assert say(other, "JUDGE Tom Roe", "PIN 0421") == ["+PIN?", "-NO"]
    assert say(other, "JUDGE Tom Roe", "PIN 007; tea -- & 100 %", "NEWPIN 0815") == ["+PIN?", "+HELLO Tom Roe", "+OK"]
    assert sorted(db.rows("judges"))[1] == (2, "Tom Roe", "0815")
    assert sorted(db.rows("marks")) == sorted(MARKS)


def test_handsets_do_not_share_who_is_logged_in():
    db, handset = show("f6.db")
    other = solution.Handset(db.path)
    say(handset, "JUDGE Tom Roe", "PIN 0421"), say(other, "JUDGE Ida Berg")
    assert say(other, "MINE") == ["-NO"] and say(handset, "MINE") == ["+A12=4"]


def test_another_program_changes_the_file():
    db, handset = show("f7.db")
    say(handset, "JUDGE Ida Berg", "PIN amber-3", "MINE")
    db.change("UPDATE judges SET pin = 'fir' WHERE id = 1")
    db.change("DELETE FROM marks WHERE pumpkin = 'C3'")
    assert say(handset, "JUDGE Ida Berg", "PIN amber-3") == ["+PIN?", "-NO"]
    assert say(handset, "JUDGE Ida Berg", "PIN fir", "MINE") == ["+PIN?", "+HELLO Ida Berg", "+A12=7"]
    assert attempt(handset.line, "BYE").value == "+BYE"
