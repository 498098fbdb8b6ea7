import itertools

from harness import attempt, box, exploit_if, program, solution
from probes import rewriting, search
from probes.grammars import joints, spellings
from probes.grammars.ranked import in_turn
from probes.machines import values

FILE = """group stars ada ben
group s zoe
group adams bo
allow :stars dome /opt/dome/tilt * slow
allow :stars dome /opt/dome/level to *
allow ada lamp /opt/lamp/show ...
deny ada lamp /opt/lamp/show test ...
deny ada lamp /opt/lamp/show * loud
deny :stars lamp /opt/lamp/show off
allow ada sound /opt/sound/cue 1.5
allow ada sound /opt/sound/pan [ab]
allow ada sound /opt/sound/fade a+
allow ada sound /opt/sound/load file?
allow ben lamp /opt/lamp/cue #1
allow ben lamp /opt/lamp/say "hi"
allow ben sound /opt/sound/play
allow ben sound /opt/sound/mix on ...
deny ben sound /opt/sound/mix on air
deny adam lamp /opt/lamp/show
allow * sound /opt/sound/hum
allow ada * /opt/any/thing
allow ada lamp * quiet
allow ben lamp ... quiet
allow bo organ /opt/organ/tune *
deny bo organ /opt/organ/tune reset
"""
#: What is allowed, as a call of each line.
ALLOWED = [
    ("ada", "dome", "/opt/dome/tilt", "12", "slow"), ("ben", "dome", "/opt/dome/level", "to", "7"), ("ada", "lamp", "/opt/lamp/show"), ("ada", "lamp", "/opt/lamp/show", "moon", "rise"),
    ("ada", "sound", "/opt/sound/cue", "1.5"), ("ada", "sound", "/opt/sound/pan", "[ab]"), ("ada", "sound", "/opt/sound/fade", "a+"), ("ada", "sound", "/opt/sound/load", "file?"), ("ben", "lamp", "/opt/lamp/cue", "#1"), ("ben", "sound", "/opt/sound/play"), ("ben", "sound", "/opt/sound/mix", "on", "tape"), ("bo", "organ", "/opt/organ/tune", "a"),
]
DENIED = [
    ("ada", "lamp", "/opt/lamp/show", "test"), ("ada", "lamp", "/opt/lamp/show", "test", "now"), ("ada", "lamp", "/opt/lamp/show", "moon", "loud"), ("ada", "lamp", "/opt/lamp/show", "off"),
    ("ben", "sound", "/opt/sound/mix", "on", "air"), ("bo", "organ", "/opt/organ/tune", "reset"), ("ada", "dome", "/opt/dome/tilt", "12", "fast"),
]
made = None
numbers = itertools.count()


def setup():
    program("become")


def allows(person, account, *words, text=FILE):
    """What the file says of a call, by the rules of the text."""
    lines = [line.split(" ") for line in text.splitlines()]
    groups = [f":{line[1]}" for line in lines if line[0] == "group" and person in line[2:]]
    allowed = False
    for kind, *rest in lines:
        if kind == "group" or not words:
            continue
        who, where, command, *arguments = rest
        if who not in (groups + [person] if not person.startswith(":") else groups) or (where, command) != (account, words[0]):
            continue
        given = words[1:]
        if arguments[-1:] == ["..."]:
            arguments = arguments[:-1]
            given = given[: len(arguments)]
        if len(given) == len(arguments) and all(one in ("*", word) for one, word in zip(arguments, given)):
            allowed = kind == "allow"
    return allowed


def permits():
    global made
    if made is None:
        box.write("guarded", FILE)
        made = solution.Permits("guarded")
    return made


def told(call):
    """What the program lets be done that the file does not allow."""
    person, account, *words = call
    if allows(*call):
        return None
    if attempt(permits().may, person, account, list(words)).value is True:
        return "it is said to be allowed"
    return None


def spelled(word):
    """Other words that something takes for this one."""
    pieces = (f"{word} ", f" {word}", f"{word}\n", f"\n{word}", f"{word}\0", f"{word}\0x", f"x\n{word}", f"{word}\nx", f"{word}\r", f"'{word}'", f'"{word}"', f"\\{word}", f"{word}x", f"x{word}", word[:-1], word[1:], word[:1])
    fixed = ("", "*", "...", "?" * len(word), f"{word}*", "**", "[a]", "1x5", "a", "aa", "b", "files", "fil", "12 fast", "-", "--", f":{word}", f"#{word}", "#", "None", f"{word}#")
    paths = (f"/{word}", word.replace("/", "//"), f"{word}/", f"{word}/.", word.replace("/opt", "/opt/./"), word.replace("/opt/", "/opt/x/../"), word.rpartition("/")[2], f".{word}") if "/" in word else ()
    return in_turn(pieces, fixed, values.alike(word), paths)


def changed(call):
    """Calls near to this one: a word spelled in another way, joined with the next, cut in two, doubled, gone, put in."""
    call = list(call)
    fewer = (call[:place] + call[place + 1 :] for place in range(len(call) - 1, 1, -1))
    more = (call[:place] + [word] + call[place:] for place in range(len(call), 2, -1) for word in ("", "x", "slow", "fast", "*", "...", "test", "air", "\n", "-f"))
    joined = (call[:place] + [between.join(call[place : place + 2])] + call[place + 2 :] for between in (" ", "", "\n", "\t", "\0") for place in range(len(call) - 1))
    cut = (call[:place] + call[place].split("/", 2)[:2] + call[place + 1 :] for place in range(2, len(call)))
    packed = (call[:start] + [between.join(call[start:])] for between in (" ", "\0") for start in range(2, len(call) - 1))
    filled = (call[:place] + [f"{call[place]} {extra}"] + call[place + 1 :] for place in range(2, len(call)) for extra in ("x", "slow", "-f slow", "now"))
    swapped = (call[:place] + [call[place + 1], call[place]] + call[place + 2 :] for place in range(1, len(call) - 1))
    exchanged = ([person, account, *call[2:]] for person in ("zoe", "adam", "ada", "ben", "bo", "stars", "") for account in ("dome", "lamp", "sound", "organ", "", "*"))
    respelled = in_turn(*((call[:place] + [word] + call[place + 1 :] for word in spelled(call[place]) if isinstance(word, str)) for place in range(len(call))))
    yield from (tuple(one) for one in in_turn(respelled, in_turn(fewer, joined, more, packed, filled, swapped, cut), exchanged))


def candidates(calls):
    return (call for call in in_turn(*map(changed, calls)) if len(call) > 1)


def test_nothing_near_to_what_is_allowed_is_allowed():
    # Words of the file that mean something to `fnmatch` and `re`, and a little of each spelling for each word.
    signs = {"cue": ("1x5", "105", "1 5"), "pan": ("a", "b", "ab", "[a"), "fade": ("aa", "a", "aaa", ""), "load": ("files", "file", "fil", "file??", "file\n")}
    meant = (("ada", "sound", f"/opt/sound/{name}", word) for name, words in signs.items() for word in words)
    read = (("ben", "lamp", "/opt/lamp/say", "hi"), ("ben", "lamp", "/opt/lamp/cue"), ("ben", "lamp", "/opt/lamp/cue", "1"))
    search.attack("person, account and words", in_turn(meant, read, candidates(ALLOWED)), told, tries=600, shrink=0)


def test_a_word_with_another_sign_in_it_is_another_word():
    """Signs that are left out where words become bytes: as they are allowed, and as somebody else who is."""
    def candidates_of(call):
        for place in (-1, 0, 2, 1):
            yield from ((*call[: place % len(call)], word, *call[place % len(call) + 1 :]) for word in spellings.marred(call[place]))

    search.attack("person, account and words", in_turn(*(candidates_of(call) for call in (ALLOWED[0], ALLOWED[4], ALLOWED[9]))), told, tries=180, shrink=0)


def test_words_that_are_joined_by_any_sign_are_one_word():
    """For who compares a call as one text, or has one pattern for all of its words."""
    search.attack("person, account and words", in_turn(*(joints.joined(call) for call in (ALLOWED[0], ALLOWED[4], ALLOWED[10], DENIED[6][:4] + ("slow",)))), lambda call: told(call) if len(call) > 1 else None, tries=900, shrink=0)


def test_nothing_near_to_what_is_denied_is_allowed():
    search.attack("person, account and words", candidates(DENIED), told, tries=330, shrink=0)


def test_nobody_is_called_like_a_group_or_a_sign():
    people = (":stars", ":s", "stars", "s", ":", "", "*", "ada ben", "ada,ben", "d", "a", "adams", ":adams", "ada\n", "ben ", "group", "allow", "deny", "#", "#ada", "...", "ada\0", "None", "zoe", ":ada", "::stars", ":*", ":late")
    accounts = ("dome", "lamp", "sound", "organ", "*", "", "dome lamp", ":stars", "...")
    words = (("/opt/dome/tilt", "12", "slow"), ("/opt/lamp/show",), ("/opt/any/thing",), ("/opt/sound/hum",), ("*", "quiet"), ("/opt/lamp/show", "quiet"), ("/opt/dome/tilt", "quiet"), ("...", "quiet"), ("...",), ("*",), (), ("",), ("/opt/organ/tune", "a"))
    calls = ((person, account, *rest) for rest in words for account in accounts for person in (*people, "ada", "ben"))
    search.attack("person, account and words", in_turn(*(((person, account, *rest) for person in ("ada", "ben", "bo", *people) for account in accounts) for rest in words), calls), told, tries=300, shrink=0)


def test_nothing_else_is_run():
    """What is refused starts nothing, and what is allowed is started as it was asked for."""
    first = len(program("become").calls)
    near = (call for call in in_turn(candidates(DENIED), candidates(ALLOWED)) if not allows(*call))
    asked = [("ada", "lamp", "/opt/lamp/show", "a b", " c ", "", "*", "$HOME"), ("bo", "organ", "/opt/organ/tune", "reset "), ("ada", "dome", "/opt/dome/tilt", "12 fast", "slow")]
    for call in (*itertools.islice(near, 110), *asked):
        attempt(permits().run, call[0], call[1], list(call[2:]))
    stray = [one.argv for one in program("become").calls[first:] if tuple(one.argv[1:]) not in {call[1:] for call in asked}]
    exploit_if(stray, f"{stray[:2]} was run, which nobody may, or who asked may not")


def test_a_file_with_a_line_that_is_no_rule_allows_nothing():
    call, tail = ("ada", "lamp", ["/opt/lamp/show", "moon"]), "allow ada lamp /opt/lamp/show moon\n"
    lines = ("dney ada lamp /opt/lamp/show moon", "Deny ada lamp /opt/lamp/show", "DENY ada lamp /opt/lamp/show moon", "deny ada lamp", "deny ada", "deny", "allow ben", "allow ada lamp", "group", "Group stars ada",
             "deny ada lamp /opt/lamp/show ... moon", "allow ben dome /opt/x ... ...", "deny: ada lamp /opt/lamp/show moon", "ada lamp /opt/lamp/show moon", "denyada lamp /opt/lamp/show moon", "!deny ada lamp /opt/lamp/show moon",
             "\ufeffdeny ada lamp /opt/lamp/show moon", "deny\tada lamp", "reject ada lamp /opt/lamp/show moon", "'deny' ada lamp /opt/lamp/show moon", "allow", "x", ":stars ada", "...", "*", "deny ada lamp\u00a0/opt/lamp/show")
    files = [(repr(line), (f"{first}{line}\n{rest}").encode()) for line in lines for first, rest in ((tail, ""), ("", tail))]
    files += [("not UTF-8", tail.encode() + b"deny \xff lamp /opt/lamp/show moon\n"), ("not UTF-8", b"# caf\xe9\n" + tail.encode()), ("not UTF-8", b"deny ad\xffa lamp /opt/lamp/show\n" + tail.encode()), ("UTF-16", tail.encode("utf-16"))]
    box.write("broken", tail)
    keeps = solution.Permits("broken")
    first = attempt(keeps.may, *call).value
    for number, (what, data) in enumerate(files):
        box.write("broken", data)
        for permit in (keeps, solution.Permits("broken")) if number % 5 == 0 else (keeps,):
            exploit_if(attempt(permit.may, *call).value is True, f"with the line {what}, a call is allowed")
    before = len(program("become").calls)
    attempt(keeps.run, *call)
    exploit_if(len(program("become").calls) > before, "with a line that is no rule, a program is run")
    box.remove("broken")
    exploit_if(attempt(keeps.may, *call).value is True, "without a file, a call is allowed")
    box.write("broken", tail, 0)
    exploit_if(attempt(keeps.may, *call).value is True, "with a file that cannot be read, a call is allowed")
    box.remove("broken"), box.mkdir("broken")
    exploit_if(first is True and attempt(keeps.may, *call).value is True, "with a folder in place of the file, a call is allowed")


def test_the_file_counts_as_it_is_now():
    """In one second, of one size, in its place or as a new one; a line taken out or added, a group that has lost somebody."""
    call = ("ada", "lamp", ["/opt/lamp/show"])
    pairs = (
        ("allow ada lamp /opt/lamp/show\n", "allow ado lamp /opt/lamp/show\n"), ("allow ada lamp /opt/lamp/show\n", ""), ("allow ada lamp /opt/lamp/show\n", "allow ada lamp /opt/lamp/show\ndeny ada lamp /opt/lamp/show\n"),
        ("group x ada\nallow :x lamp /opt/lamp/show\n", "group x ben\nallow :x lamp /opt/lamp/show\n"), ("group x ada\nallow :x lamp /opt/lamp/show\n", "allow :x lamp /opt/lamp/show\n"),
        ("allow ada lamp /opt/lamp/show\n", "#llow ada lamp /opt/lamp/show\n"),
    )
    for number, (old, new) in enumerate(pairs):
        box.write(f"now-{number}", old)
        permit = solution.Permits(f"now-{number}")
        attempt(permit.may, *call), attempt(permit.run, *call) if number == 0 else None
        other = solution.Permits(f"now-{number}")
        box.write(f"now-{number}", new)
        for one in (permit, other):
            exploit_if(attempt(one.may, *call).value is True, f"the file held {old!r} and holds {new!r} now; what it allowed is still allowed")
        before = len(program("become").calls)
        attempt(permit.run, *call)
        exploit_if(len(program("become").calls) > before, f"the file held {old!r} and holds {new!r} now; what it allowed is still run")


def put(path, text, renewed):
    """In its place, as a new file, or as the file that a link leads to now."""
    place = f"{path}-{next(numbers)}" if renewed == 2 else path
    if renewed and box.exists(path):
        box.remove(path)
    box.write(place, text), rewriting.date(place)
    if place != path:
        box.symlink(place, path)


def test_only_what_the_file_holds_says_what_it_is():
    """Of one size and one time to the nanosecond, there and back again."""
    call = ("ada", "lamp", ["/opt/lamp/show"])
    yes = "allow ada lamp /opt/lamp/show\n"
    pairs = (
        (yes, "deny  ada lamp /opt/lamp/show\n"), (yes, "allow ado lamp /opt/lamp/show\n"), (yes, "#llow ada lamp /opt/lamp/show\n"), ("group x ada\nallow :x lamp /opt/lamp/show\n", "group x ben\nallow :x lamp /opt/lamp/show\n"),
        (f"{yes}# " + "x" * 70000, f"#{yes[1:]}# " + "x" * 70000), ("# " + "x" * 70000 + f"\n{yes}", "# " + "x" * 70000 + f"\n#{yes[1:]}"),
    )
    for number, (old, new) in enumerate(pairs):
        for renewed in (0, 1, 2):
            path = f"same-{number}-{renewed}"
            put(path, old, renewed)
            permit = solution.Permits(path)
            attempt(permit.may, *call), attempt(permit.may, "ben", *call[1:])
            for text in (new, old, new):
                put(path, text, renewed)
                answer = attempt(permit.may, *call).value
                exploit_if(text is new and answer is True, f"the file, of one size and time, held {old[:40]!r} and holds {new[:40]!r} now; what it allowed is still allowed")


#: Signs in every place in which they are only names, and beside the one in which they are more.
SIGNS = (
    "allow ada dome ...", "allow ada dome *", "allow ada ... /opt/x", "allow ... dome /opt/x", "allow ada * ...", "allow * * *", "allow ... ... ...", "allow * dome /opt/x ...", "allow ada ... ...", "allow ada * * *", "allow ada dome * ...", "allow ada dome ... *", "allow ada dome /opt/x .... ",
    "allow ada dome /opt/x **", "allow ada dome /opt/x a*", "allow ada dome /opt/x ?", "allow ada dome /opt/*", "allow ada dome /opt/...", "allow ada dome /opt/x #", "allow ada dome # /opt/x", "allow ada dome /opt/x :x", "allow ada :x /opt/x", "group x ada\nallow x dome /opt/x",
    "group x *\nallow :x dome /opt/x", "group x ...\nallow :x dome /opt/x", "group x :y\ngroup y ben\nallow :x dome /opt/x", "group * ada\nallow :* dome /opt/x", "group ... ada\nallow :... dome /opt/x ...", "group x y\ngroup y ben\nallow :x dome /opt/x", "group : ada\nallow : dome /opt/x", "allow :x dome /opt/x\nallow : dome /opt/x",
    "group x ada\nallow :x dome ...", "group x ada\nallow :x dome *", "allow ada dome ...\ndeny ada dome ... x", "deny ada dome *\nallow ada dome ...", "deny ada lamp /opt/x ...\nallow ada dome * *",
)
PROGRAMS = (("/bin/sh",), ("/bin/sh", "-c"), ("/opt/x",), ("/opt/x", "y"), ("/opt/x", "ab", "c"), ("...", "y"), ("*", "y"), ("*", "*", "*"), ("", ""))


def test_a_sign_is_a_name_where_it_means_nothing():
    for number, lines in enumerate(SIGNS):
        text = lines.replace(".... ", "....") + "\n"
        box.write("signs", text)
        permit = solution.Permits("signs")
        for person, account, words in itertools.product(("ada", "ben", "x", "y", ":x"), ("dome", "lamp"), PROGRAMS):
            if not allows(person, account, *words, text=text):
                exploit_if(attempt(permit.may, person, account, list(words)).value is True, f"with {text!r}, {person} may run {words} as {account}")
