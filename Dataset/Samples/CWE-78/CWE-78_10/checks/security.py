import itertools

from harness import attempt, exploit_if, inconclusive, solution
from probes import constants, markers, programs, search
from probes.grammars import arguments, evasions, joints, placeholders, shell
from probes.grammars.ranked import in_turn

#: What lists in one text, line readers, patterns, quotes by hand and options make of a value.
NAMES = (
    *("x\ny", "x\rTOOL", "x\n", "\nx", "x\\", "\\", "'", '"', "x'y", 'x"y', "*", "[ab]*", "sol*.py", "?" * 11, "~", "#x", "!x", "$1", "$2", "$3", "$*", "$@", "${1}", "$0", "%s", "%d", "\\n", "\\c", "x\\c", "\\101", "\\0101", "{}", "{0}", "{name}", "{text}", "a b", " x", "x ", "  ", "", "\t", "-n", "-e x", "--", "-", "--help"),
    *("x,y", "x;y", "x|y", "x:y", "x\x1fy", "x\x1ey", "x\x1cy", "x\u2028y", "x\u0085y", "x\x01y", "x\0y", "'\\''", "\\'", "'\\", "x' '", "x\n'", "\\\n", "$'x'", "EOF\nTOOL\n", "=", "x=y", "&", "$((1+1))", "x\ty", "&amp;", "%20", "&#39;", "'\"'\"'"),
)

#: Control characters that part the elements of a list, those of Unicode for no character at all, and what people choose.
SEPARATORS = (
    *("\x1f", "\x1e", "\x1d", "\x1c", "\x01", "\x02", "\x03", "\x04", "\x07", "\x1a", "\x1b", "\x7f", "\n", "\t", "\x0b", "\x0c", "\r", "\x08", "\x05", "\x06", "\x10", "\x17"),
    *("\u2028", "\u2029", "\x85", "\xa0", "\u200b", "\ue000", "\ufdd0", "\uffff", "\U0010ffff", "\u241f", "\xa7", "\xa6", "|", ",", ";", ":", "||", "::", "--", "\n\n", "/", "~", "^", "#"),
)


class Museum:
    """The programs of both computers, and what they may be called with."""

    def __init__(self):
        self.marker = markers.new()
        self.words = self.marker.words()
        self.hall = programs.script("hall", 'line=$1; shift; exec /bin/sh -c "$line" hall "$@"')
        self.punch = programs.script("punch", "echo x")
        self.printer = programs.script("teleprint", "exit 0")

    def filled(self, text):
        for word in sorted(self.words, key=len, reverse=True):
            text = text.replace(word, self.words[word])
        return text

    def wrong(self, name, text, machines):
        name, text, *machines = map(self.filled, (name, text, *machines))
        self.hall.clear(), self.punch.clear(), self.printer.clear()
        refused = not attempt(solution.send, name, text, machines).returned
        punched, printed = self.punch.calls, self.printer.calls
        self.all_done = len(punched) == len(printed) == len(machines)
        if self.marker.fired:
            self.marker.clear()
            return "it ran"
        if strays := [call for call in punched if call != ["--from", name, "--", text]]:
            return f"punch got {strays[0]!r}"[:160]
        if strays := [call for call in printed if call[:1] != ["--machine"] or call[1:] not in [[machine] for machine in machines]]:
            return f"teleprint got {strays[0]!r}"[:160]
        if len(punched) > len(machines) or any(printed.count(call) > machines.count(call[1]) for call in printed):
            return f"{len(punched)} tapes for {len(machines)} machines"
        return "it was refused, and yet printed" if refused and "\0" in name + text + "".join(machines) and punched else ""


def tried(values, tries, machines=4):
    """Name, text and machines at once; where something of it does not arrive, each by itself."""
    museum, waiting = Museum(), [one for one in dict.fromkeys(itertools.islice(values, tries)) if len(one) < 400]
    for start in range(0, len(waiting), 2 + machines):
        group = waiting[start : start + 2 + machines]
        name, text, *others = (group * 3)[: max(len(group), 3)]
        if not (found := museum.wrong(name, text, others)) and museum.all_done:
            continue
        for place, one in itertools.product(("machine", "text", "name"), group):
            search.attack(f"the {place}", [one], alone(museum, place), 1, shrink=6)
        exploit_if(found, f"{group!r:.200} together: {found}")


def alone(museum, place):
    if place == "machine":
        return lambda one: museum.wrong("Ida", "Hello", [one, "Creed"])
    return lambda one: museum.wrong(one if place == "name" else "Ida", one if place == "text" else "Hello", ["Creed 7"])


def test_every_value_is_one_argument():
    if Museum().wrong("Ida", "Hello", ["Creed 7"]):
        inconclusive("an ordinary message is not sent")
    tried(in_turn(NAMES, shell.texts("tale"), arguments.texts("tale")), 96, 6)


def test_a_machine_is_not_taken_apart():
    """At a sign by which a list of them is sent as one text: one of the program's own, one that no keyboard has, or a usual one."""
    own = [one for one in (*evasions.words(), *constants.strings()) if 0 < len(one) <= 4 and not one.isalnum() and "\0" not in one]
    signs = list(dict.fromkeys([*own[:12], *SEPARATORS]))
    museum = Museum()
    for start in range(0, len(signs), 12):
        group = signs[start : start + 12]
        # A value that is refused has all refused: then each is tried by itself.
        found = museum.wrong("Ida", "Hello", [f"Creed{sign}Lorenz" for sign in group])
        if found or not museum.all_done:
            search.attack("the machine", [f"Creed{sign}Lorenz" for sign in group], alone(museum, "machine"), 12, shrink=6)


def test_values_in_other_places():
    """What was a name is a machine now, and what stands alone is one of many."""
    for machines in (1, 18):
        tried(in_turn(shell.texts("Creed 7"), NAMES[::-3]), 12 if machines == 1 else 20, machines)


def test_texts_for_whole_lines():
    """Texts of several lines, with what a reader of lines takes for the next machine, or the next message."""
    museum = Museum()
    for value in ("Creed\nLorenz", "Creed\nLorenz\n", "Creed\n\nLorenz", "Creed Lorenz", "Creed\tLorenz", "Creed' 'Lorenz", "Creed\x00Lorenz", "Creed\r\nLorenz", "Creed\nfor\ndo", "1\n2\n3"):
        found = museum.wrong(value, value, [value])
        exploit_if(found, f"{value!r} as name, text and machine: {found}")


def test_two_values_together():
    """Of which one opens what the other one ends, or fills a field of it."""
    museum = Museum()
    ends = [(f"a{end}", ";TOOL;#") for end in ("'", '"', "\\", "`", "$(", "\\'", "\n", "'\\''")]
    fields = itertools.islice(placeholders.pairs("tale", (";TOOL;#", "';TOOL;#", "$(TOOL)")), 8)
    named = [(field, code) for field in ("{text}", "{name}", "{machine}", "$text", "$2", "$name", "%(text)s", "TEXT", "NAME", "MACHINE", "@TEXT@") for code in ("';TOOL;'", "$(TOOL)")]
    for first, second in (*ends, *fields, *named[:12:2], *named[1:12:4]):
        found = museum.wrong(first, second, [second, first])
        exploit_if(found, f"send({first!r}, {second!r}, {[second, first]!r}): {found}")


def test_texts_of_many_signs():
    museum = Museum()
    for text in ("x" * 480 + "';TOOL;'", "'" * 160 + ";TOOL;", "\\" * 255 + "`TOOL`", "x" * 250 + "\n" + "$(TOOL)", "x" * 127 + '";TOOL;"'):
        found = museum.wrong(text, text, [text])
        exploit_if(found, f"a text of {len(text)} signs: {found}")


def test_machines_that_meet():
    """Of which a text is made and taken apart again: what stands where two of them meet reads as a separator, or an escape."""
    museum = Museum()
    alike = lambda machines: museum.wrong(machines[0], machines[-1], machines)
    search.attack("the machines", (one for one in joints.lists("Creed") if len(one) <= 20), alike, 40, shrink=0)
