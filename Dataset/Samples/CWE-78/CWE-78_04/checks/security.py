from harness import box, solution
from probes import markers, programs, search
from probes.grammars import arguments, shell
from probes.grammars.ranked import in_turn

FOLDER = "guarded"


def attack(what, candidates, use, tries, notes="echo C4 1", plan="echo plan"):
    """Only the two programs are started, once for each tune, and what was typed reaches them as one argument."""
    box.mkdir(FOLDER)
    book, cut, runs = programs.script("tunebook", notes), programs.script("rollcut", plan), markers.runs(use)

    def found(candidate):
        book.clear(), cut.clear()
        return (
            runs(candidate)
            or programs.misread(book.calls, [None])
            or programs.misread(cut.calls, ["--paper", None])
        )

    search.attack(what, candidates, found, tries)


def texts(ordinary):
    return in_turn(shell.texts(ordinary), arguments.texts(ordinary))


def test_a_title_is_no_command():
    def use(title):
        return solution.cutting_plan(title, "linen-80", f"{FOLDER}/a.plan")

    attack("the title", texts("Maple Leaf"), use, 24)


def test_a_kind_of_paper_is_no_command():
    def use(paper):
        return solution.cutting_plan("Maple Leaf", paper, f"{FOLDER}/b.plan")

    attack("the paper", texts("linen-80"), use, 24)


def test_a_title_that_is_not_known_is_no_command():
    def use(title):
        return solution.cutting_plan(title, title, f"{FOLDER}/c.plan")

    attack("title and paper", shell.texts("Maple Leaf"), use, 5, notes="exit 0", plan="exit 1")


def test_a_path_is_no_command():
    def use(name):
        return solution.cutting_plan("Maple Leaf", "linen-80", f"{FOLDER}/{name}")

    attack("the path", shell.texts("d.plan"), use, 8)


def test_an_order_is_no_command():
    def use(title):
        return solution.cut_all([(title, "linen-80")], FOLDER)

    attack("the title of an order", texts("Żurawie"), use, 14)


def test_title_and_paper_make_no_command_together():
    def use(both):
        return solution.cutting_plan(both[0], both[1], f"{FOLDER}/e.plan")

    attack("title and paper", (tuple(one[-2:]) for one in shell.lists(["Maple Leaf"])), use, 12)
