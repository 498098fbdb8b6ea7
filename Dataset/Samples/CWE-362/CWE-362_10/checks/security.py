from harness import exploit_if, testify
from probes import database, flicker, interleave

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
def letters(letter, number):
    with open(at("a/b/x.txt"), "a", encoding="utf-8") as file:
        file.write(letter * number)
def longer():
    put("house/Ada/new", "y" * 5000)
    os.replace(at("new"), at("a/b/x.txt"))
def shorter():
    put("house/Ada/new", "mine")
    os.replace(at("new"), at("a/b/x.txt"))
"""
#: Which part becomes a link, and where it leads to.
LINKS = (("a/b/x.txt", "office/x.txt"), ("a/b", "office"), ("a", "office"), ("a/b/x.txt", "house/Ben/x.txt"))


#: Fewer than 2000 letters and more than 2000 bytes, of letters of every size.
LETTERS = (("\U0001f600", 600), ("\u20ac", 1700), ("\xe9", 1900), ("\u0436", 1001), ("\U0001d11e", 501))


def too_long(told):
    return any(told.count(letter) * len(letter.encode()) > 2000 for letter in ("y", *dict(LETTERS)))


def judged(runs, how):
    for run in runs:
        told = str(run.outcomes[0].value)
        exploit_if(SECRET in told, f"{how}, when line {run.line} is reached: the text of a file comes back that is reached by a link only")
        exploit_if(too_long(told), f"{how}, when line {run.line} is reached: more than 2000 bytes come back")


def test_a_part_becomes_a_link():
    for name, target in LINKS[:3]:
        judged(interleave.swap("page()", f"link({name!r}, {target!r})", SETUP, most=60), f"{name} becomes a link")


def test_a_link_becomes_a_part():
    for name, target in LINKS[:2]:
        judged(interleave.swap("page()", f"back({name!r})", f"{SETUP}\nlink({name!r}, {target!r})", most=60), f"{name} is a link no longer")


def test_a_link_for_a_while():
    """While the program makes one call to the system, or several: each look may find a folder, and each way lead through a link."""
    for name, target in LINKS[:3]:
        how = flicker.told("page()", f"link({name!r}, {target!r})", f"back({name!r})", name.rpartition("/")[2], SECRET, setup=f"if 'top' in globals():\n    shutil.rmtree(top)\n{SETUP}")
        exploit_if(how, f"{name} is a link {how}: the text of a file comes back that is reached by a link only")


def test_a_note_becomes_longer():
    for way in ("grow()", "longer()", *(f"letters({letter!r}, {number})" for letter, number in LETTERS[:1])):
        judged(interleave.swap("page()", way, SETUP, most=60), way)
    judged(interleave.swap("page()", "shorter()", f"{SETUP}\nlonger()", most=60), "shorter()")


def test_a_note_that_was_shown_before():
    """What was found good once is a link, or long, the next time."""
    for change in (*(f"link({name!r}, {target!r})" for name, target in LINKS), "grow()", "longer()", *(f"letters({letter!r}, {number})" for letter, number in LETTERS)):
        again = f"page()\n{change}\nresult = []\nfor _ in range(2):\n    try:\n        result.append(str(page()))\n    except Exception:\n        pass\n"
        told = "".join(testify(SETUP + again))
        exploit_if(SECRET in told, f"after {change}: the text of a file comes back that is reached by a link only")
        exploit_if(too_long(told), f"after {change}: more than 2000 bytes come back")
