from harness import box, solution

COMMANDS = ["# focus the telescope", "focus --to \"$1\" && echo 'done'", "", "exit 0"]
TEXT = "#!/bin/sh\n# focus the telescope\nfocus --to \"$1\" && echo 'done'\n\nexit 0\n"
READ_AND_RUN = 0o555


def test_the_script_is_written():
    box.mkdir("ready")
    assert solution.install_script("ready", "focus", COMMANDS) == "ready/focus"
    assert box.text("ready/focus") == TEXT


def test_an_absolute_folder():
    box.mkdir("absolute")
    path = solution.install_script(box.path("absolute"), "park-dome.sh", ["echo parked"])
    assert path == box.path("absolute/park-dome.sh")
    assert box.text("absolute/park-dome.sh") == "#!/bin/sh\necho parked\n"


def test_a_script_without_commands():
    solution.install_script("ready", "nothing", [])
    assert box.text("ready/nothing") == "#!/bin/sh\n"


def test_commands_may_have_other_letters():
    solution.install_script("ready", "grüße.sh", ["echo 'Gute Nacht, Jürgen ☾'"])
    assert box.text("ready/grüße.sh") == "#!/bin/sh\necho 'Gute Nacht, Jürgen ☾'\n"


def test_missing_folders_are_made():
    assert solution.install_script("new/dome/scripts", "focus", COMMANDS) == "new/dome/scripts/focus"
    assert box.text("new/dome/scripts/focus") == TEXT
    assert box.names("new/dome/scripts") == ["focus"]


def test_everybody_can_read_and_run_the_script():
    solution.install_script("public/scripts", "focus", COMMANDS)
    for path in ("public/scripts/focus", "public/scripts", "public"):
        assert box.mode(path) & READ_AND_RUN == READ_AND_RUN, path


def test_a_script_is_replaced():
    for mode in (0o644, 0o755, 0o600):
        box.write(f"old/focus-{mode:o}", b"#!/bin/sh\necho a much longer script of last year\n", mode=mode)
        solution.install_script("old", f"focus-{mode:o}", ["echo new"])
        assert box.text(f"old/focus-{mode:o}") == "#!/bin/sh\necho new\n"
        assert box.mode(f"old/focus-{mode:o}") & READ_AND_RUN == READ_AND_RUN


def test_other_scripts_stay():
    box.write("shared/park", b"#!/bin/sh\n", mode=0o755)
    solution.install_script("shared", "focus", COMMANDS)
    assert box.names("shared") == ["focus", "park"]
    assert box.text("shared/park") == "#!/bin/sh\n"


def test_a_script_is_removed():
    for name in ("focus", "park"):
        solution.install_script("removed", name, COMMANDS)
    assert solution.remove_script("removed", "focus") is True
    assert box.names("removed") == ["park"]
    assert solution.remove_script("removed", "focus") is False
    assert solution.remove_script("removed/never", "park") is False
