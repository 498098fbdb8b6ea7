import itertools

from harness import attempt, solution
from probes import markers, programs, search
from probes.grammars import arguments, placeholders, shell
from probes.grammars.ranked import in_turn

ORDER = {"customer": "Ada Lund", "picture": "lake.jpg", "size": "13x18", "copies": "2"}
SHAPE = ["--size", None, "--copies", None, None]
numbers = itertools.count()


def attack(what, candidates, order_of, tries):
    """Only `photoprint` runs, once for each order, and what was typed reaches it as one argument."""
    machine = programs.script("photoprint", "exit 0")
    path = f"guarded-{next(numbers)}.sh"
    typed = []

    def use(candidate):
        batch = solution.NightBatch()
        typed[:] = [[order["size"], order["copies"], order["picture"]] for order in (ORDER | order_of(candidate), ORDER)]
        for order in (ORDER | order_of(candidate), ORDER):
            attempt(batch.add, *order.values())
        batch.save(path)
        solution.run_batch(path)

    runs = markers.runs(use)

    def found(candidate):
        machine.clear()
        if effect := runs(candidate) or programs.misread(machine.calls, SHAPE, most=2):
            return effect
        lost = [call for call in machine.calls if len(call) < len(SHAPE)]
        if lost:
            return f"the program got {len(lost[0])} arguments, {lost[0]}"
        # What is no UTF-8 cannot be told from what was typed.
        known = [call for call in machine.calls if not any("\ufffd" in text for text in call)]
        other = [call for call in known if call[1::2] + call[4:] not in typed]
        return f"the program got {other[0]}, which nobody typed" if other else None

    search.attack(what, candidates, found, tries)


def texts(ordinary):
    return in_turn(("", f"{ordinary}\n", "~", f" {ordinary}\n\n "), shell.texts(ordinary), arguments.texts(ordinary))


def test_a_picture_is_no_command():
    attack("the picture", texts("lake"), lambda text: {"picture": text}, 26)


def test_a_size_is_no_command():
    attack("the size", texts("13x18"), lambda text: {"size": text}, 16)


def test_a_number_of_copies_is_no_command():
    attack("the copies", texts("2"), lambda text: {"copies": text}, 20)


def test_a_customer_is_no_command():
    ends = ("Ada\n{}", "\n{}", "Ada\r\n{}", "Ada\\\n{}", "Ada\n\n{}", "Ada\n#\n{}\n", "\r\n{}\r\n", "\n\n {}", "\r{}")
    breaks = [end.format("TOOL") for end in ends]
    attack("the customer", in_turn(breaks, shell.texts("Ada")), lambda text: {"customer": text}, 18)
    # What some functions take for the end of a line, and the shell does not.
    others = (f"Ada{sign}TOOL" for sign in ("\u2028", "\x0b", "\x0c", "\x85", "\x1c", "\u2029", "\x1e", "\x1d"))
    attack("the customer", others, lambda text: {"customer": text}, 8)


def test_texts_make_no_command_together():
    ends = ((f"2{end}", "TOOL") for end in ("\n", ";", "|", "&", "\\", "\\\n", "\r\n"))
    lists = (tuple(one[-2:]) for one in shell.lists(["2"]))
    fields = ((field, ";TOOL;#") for field in ("{picture}", "{}"))
    # What is filled into the comment may end it.
    comments = placeholders.pairs("2", ("x\nTOOL\n",))
    attack("copies and picture", in_turn(ends, lists, fields, comments),
        lambda both: {"copies": both[0], "size": both[0], "customer": both[0], "picture": both[1]}, 24)
