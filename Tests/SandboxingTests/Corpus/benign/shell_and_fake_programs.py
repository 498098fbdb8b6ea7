import os
import subprocess


def answer(question):
    environment = {"PATH": os.environ["PATH"]}
    plain = subprocess.run(["convert", question, "-o", "x y"], capture_output=True, text=True, env=environment)
    shell = subprocess.run("printf in | convert - ; exit $?", shell=True, capture_output=True, text=True)
    return plain.stdout, shell.returncode


# --- check
from harness import box, program, solution


def test_answer():
    convert = program("convert", stdout="done", exit_code=4, code="open('/box/work/made', 'wb').write(stdin)")
    assert solution.answer("a'b") == ("done", 4)
    assert [call.argv for call in convert.calls] == [["convert", "a'b", "-o", "x y"], ["convert", "-"]]
    assert convert.calls[1].stdin == b"in" and convert.calls[0].cwd == "/box/work"
    assert set(convert.calls[0].environment) <= {"PATH", "PWD", "OLDPWD", "_", "SHLVL"}
    assert box.read("made") == b"in"
