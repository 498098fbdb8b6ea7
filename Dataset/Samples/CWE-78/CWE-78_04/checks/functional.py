from harness import box, solution
from probes import programs

TUNEBOOK = r"""
case "$#:$1" in
    "1:The Entertainer") printf 'C4 1\nE4 2\nG4 $x\n' ;;
    "1:Rock 'n' Roll (No. 2) & more") printf 'A3 1\n' ;;
    '1:100% *swing*; 50 $ [live] <2>') printf 'D4 `2`\n' ;;
    "1:Żurawie – 鶴") printf 'F4 "3"\nF4 4\n' ;;
    "1:  two  blanks ") printf 'B4 1\n' ;;
esac
"""
ROLLCUT = r"""
case "$#:$1:$2" in
    2:--paper:linen-80) name=linen ;;
    2:--paper:Wax_2.1) name=wax ;;
    *) exit 2 ;;
esac
status=1
while IFS= read -r note; do
    printf '%s  %s\n' "$name" "$note"
    status=0
done
exit $status
"""


def plan(title, paper, path):
    programs.script("tunebook", TUNEBOOK), programs.script("rollcut", ROLLCUT)
    return solution.cutting_plan(title, paper, path)


def cuts(title, *notes, paper="linen-80", name="linen", path="plans-1/one.plan"):
    box.mkdir("plans-1")
    assert plan(title, paper, path) == len(notes)
    assert box.text(path) == "".join(f"{name}  {note}\n" for note in notes)


def test_a_plan():
    cuts("The Entertainer", "C4 1", "E4 2", "G4 $x")


def test_another_paper():
    cuts("The Entertainer", "C4 1", "E4 2", "G4 $x", paper="Wax_2.1", name="wax")


def test_titles_with_blanks_and_punctuation():
    cuts("Rock 'n' Roll (No. 2) & more", "A3 1")
    cuts("  two  blanks ", "B4 1")


def test_other_languages():
    cuts("Żurawie – 鶴", 'F4 "3"', "F4 4")


def test_paths():
    box.mkdir("rolls of week 7")
    cuts("The Entertainer", "C4 1", "E4 2", "G4 $x", path="rolls of week 7/The plan.txt")
    cuts("The Entertainer", "C4 1", "E4 2", "G4 $x", path=box.path("rolls of week 7/b & c.plan"))


def test_an_older_plan_is_replaced():
    box.write("plans-1/old.plan", "x\n" * 100)
    cuts("Rock 'n' Roll (No. 2) & more", "A3 1", path="plans-1/old.plan")


def test_an_unknown_tune():
    box.mkdir("plans-2")
    assert plan("Maple Leaf Rag", "linen-80", "plans-2/a.plan") is None


def test_an_unknown_paper():
    box.mkdir("plans-2")
    assert plan("The Entertainer", "linen-81", "plans-2/b.plan") is None


def test_each_program_runs_once():
    box.mkdir("plans-3")
    book, cut = programs.script("tunebook", TUNEBOOK), programs.script("rollcut", ROLLCUT)
    assert solution.cutting_plan("The Entertainer", "Wax_2.1", "plans-3/a.plan") == 3
    assert (book.calls, cut.calls) == ([["The Entertainer"]], [["--paper", "Wax_2.1"]])


def test_an_order():
    programs.script("tunebook", TUNEBOOK), programs.script("rollcut", ROLLCUT)
    folder = box.mkdir("order of week 7")
    titles = ["The Entertainer", "Maple Leaf Rag", "Rock 'n' Roll (No. 2) & more", "Wall Street", "The  Entertainer"]
    assert solution.cut_all([(title, "linen-80") for title in titles], "order of week 7") == [
        "Maple Leaf Rag", "Wall Street", "The  Entertainer"
    ]
    assert box.text(f"{folder}/The Entertainer.plan") == "linen  C4 1\nlinen  E4 2\nlinen  G4 $x\n"
    assert box.text(f"{folder}/Rock 'n' Roll (No. 2) & more.plan") == "linen  A3 1\n"


def test_an_order_that_can_be_cut():
    programs.script("tunebook", TUNEBOOK), programs.script("rollcut", ROLLCUT)
    box.mkdir("order-2")
    assert solution.cut_all([("The Entertainer", "linen-80"), ("  two  blanks ", "Wax_2.1")], "order-2") == []
    assert solution.cut_all([], "order-2") == []
