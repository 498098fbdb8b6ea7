import itertools

from harness import attempt, exploit_if, solution
from probes import heirs, search
from probes.grammars import spellings
from probes.grammars.ranked import in_turn, ranked
from probes.machines import values

OPERATORS = {"ada": "plum7", "bo": "fig9", "x": "7"}
READY = "login ada plum7;show comets;light 30;keep dawn;show moon;light 50;up"
NOW, DAWN = "moon 60", "comets 30"
#: Logins that are refused before anything is compared: with a word too many, with signs that cannot be compared or written.
REFUSED = ("login nobody x y", "login nobody \ud800", "login ada pl\u00fcm", "login \u00e5da x", "LOGIN Nobody X Y")
#: What a line was used for before it is attacked: nobody is logged in on any of them at the end.
BEFORE = (
    (), ("login ada plum7;up;logout",), ("login ada plum7", "up", "login ada wrong"), ("login ada plum7;light 60;login ada",), ("login ada plum7;up;login",),
    ("login bo fig9;show moon;keep x;login nobody x",), ("login ada",), ("login ada plum7x;up",), ("show evil;light 9",),
    ("login ada plum7;up;LOGIN ada PLUM7",), ("login ada plum7;up;logo",), ("login ada plum7;login bo fig9;up;logout",), ("login ada plum7;scene dawn;light 60;show moon;up;logout;logout",), ("login ada plum7;up;login;login",),
    ("login ada plum7;keep x;logout", "login ada wrong"), ("login ada plum7;up;login ada plum7;logout",), ("login ada plum7; up; login \u2003",),
    *((f"login ada plum7;up;{refused}",) for refused in REFUSED),
)
COMMANDS = (("show evil", "light 99", "up", "keep dawn", "scene dawn", "again"),)
FRONT = (("", "sky;", "sk;"), ("logout;", "login ada;", "login ada x;", ";", " ", "sky ; ", "again;"), ("sky\n", "sk\r\n", "sky,", "sky&", "sky|", "\t", "\u00a0", "\ufeff", "\0", "sky\u2028", "login;", "login ada plum;", "dance;", "show;", "sky sky;", "sky login ada plum7;", "sky\x1c", "sky\uff1b"))
BEHIND = (("", ";sky"), (";again", " ", ";logout", ";login ada", ";login ada x", ";", "\n", ";up", " ;"), ("\0", ";sky;again;again", ";login ada plum", " #sky", ";sk"))
ODD = {"s": "\u017f", "k": "\u212a", "i": "\u0131\u0130", "a": "\uff41"}


def forms(command):
    """As it is written, in capitals, shortened, in letters that fold to its own, and in other words for it."""
    word, _, rest = command.partition(" ")
    rest = f" {rest}" if rest else ""
    yield command
    yield word.upper() + rest
    yield from (word[:size] + rest for size in range(len(word) - 1, 0, -1))
    yield from (word[:size].title() + rest for size in range(len(word), 0, -1))
    for place, sign in enumerate(word):
        yield from (word[:place] + odd + word[place + 1 :] + rest for odd in ODD.get(sign, ""))
        yield from (word[: place + 1].replace(sign, odd) + rest for odd in ODD.get(sign, "") if place)
    yield from (f"{start}{command}" for start in ("do_", "_", "/", "\\", "again ", "sky ", "\"", "'", ".", "!", "ok "))
    yield from (f"{word}{end}{rest}" for end in ("s", "-", "_", "\u200b", "!", ":", "()", "\u0301", "=", ","))
    yield f"{word}\t{rest}"
    yield f"{word}  {rest}"


def texts():
    spelled = in_turn(*(forms(command) for command in COMMANDS[0]))
    put = (f"{front}{command}{behind}" for command, front, behind in ranked(COMMANDS, FRONT, BEHIND))
    both = (f"{front}{command}{behind}" for (front, behind), command in zip(itertools.cycle(((" ", " "), ("sky;", ""), (";", ";"))), in_turn(*(forms(command) for command in COMMANDS[0]))))
    yield from in_turn(spelled, put, both)


def ready():
    projector = solution.Projector(OPERATORS)
    operator = projector.connect()
    operator.say(READY)
    return projector, operator


def changed(projector, operator):
    """Show, light, and what is kept, as the operator finds it."""
    said = attempt(operator.say, "sky;scene dawn;sky;scene evil;sky;scene moon;sky").value
    if said is None or said[::2] == [NOW, DAWN, DAWN, DAWN]:
        return ""
    return f"the sky is {said[0]}, and what was kept {said[2::2]}"


def restored(before, text, at_once=False):
    """The line has been used before; then what is so far is put right by the operator, and something is said."""
    projector, operator = ready()
    line = projector.connect()
    for said in before:
        attempt(line.say, said)
    if attempt(operator.say, "scene dawn;show moon;light 60;sky;keep x;light 50;up").value[3] != NOW:
        return None
    attempt(line.say, text)
    if at_once:
        attempt(projector.connect().say, text)
    return changed(projector, operator)


def test_nobody_who_is_not_logged_in_changes_the_sky():
    search.attack("what is said", texts(), lambda text: restored((), text, True), 190)


def test_nobody_does_on_a_line_that_was_used_before():
    def candidates():
        said = ("again", "up", "show evil", "a", "sky;again", "keep dawn", "again;again", "light 1", "sky;again;up", "sky;up", "AGAIN", "scene dawn;again")
        yield from ((before, text) for text in said for before in BEFORE)

    search.attack("the line and what is said", candidates(), lambda both: restored(*both), 9 * len(BEFORE), shrink=0)


def test_a_new_line_has_no_login_of_one_that_is_gone():
    """Lines go without a logout, and new ones come where they lay in memory: what knows them by that takes one for the other."""
    for login, ask in (("login ada plum7", "light 99"), ("login bo fig9;up;down", "sky;again"), ("login ada plum7;up", "sky;show evil;again")):
        setup = f"operator = (projector := solution.Projector({OPERATORS!r})).connect(); operator.say('login ada plum7;show moon;keep x')"
        before = heirs.seen("projector.connect()", f"one.say({login!r})", "one.say('sky')", "projector.connect().say('sky')[0]", setup=setup)
        after = heirs.seen("projector.connect()", f"one.say({login!r})", f"one.say({ask!r})", "projector.connect().say('sky')[0]", setup=setup)
        exploit_if(after != before, f"where lines on which {login!r} was said had gone, new lines on which {ask!r} was said changed the sky to {after}, and not to {before}")


def logins():
    """Names and words that are nearly right, missing, or of nobody; together they have the letters of both."""
    for name, word in OPERATORS.items():
        yield from (f"login {both[:cut]} {both[cut:]}" for both in (name + word, word + name) for cut in range(1, len(both)) if both[:cut] != name)
        yield from (f"login {name}{sign}{word} {end}" for sign in ":-_.|,/" for end in ("", "x") if name == "ada")
    for name, word in (("ada", "plum7"), ("x", "7")):
        near = [*values.nearly(word), *values.alike(word), word[:-1], word[:1], word.upper(), word + word, f"{word}x", f"x{word}", ".*", "%", "*", "?" * len(word), f"{word};", f"'{word}'", f"{word}\0", "" , "^", "[a-z0-9]+", ".", "\u0437", "\uff17"]
        for one in near:
            if isinstance(one, str) and one.split() != [word] and word not in one.replace(";", " ").split():
                yield f"login {name} {one}"
    # With a sign that is left out where a word is compared as bytes; one that ends a word or a command would leave it as it is.
    for marred in in_turn(spellings.marred("plum7"), spellings.marred("ada")):
        if marred.split() == [marred]:
            yield f"login ada {marred}" if "p" in marred else f"login {marred} plum7"
    for words in ("", "ada", "ada None", "nobody", "nobody None", "None", "None None", "nobody nobody", "ada ada", "ada fig9", "plum7 ada", "plum7", "plum7 plum7", "ada bo", "ada ''", "ada \"\"", "ada x plum7x", "adaplum7", "ada,plum7", "ada:plum7", "ada=plum7", "ADA plum7", "Ada plum7", "ad plum7", "a plum7",
        "* *", "True True", "ada True", "ada 0", "0 0", "ada null", "ada False", "nobody False", "nobody ''", "nobody null", "nobody Ellipsis", "() ()", "{} {}", "operators operators", "x 7.0", "x 07", "x +7", "x 0x7", "x \u0667", "ada plum", "nobody plum7", "\u200bada plum7", "ada bo fig9", "nobody x ada plum7", "a d a plum7", "__class__ x", "keys x", "ada get", "-1 7", "0 plum7"):
        yield f"login {words}"


def test_nobody_is_logged_in_without_the_word():
    def found(login):
        for text in (f"{login};up", login):
            projector, operator = ready()
            line = projector.connect()
            attempt(line.say, text)
            attempt(line.say, "show evil")
            if wrong := changed(projector, operator):
                return wrong
        return None

    search.attack("the login", logins(), found, 185, shrink=0)


def test_a_login_is_of_one_line():
    """Others come and go on lines of their own, as the same operator or another."""
    def found(both):
        here, there = both
        projector, operator = ready()
        line, other = projector.connect(), projector.connect()
        attempt(line.say, here)
        attempt(other.say, there)
        attempt(projector.connect().say, "again;up;show evil")
        attempt(line.say, "again;up")
        attempt(line.say, "show evil;keep dawn")
        return changed(projector, operator)

    def candidates():
        for there in ("login bo fig9", "login ada plum7", "login ada plum7;sky", "sky"):
            for here in ("sky", "login ada wrong", "login bo", "login ada plum7;logout", "login bo fig9;login bo", "sky;login x", "login ada plum7;login", "again", "login nobody nobody"):
                yield here, there

    search.attack("what is said here and on another line", candidates(), found, 36, shrink=0)


def test_a_text_goes_on_without_who_has_left():
    """An operator is logged in when the text begins; in it, she logs out, or somebody tries to log in."""
    ways = ("logout", "login ada wrong", "login", "login ada", "LOGOUT", "logo", "login nobody x", "logout;login bo plum7", "sky;logout;sky", *REFUSED[:4], "login bo fig9;logout", " login ada PLUM7 ", "logi x 8", "logout;logout")
    texts = (f"{way};{harm}" for harm in ("show evil", "up", "again", "sky;light 9", "keep dawn", "scene dawn") for way in ways)

    def found(text):
        projector, operator = ready()
        line = projector.connect()
        attempt(line.say, "login ada plum7;show moon;light 50;up")
        attempt(line.say, text)
        attempt(line.say, "show evil")
        return changed(projector, operator)

    search.attack("the text", texts, found, 102, shrink=0)


def test_where_there_are_no_operators_nobody_is_one():
    for text in ("light 5;up;show evil", "login;up", "login ada plum7;up", "login None None;up", "login ada;show evil", "again;up;again", "login nobody nobody;light 9"):
        projector = solution.Projector({})
        line = projector.connect()
        attempt(line.say, text)
        attempt(line.say, "up;keep dawn;show evil")
        now = attempt(projector.connect().say, "sky").value
        exploit_if(now not in (None, ["none 0"]), f"{text!r} on a projector without operators: the sky is {now}")
