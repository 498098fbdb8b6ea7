from harness import box, program, solution

FILE = """# what presenters may run
group stars ada ben
allow :stars dome /opt/dome/tilt * slow

allow ada   lamp /opt/lamp/show ...
deny ada lamp /opt/lamp/show test ...
allow ada lamp /opt/lamp/show test gently
allow :late sound /opt/sound/play
group late cleo
group late dan
deny ben dome /opt/dome/tilt 90 ...
allow :stars dome /opt/dome/level to *
"""


def permits(name, text=FILE):
    box.write(name, text)
    return solution.Permits(name)


def test_what_is_allowed():
    made = permits("f1")
    for person, account, *words in (
        ("ada", "dome", "/opt/dome/tilt", "12", "slow"), ("ben", "dome", "/opt/dome/tilt", "45", "slow"), ("ada", "dome", "/opt/dome/tilt", "90", "slow"),
        ("ada", "lamp", "/opt/lamp/show"), ("ada", "lamp", "/opt/lamp/show", "moon"), ("ada", "lamp", "/opt/lamp/show", "moon", "and", "stars"),
        ("ada", "lamp", "/opt/lamp/show", "test", "gently"), ("cleo", "sound", "/opt/sound/play"), ("dan", "sound", "/opt/sound/play"),
        ("ben", "dome", "/opt/dome/level", "to", "7"), ("ada", "lamp", "/opt/lamp/show", "Tag & Nacht; 5 %"),
    ):
        assert made.may(person, account, words) is True


def test_what_is_not_allowed():
    made = permits("f2")
    for person, account, *words in (
        ("cleo", "dome", "/opt/dome/tilt", "12", "slow"), ("ben", "dome", "/opt/dome/tilt", "90", "slow"), ("ada", "dome", "/opt/dome/tilt", "12", "fast"),
        ("ada", "dome", "/opt/dome/tilt", "12"), ("ada", "lamp", "/opt/lamp/show", "test"), ("ada", "lamp", "/opt/lamp/show", "test", "hard"), ("ben", "lamp", "/opt/lamp/show"),
        ("ada", "sound", "/opt/sound/play"), ("dan", "sound", "/opt/sound/record"), ("zoe", "sound", "/opt/sound/play"), ("ada", "sound", "/opt/lamp/show"),
    ):
        assert made.may(person, account, words) is False


def test_programs_are_run():
    made = permits("f3")
    program("become", code="print('+'.join(argv[1:]))")
    before = len(program("become").calls)
    assert made.run("ada", "dome", ["/opt/dome/tilt", "12", "slow"]) == "dome+/opt/dome/tilt+12+slow\n"
    assert made.run("ada", "lamp", ["/opt/lamp/show", "Tag&Nacht", "$HOME"]) == "lamp+/opt/lamp/show+Tag&Nacht+$HOME\n"
    refused = False
    try:
        made.run("cleo", "dome", ["/opt/dome/tilt", "12", "slow"])
    except PermissionError:
        refused = True
    assert refused and len(program("become").calls) == before + 2


def test_the_last_line_that_fits_decides():
    made = permits("f4", "deny ada dome /opt/a *\nallow ada dome /opt/a x\nallow :all dome /opt/b ...\ndeny :all dome /opt/b y\ngroup all ada ben\nallow ben dome /opt/b ...\n")
    assert [made.may("ada", "dome", ["/opt/a", word]) for word in "xy"] == [True, False]
    assert [made.may("ada", "dome", ["/opt/b", word]) for word in "xy"] == [True, False]
    assert [made.may("ben", "dome", ["/opt/b", word]) for word in "xy"] == [True, True]


def test_a_file_without_rules():
    assert permits("f5", "# nothing\n\ngroup stars ada\n").may("ada", "dome", ["/opt/dome/tilt"]) is False
    assert permits("f6", "").may("ada", "dome", ["/opt/dome/tilt"]) is False
