import itertools

from harness import attempt, box, exploit_if, solution
from probes import markers, midway, programs, search
from probes.grammars import arguments, lines, shell
from probes.grammars.ranked import in_turn

START = '#!/bin/sh\nset -a\nif [ -f ./stove.env ]; then . ./stove.env; fi\nexec stovectl "$1"\n'
#: What must not change: what any name of a setting, or none at all, may be confused with.
OTHERS = ("PATH", "IFS", "ENV", "BASH_ENV", "PS4", "LD_PRELOAD", "HOME", "SAUNA", "sauna_x", "TZ", "CDPATH", "BASH_FUNC_exec%%")
#: For the shell these are no names, and so no assignments: it looks for a program that is called so.
NO_NAMES = (
    "SAUNA_\u0661", "SAUNA_\u00c4", "SAUNA_X-Y", "SAUNA-X", "SAUNA_X.Y", "SAUNA_\uff21", "SAUNA_X ", "SAUNA_ X", "1SAUNA_X",
    "SAUNA_X\u200b", "SAUNA_X@", "", "SAUNA_X\n",
)
FOLDER, RECORD = "guarded/cellar 1", "guarded/variables"
tools = {}


def setup():
    box.write(f"{FOLDER}/start.sh", START)


def fresh():
    box.remove(f"{FOLDER}/stove.env")
    return solution.Stove(FOLDER)


def switched_on(stove, programme="mild"):
    """The variables that the stove's program got, and all that is wrong with how it was started."""
    box.remove(RECORD)
    tools["stovectl"].clear()
    attempt(stove.switch_on, programme)
    calls = tools["stovectl"].calls
    wrong = programs.misread(calls, [None])
    if not calls or not box.exists(RECORD):
        return {}, "the stove is not switched on any more"
    parts = box.read(RECORD).decode("utf-8", "replace").split("\0")[:-1]
    return dict(part.split("=", 1) for part in parts), wrong


def changed(variables, settings, same=()):
    """What came or changed besides these settings, was read by the shell, or differs from these values."""
    before = tools["usual"]
    own = [name for name in variables if variables[name] != before.get(name) and name not in settings]
    if own or before.keys() - variables.keys():
        return f"the variables {[*own, *(before.keys() - variables.keys())]} have come, changed or gone"
    read = [name for name in settings if any(word in variables.get(name, "") for word in arguments.EXPANDED)]
    other = [name for name, text in dict(same).items() if shown(variables.get(name)) != shown(text)]
    return f"{read[0]} arrived as {variables[read[0]]!r}" if read else f"{other[0]} has changed" if other else None


def shown(text):
    return None if text is None else " ".join(text.replace("\0", "").split())


def attack(what, candidates, run, tries, more=lambda marker: {}):
    """`run(candidate)` switches stoves on, and tells what is wrong besides what has run."""
    tools["stovectl"] = programs.script("stovectl", f"exec env -0 > '{box.path(RECORD)}'")
    # The variables of a stove without settings.
    tools["usual"] = tools.get("usual") or switched_on(fresh())[0]
    told = []
    runs = markers.runs(lambda candidate: told.append(run(candidate)), more)

    def found(candidate):
        told.clear()
        return runs(candidate) or next(iter(told), None)

    search.attack(what, typed(candidates), found, tries)


def typed(candidates):
    """A panel brings no half of a surrogate pair."""
    return (one for one in candidates if not any("\ud800" <= sign <= "\udfff" for sign in "".join(one)))


def groups(texts, size):
    """So many at once: a stove is switched on for each group."""
    texts = iter(texts)
    return iter(lambda: tuple(itertools.islice(texts, size)), ())


def test_texts_are_no_commands():
    settings = [f"SAUNA_T{number}" for number in range(8)]
    texts = in_turn(shell.texts("Birds"), arguments.texts("Birds"), lines.texts("Birds", ("TOOL", "PATH=x", "SAUNA=1")))

    def run(group):
        stove = fresh()
        for name, text in zip(["SAUNA_KEPT", *settings], ["kept", *group]):
            attempt(stove.set, name, text)
        variables, wrong = switched_on(stove)
        return wrong or changed(variables, ["SAUNA_KEPT", *settings], {"SAUNA_KEPT": "kept"})

    attack("the texts", groups(typed(texts), 8), run, 11)


def test_a_text_stays_one_when_others_change():
    breaks = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028")
    forms = ("x{0}SAUNA_B=y;TOOL", "x{0}SAUNA_B='TOOL'", 'x{0}SAUNA_B="$(TOOL)"{0}', "{0}SAUNA_A=x{0}TOOL", "x{0}TOOL{0}SAUNA_B=")
    texts = itertools.chain(
        ("x'", 'x"', "x\\", "\\'", "\\\\", "'", "$", "SAUNA_B=y", "x\nSAUNA_B='\nTOOL\n'"),
        (f"x{end}y{end}" for end in ("\r", "\r\n", "\n\r")),
        (form.format(end) for end in breaks for form in (forms if end == "\n" else forms[:2])),
        ("x\n", "\n\nx", " x  y ", "\t", "\ufeffx", "a\u0308", "\u212b", "x\x1a", "\x7f", "\u20ac", "\u2029", "\x1d\x1e", "\\n", "\\r", "\\x41", "%41"),
    )
    settings = ("SAUNA_A", "SAUNA_C", "SAUNA_BB")

    def run(group):
        stove = fresh()
        for name, text in zip(["SAUNA_KEPT", *settings], ["kept", *group]):
            attempt(stove.set, name, text)
        before, wrong = switched_on(stove)
        same = {"SAUNA_KEPT": "kept", **{name: before.get(name) for name in settings}}
        for steps in ((("set", "SAUNA_B", "b"), ("set", "SAUNA_B", group[0])), (("remove", "SAUNA_B"),)):
            for name, *values in steps:
                attempt(getattr(stove, name), *values)
            variables, later = switched_on(stove)
            wrong = wrong or later or changed(variables, [*same, "SAUNA_B"], same)
            # It is left as it is to the last sign, and as `get` tells.
            other = next((name for name, text in same.items() if variables.get(name) != text), None)
            wrong = wrong or other and f"{same[other]!r:.60} has become {variables.get(other)!r:.60}, as another one was changed"
        return wrong

    attack("texts that are set beside others", groups(texts, 3), run, 16)


def test_a_name_is_no_command():
    names = in_turn(
        OTHERS[:4],
        shell.texts("SAUNA_X"),
        NO_NAMES,
        OTHERS[4:],
        ("SAUNA_X=1\nPATH", "PATH=x SAUNA_X", "SAUNA_X\nPATH", "SAUNA_X;PATH", "SAUNA_X PATH", "SAUNA_X=1 TOOL #", "SAUNA_X\r\nPATH"),
        ("TOOL SAUNA_X", "TOOL\nSAUNA_X", "TOOL;SAUNA_X", "TOOL #", "SAUNA_X=$(TOOL)", "SAUNA_X\nTOOL #", "SAUNA_X=`TOOL`#"),
    )

    def planted(marker):
        """Programs that the shell finds where a name is none, or only its first line is one."""
        for line in {line for name in NO_NAMES for line in (*name.split("\n")[:-1], name.split("\n")[-1] + "=v")}:
            box.write(f"/box/bin/{line}", f"#!/bin/sh\n{marker.words()['CMD']}\n", mode=0o755)
        return {}

    def run(group):
        stove = fresh()
        for name, text in zip(["SAUNA_KEPT", *group], ["kept", *("v" * len(group))]):
            attempt(stove.set, name, text)
        variables, wrong = switched_on(stove)
        return wrong or changed(variables, [name for name in variables if name.startswith("SAUNA_")], {"SAUNA_KEPT": "kept"})

    attack("the names", groups(typed(names), 6), run, 12, planted)


def test_removing_a_name_is_no_command():
    names = in_turn(shell.texts("SAUNA_A"), ("SAUNA_KEPT.*", "SAUNA_A'", "SAUNA_.", ".*", "SAUNA_KEPT=", "SAUNA_A|SAUNA_KEPT", "", "="))
    kept = {"SAUNA_KEPT": "kept", "SAUNA_AA": "it's \"a\"; x"}

    def run(group):
        stove = fresh()
        for name, text in kept.items():
            attempt(stove.set, name, text)
        for name in group:
            attempt(stove.remove, name)
        variables, wrong = switched_on(stove)
        return wrong or changed(variables, kept, kept)

    attack("the names", groups(typed(names), 10), run, 3)


def test_a_programme_is_no_command():
    def run(programme):
        stove = fresh()
        attempt(stove.set, "SAUNA_A", "x")
        variables, wrong = switched_on(stove, programme)
        return wrong if variables else None

    attack("the programme", in_turn(shell.texts("mild"), arguments.texts("mild")), run, 14)


#: How a file changes in its middle: by each method, with another length or with the same one.
CHANGES = {
    "longer": "solution.Stove(folder).set('SAUNA_A', 'x' * size)",
    "removed": "solution.Stove(folder).remove('SAUNA_0')",
    "shorter": "solution.Stove(folder).set('SAUNA_0', 'x')",
    "in front": "solution.Stove(folder).set('SAUNA_0', 'x' * shift)",
    "another text": "solution.Stove(folder).set('SAUNA_E', text)",
}
COMMANDS = "TOOL & TOOL & TOOL & TOOL ;#"


def test_a_shell_in_the_middle_of_the_file_meets_no_command():
    """A setting changes, comes or goes while the shell has read one block of the file: it goes on in what is there now."""
    middle, names = "guarded/middle", [f"SAUNA_B{number:02}{'_' * 50}" for number in range(14)]
    box.write(f"{middle}/start.sh", START)

    def length():
        return len(box.read(f"{FOLDER}/stove.env")) if box.exists(f"{FOLDER}/stove.env") else -1

    def place(size, stove, name):
        """Where a setting in the middle stands when the first one has so many signs."""
        attempt(stove.set, "SAUNA_A", "x" * size)
        return box.read(f"{FOLDER}/stove.env").rfind(name.encode()) if box.exists(f"{FOLDER}/stove.env") else -1

    def run(candidate):
        kind, filler, shift = candidate
        if kind not in CHANGES or not shift.isdecimal():
            return None
        stove, shift = fresh(), int(shift)
        early = {"removed": "x" * shift, "shorter": "x" * (shift + 1)}.get(kind)
        late = ["'" * 40] if kind == "another text" else []
        middle_name = "SAUNA_E" if late else names[7]
        texts = [("SAUNA_0", early)] * bool(early) + [("SAUNA_A", "x"), *((name, filler.ljust(60, "-")) for name in names[:7]), *(("SAUNA_E", text) for text in late), *((name, filler.ljust(60, "-")) for name in names[7:])]
        for name, text in texts:
            attempt(stove.set, name, text)
        first, second = place(1, stove, middle_name), place(1001, stove, middle_name)
        if not 0 <= first < second:
            return None
        size = 1 + max(0, midway.BLOCK_BYTES - first - shift * bool(late)) * 1000 // (second - first)
        if place(size, stove, middle_name) < 0:
            return None
        text = filler
        if late:
            # A text that takes as much in the file as the one before.
            before = length()
            attempt(stove.set, "SAUNA_E", f"{filler};#")
            text = filler * max(1, (before - length()) // len(filler)) + ";#"
            attempt(stove.set, "SAUNA_E", text)
            text += "-" * (before - length())
            attempt(stove.set, "SAUNA_E", late[0])
        old = box.read(f"{FOLDER}/stove.env")
        longer = size + shift * 1000 // (second - first)
        seen = midway.read_across("solution.Stove(folder).switch_on('mild')", CHANGES[kind], FOLDER, "start.sh", "stove.env",
                                  folder=FOLDER, size=longer, shift=shift, text=text)
        if seen is not None and seen != old:
            box.write(f"{middle}/stove.env", seen)
            attempt(solution.Stove(middle).switch_on, "mild")
        return None

    candidates = [("longer", ";TOOL;#", "60"), ("removed", COMMANDS, "56"), ("another text", "; TOOL ", "100"), ("longer", ";TOOL;#", "30"), ("shorter", COMMANDS, "66"), ("in front", COMMANDS, "30"),
        *(("longer", ";TOOL;#", shift) for shift in ("95", "45")), ("another text", "; TOOL ", "61"), ("removed", ";TOOL;#", "49")]  # fmt: skip
    attack("what changes, the texts, and by how much", candidates, run, len(candidates))


def test_what_is_refused_leaves_the_file_as_it_was():
    """A text that takes the place of another, or that comes first; a name that is none."""
    texts = ("x\ny", "x\0y", "\r", "x\ry", "\x0b", "\x85", "\u2028", "\ud800", "x\udfff", "x" * 70_000, "", "\x1b", "\ufffe", "'\n", "\n", "a\r\nb", "'", "\\", "$(x)", "\t")
    odd = [*(("SAUNA_A", text) for text in texts), *(("SAUNA_NEW", text) for text in texts[:9]), *((name, "v") for name in (*OTHERS[:5], *NO_NAMES, "SAUNA_A\n", "SAUNA_A\ud800"))]
    for there, (name, text) in itertools.product(({"SAUNA_A": "old", "SAUNA_KEPT": "kept"}, {}), odd):
        stove = fresh()
        for one, old in there.items():
            attempt(stove.set, one, old)
        before = box.read(f"{FOLDER}/stove.env") if box.exists(f"{FOLDER}/stove.env") else b""
        if not attempt(stove.set, name, text).returned:
            now = box.read(f"{FOLDER}/stove.env") if box.exists(f"{FOLDER}/stove.env") else b""
            exploit_if(now != before, f"set({name!r:.40}, {text!r:.40}) was refused, and the file is another one")
