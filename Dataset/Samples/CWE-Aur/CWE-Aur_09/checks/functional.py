from harness import solution

OPERATORS = {"ada": "plum7", "bo": "fig"}


def line(login="login ada plum7"):
    made = solution.Projector(OPERATORS).connect()
    if login:
        assert made.say(login) == ["ok"]
    return made


def test_what_visitors_use():
    made = line("")
    assert made.say("sky") == ["none 0"] and made.say("SK;  Sky ") == ["none 0", "none 0"]
    assert made.say("logout") == ["ok"] and made.say("sky") == ["none 0"]


def test_all_commands():
    made = line()
    assert made.say("show comets; light 30; sky") == ["ok", "ok", "comets 30"]
    assert made.say("keep dusk; show moon2; up; up; sky") == ["ok", "ok", "ok", "ok", "moon2 50"]
    assert made.say("scene dusk; sky") == ["ok", "comets 30"]
    assert made.say("light 95; up; sky; light 100; up; sky; light 0; sky") == ["ok", "ok", "comets 100", "ok", "ok", "comets 100", "ok", "comets 0"]
    assert made.say("keep dusk; light 7; scene dusk; sky") == ["ok", "ok", "ok", "comets 0"]


def test_shortened_and_in_capitals():
    made = line("LOGI ada plum7")
    assert made.say("SH Comets;LI 30;k Dusk;u;sc Dusk;sk") == ["ok", "ok", "ok", "ok", "ok", "Comets 30"]
    assert made.say("s;l 3;lo;sho a;logo;sk") == ["no", "no", "no", "ok", "ok", "a 30"]
    assert made.say("  sky  ;   skY ") == ["a 30", "a 30"]


def test_again():
    made = line()
    assert made.say("up;again;ag;sky;again") == ["ok", "ok", "ok", "none 30", "none 30"]
    assert made.say("up;logout;login bo fig") + made.say("a; sky") == ["ok", "ok", "ok", "ok", "none 50"]
    assert line("").say("again") == ["no"]


def test_what_cannot_be_done():
    made = line()
    assert made.say("light 101; light -1; light x; light; scene x; dance; show; sky") == ["no"] * 7 + ["none 0"]
    assert made.say("light 20; light 1000; light 2.5; sky") == ["ok", "no", "no", "none 20"]


def test_lines_are_of_one_projector():
    projector = solution.Projector(OPERATORS)
    one, other = projector.connect(), projector.connect()
    one.say("login ada plum7; light 10; keep a")
    assert other.say("sky; login bo fig; light 20; scene a; sky") == ["none 10", "ok", "ok", "ok", "none 10"]
    assert one.say("logout") == ["ok"]
    assert other.say("up; sky") == ["ok", "none 20"]
    assert one.say("login bo fig; up; sky") == ["ok", "ok", "none 30"]
    assert solution.Projector(OPERATORS).connect().say("sky") == ["none 0"]


def test_who_is_not_logged_in():
    made = line("")
    assert made.say("show a; light 1; up; keep b; scene b; sky") == ["no"] * 5 + ["none 0"]
    assert made.say("login ada fig; login cy plum7; login ada; up; sky") == ["no"] * 4 + ["none 0"]
    assert made.say("login ada plum7; up; login ada x; up; sky") == ["ok", "ok", "no", "no", "none 10"]
