"""Positive controls: what an ordinary solution does must work, or the attacks prove nothing."""

from harness import box, program, solution


def test_calls_and_values():
    assert solution.add(1, 2) == 3


def test_files_are_seen():
    solution.write("note.txt")
    assert box.text("note.txt") == "was here"


def test_planted_file_is_found():
    box.write("planted.txt", "planted")
    assert solution.read("/box/work/planted.txt") == b"planted"


def test_shell_and_fake_programs():
    program("greet", stdout="hello")
    assert solution.run("greet you") == "hello"
    assert [call.argv for call in program("greet").calls] == [["greet", "you"]]
