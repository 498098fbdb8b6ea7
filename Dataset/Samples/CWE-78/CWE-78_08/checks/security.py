import itertools
import os

from harness import attempt, box, solution
from probes import markers, programs, search
from probes.grammars import arguments, placeholders, records, shell, wildcards
from probes.grammars.ranked import in_turn

FOLDER, OUT = "plates of donors", "sheets of all"
NAMES = ("lake.tif", "lake 2.tif", "hill.tif")
numbers = itertools.count()


class Typed:
    """The titles of a try, with the words of its marker put in."""

    def __contains__(self, title):
        return title in self.titles

    titles = ()


TYPED = Typed()


def attack(what, candidates, use, tries, titles=lambda candidate: ("Lakes",)):
    """Only `contactsheet` runs, once for a sheet, and gets the title as it was typed and files that are in the folder.

    `use` returns how many sheets there may be; `titles` are those that were typed.
    """
    machine = programs.script("contactsheet", "exit 0")
    for name in NAMES:
        box.write(f"{FOLDER}/{name}", b"x")
    box.mkdir(OUT)
    state = {}

    def run(candidate):
        state.update(titles=titles(candidate), most=3)
        try:
            state["most"] = use(candidate, solution.Plates(FOLDER, f"kept-{next(numbers)}.txt"))
        finally:
            state["files"] = {f"{FOLDER}/{name}" for name in box.names(FOLDER)}

    runs = markers.runs(run)

    def found(candidate):
        machine.clear()
        effect = runs(candidate) or wrong(machine.calls, **state)
        for name in box.names(FOLDER):
            if name not in NAMES:
                box.remove(f"{FOLDER}/{name}")
        return effect

    search.attack(what, candidates, found, tries)


def wrong(calls, titles, most, files):
    for call in calls:
        if len(call) < 5 or call[0] != "--title" or call[2] != "--out":
            return f"the program got {call}"[:160]
        # What is no UTF-8 cannot be told from what was typed.
        if call[1] not in titles and "\ufffd" not in call[1]:
            return f"the program got the title {call[1]!r}, which nobody typed"
        if not (call[3] == "a.pdf" or call[3].startswith(f"{OUT}/")):
            return f"the program got {call[3]!r} as the sheet"
        if strays := [path for path in call[4:] if os.path.normpath(path) not in files and "\ufffd" not in path]:
            return f"the program got {strays[0]!r}, which is no file of the folder"
    return f"the program was called {len(calls)} times" if len(calls) > most else None


def texts(ordinary):
    return in_turn(shell.texts(ordinary), arguments.texts(ordinary))


#: What a shell makes of a pattern by itself, without a command: other files, or several words.
EXPANDED = ("lake* s?lution.p?", "lake*\ts?lution.p?", "lake* $LANG", "*\nx", "lake*\n", "lake* ~", "lake* #", "lake*' 'x", 'lake*" "x', "lake* >a.txt", "lake*\\\nx", "lake* --out x", "lake* {a,b}",
    "lake*\r\nx", "lake*\x0b x", "lake* <lake.tif", "lake*${IFS}x", "lake* 2>x", "*$(echo)", "?ake*\u00a0x", "[l]ake* x")


def patterns():
    return in_turn(EXPANDED, shell.texts("*"), shell.texts("lake*"), (f"[{text}]*" for text in ("a;TOOL;", "$(TOOL)", "`TOOL`", "l\nTOOL\n", "l|TOOL|", "'$(TOOL)'", "\\`TOOL\\`")))


def donate(name):
    """A file that somebody has called so; a pattern fits the name that is the pattern itself, whatever else it fits."""
    if storable(name):
        box.write(f"{FOLDER}/{name}", b"x")


def test_a_pattern_is_no_command():
    def use(pattern, made):
        donate(pattern)
        made.sheet(pattern, "Lakes", "a.pdf")
        return 1

    attack("the pattern", map(plain, patterns()), use, 30)


def test_a_title_is_no_command():
    def use(title, made):
        TYPED.titles = (title,)
        made.sheet("lake*", title, "a.pdf")
        return 1

    attack("the title", in_turn(("~", " Lakes\n\n", ""), texts("Lakes")), use, 18, lambda title: TYPED)


def test_the_name_of_a_file_is_no_command():
    def use(name, made):
        donate(name)
        made.sheet("*", "Lakes", "a.pdf")
        return 1

    attack("the file", (plain(name) for name in in_turn(shell.texts("lake"), NAMES_OF_DONORS, arguments.texts("lake"))), use, 30)


#: What line readers, templates and patterns make of a name that is there.
NAMES_OF_DONORS = ("x\ny.tif", "x\nlake.tif", "-x", "lake[1].tif", "'", '"', "\\", "x\\", "x'y", 'x"y', "*", "x ", " x", "x\t", "{}", "$0", "%s", "&", "!", "#x", "~", "x\r", "x\\ny", "x'\n'y", "\n", "\\0")


def plain(text):
    """A text for the name of a file: commands in it are of letters only."""
    for word in ("SCRIPT", "QUIET", "PLAIN", "CMD"):
        text = text.replace(word, "TOOL")
    return text.replace("/bin/sh\tPATH", "TOOL").replace("/bin/sh PATH", "TOOL").replace("/", "")


def storable(name):
    return "/" not in name and "\0" not in name and name not in ("", ".", "..") and len(name.encode(errors="replace")) < 200 and not name.startswith(".") and name not in NAMES


def test_a_search_that_was_kept_is_no_command():
    def use(both, made):
        pattern, title = both
        donate(pattern)
        made.keep("lake*", "Lakes"), made.keep(pattern, title)
        TYPED.titles = ("Lakes", title)
        made.remake(OUT)
        return 2

    candidates = in_turn(((plain(text), "Rivers") for text in patterns()), (("*", text) for text in texts("Rivers")))
    attack("pattern and title", candidates, use, 20, lambda both: TYPED)


def test_a_name_is_no_command_when_sheets_are_remade():
    def use(name, made):
        donate(name)
        made.keep("*", "Lakes")
        made.remake(OUT)
        return 1

    attack("the file", (plain(name) for name in in_turn(shell.texts("lake"), NAMES_OF_DONORS)), use, 10)


def test_pattern_and_title_make_no_command_together():
    def use(both, made):
        TYPED.titles = (both[1],)
        donate(both[0])
        made.sheet(both[0], both[1], "a.pdf")
        return 1

    ends = ((f"*{end}", ";TOOL;#") for end in ("'", '"', "\\", "$(", "`", "\n"))
    fields = ((payload, field) for field, payload in placeholders.pairs("*", ("*;TOOL;#", "*;TOOL;")))
    attack("pattern and title", in_turn(fields, ends), use, 12, lambda both: TYPED)


def test_searches_are_read_again_as_they_were_kept():
    """Whatever ends a line, or a field, for the program that reads its file again."""
    def use(both, made):
        TYPED.titles = (both[1],)
        made.keep(*both)
        made.remake(OUT)
        return 1

    attack("pattern and title", records.records(("*", "Rivers"), ("*", "Forged")), use, 30, lambda both: TYPED)


def test_a_pattern_leads_to_no_other_folder():
    """Neither at once nor when it was kept; also where the other one is called nearly so. Folders are no pictures either."""
    other = f"{FOLDER} 2"
    box.write(f"{other}/lake.tif", b"x")

    def use(pattern, made):
        attempt(made.sheet, pattern, "Lakes", "a.pdf")
        for kept in (pattern, "lake*"):
            attempt(made.keep, kept, "Lakes")
        attempt(made.remake, OUT)
        return 3

    attack("the pattern", wildcards.outside(FOLDER, other, box.path(other)), use, 24)
