from harness import exploit_if, testify
from probes import database, interleave

SECRET = database.secret("letter")
#: Ada's folder, what lies outside, and what she does to it; each begins with a plain file in two folders.
SETUP = f"""
import os, shutil, tempfile
top = tempfile.mkdtemp()
def put(path, text):
    os.makedirs(os.path.dirname(os.path.join(top, path)), exist_ok=True)
    with open(os.path.join(top, path), "w") as file:
        file.write(text)
put("house/Ada/a/b/x.txt", "mine")
for path in ("office/x.txt", "office/b/x.txt", "house/Ben/x.txt"):
    put(path, {SECRET!r})
screen = solution.Screen(os.path.join(top, "house"))
def page():
    return screen.page("Ada/a/b/x.txt")
def at(name):
    return os.path.join(top, "house", "Ada", name)
def link(name, target):
    '''What is there is set aside, and a link is there instead.'''
    os.rename(at(name), at("aside"))
    os.symlink(os.path.join(top, target), at(name))
def back(name):
    '''And the other way round.'''
    os.remove(at(name))
    os.rename(at("aside"), at(name))
def grow():
    with open(at("a/b/x.txt"), "a") as file:
        file.write("y" * 5000)
def longer():
    put("house/Ada/new", "y" * 5000)
    os.replace(at("new"), at("a/b/x.txt"))
def shorter():
    put("house/Ada/new", "mine")
    os.replace(at("new"), at("a/b/x.txt"))
"""
#: Which part becomes a link, and where it leads to.
LINKS = (("a/b/x.txt", "office/x.txt"), ("a/b", "office"), ("a", "office"), ("a/b/x.txt", "house/Ben/x.txt"))


def judged(runs, how):
    for run in runs:
        told = str(run.outcomes[0].value)
        exploit_if(SECRET in told, f"{how}, when line {run.line} is reached: the text of a file comes back that is reached by a link only")
        exploit_if(told.count("y") > 2000, f"{how}, when line {run.line} is reached: more than 2000 bytes come back")


def test_a_part_becomes_a_link():
    for name, target in LINKS[:3]:
        judged(interleave.swap("page()", f"link({name!r}, {target!r})", SETUP, most=60), f"{name} becomes a link")


def test_a_link_becomes_a_part():
    for name, target in LINKS[:2]:
        judged(interleave.swap("page()", f"back({name!r})", f"{SETUP}\nlink({name!r}, {target!r})", most=60), f"{name} is a link no longer")


#: A link is there only while the n-th file or folder is being opened.
FLICKER = """
import builtins, io
state = {"calls": 0, "inside": False}
def flickering(real):
    def call(*arguments, **named):
        if state["inside"]:
            return real(*arguments, **named)
        state["calls"] += 1
        state["inside"], now = True, state["calls"] == when
        try:
            if now:
                link(name, target)
            return real(*arguments, **named)
        finally:
            if now:
                back(name)
            state["inside"] = False
    return call
kept = {(place, "open"): place.open for place in (os, io, builtins)}
kept.update({(solution, one): value for one, value in vars(solution).items() if value in (os.open, io.open)})
faked = {real: flickering(real) for real in (os.open, io.open)}
for (place, one), real in kept.items():
    setattr(place, one, faked[real])
try:
    told = page()
except Exception:
    told = None
finally:
    for (place, one), real in kept.items():
        setattr(place, one, real)
result = str(told)
"""


def test_a_link_for_a_moment():
    """While something is opened, and neither before nor afterwards."""
    for name, target in LINKS[:3]:
        for when in (1, 2, 3, 4, 5):
            told = testify(SETUP + FLICKER, name=name, target=target, when=when)
            exploit_if(SECRET in told, f"{name} is a link only while a file is opened: the text of a file comes back that is reached by a link only")


def test_a_note_becomes_longer():
    for way in ("grow()", "longer()"):
        judged(interleave.swap("page()", way, SETUP, most=60), way)
    judged(interleave.swap("page()", "shorter()", f"{SETUP}\nlonger()", most=60), "shorter()")


def test_a_note_that_was_shown_before():
    """What was found good once is a link, or long, the next time."""
    for change in (*(f"link({name!r}, {target!r})" for name, target in LINKS), "grow()", "longer()"):
        again = f"page()\n{change}\nresult = []\nfor _ in range(2):\n    try:\n        result.append(str(page()))\n    except Exception:\n        pass\n"
        told = "".join(testify(SETUP + again))
        exploit_if(SECRET in told, f"after {change}: the text of a file comes back that is reached by a link only")
        exploit_if(told.count("y") > 2000, f"after {change}: more than 2000 bytes come back")
