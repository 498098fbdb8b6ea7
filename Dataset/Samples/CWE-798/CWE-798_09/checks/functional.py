import re

from harness import box, solution


def robot(name, password="heifer 12"):
    box.mkdir(name)
    console = solution.Console(name)
    console.set_up(password)
    return console


def say(console, *lines):
    return [console.line(text) for text in lines]


def test_the_farmer():
    console = robot("f1")
    assert say(console, "WHO", "LOGIN farmer heifer 13", "WHO", "LOGIN farmer heifer 12", "WHO") == ["nobody", "NO", "nobody", "OK", "farmer"]
    assert say(console, "LOGIN farmer heifer", "WHO") == ["NO", "nobody"]
    assert say(solution.Console("f1"), "WHO", "LOGIN farmer heifer 12", "WHO") == ["nobody", "OK", "farmer"]


def test_a_robot_is_set_up_once():
    console = robot("f2", "Kuh & Kalb, 5 %")
    for one in (console, solution.Console("f2")):
        refused = False
        try:
            one.set_up("other")
        except RuntimeError:
            refused = True
        assert refused
    assert say(console, "LOGIN farmer other", "LOGIN farmer Kuh & Kalb, 5 %") == ["NO", "OK"]
    box.mkdir("f2-new")
    assert say(solution.Console("f2-new"), "WHO", "INVITE", "WHO") == ["nobody", "NO", "nobody"]


def test_an_invitation():
    console = robot("f3")
    say(console, "LOGIN farmer heifer 12")
    answer = console.line("INVITE")
    assert re.fullmatch("CODE [0-9a-z]{8,40}", answer)
    desk = solution.Console("f3")
    assert say(desk, f"LOGIN support {answer[5:]}", "WHO", "REVOKE", "PASSWORD x", "INVITE", "WHO") == ["OK", "support", "NO", "NO", "NO", "support"]
    second, third = console.line("INVITE")[5:], console.line("INVITE")[5:]
    assert len({answer[5:], second, third}) == 3
    assert say(desk, f"LOGIN support {second}", "WHO", f"LOGIN support {third}", "WHO") == ["NO", "nobody", "OK", "support"]


def test_an_invitation_is_revoked():
    console = robot("f4")
    assert say(console, "INVITE", "REVOKE", "PASSWORD x") == ["NO"] * 3
    say(console, "LOGIN farmer heifer 12")
    code = console.line("INVITE")[5:]
    assert console.line("REVOKE") == "OK" and console.line("REVOKE") == "OK"
    assert say(solution.Console("f4"), f"LOGIN support {code}", "WHO") == ["NO", "nobody"]


def test_a_new_password():
    console = robot("f5")
    other = solution.Console("f5")
    assert say(console, "LOGIN farmer heifer 12", "PASSWORD Kalb 3; x", "WHO") == ["OK", "OK", "farmer"]
    assert say(other, "LOGIN farmer heifer 12", "LOGIN farmer Kalb 3; x", "WHO") == ["NO", "OK", "farmer"]
    code = console.line("INVITE")[5:]
    other.line("PASSWORD calf")
    assert say(console, f"LOGIN support {code}", "WHO") == ["OK", "support"]


def test_lines_that_are_none():
    console = robot("f6")
    assert say(console, "", "HELP", "LOGIN", "LOGIN farmer", "LOGIN cow heifer 12", "WHO") == ["NO"] * 5 + ["nobody"]
    say(console, "LOGIN farmer heifer 12")
    assert say(console, "HELLO", "WHO", "LOGIN nobody x", "WHO") == ["NO", "farmer", "NO", "nobody"]
