from functools import partial

from harness import exploit_if
from probes.machines import orders
from probes.machines.machine import Step

#: Each call comes with an object of its own. What a program keeps of other folders and days is there, of these not yet.
SETUP = """
import os, tempfile
folder = tempfile.mkdtemp()
by_link = folder + ".link"
os.symlink(folder, by_link)
elsewhere = tempfile.mkdtemp()
solution.LockLog(elsewhere).note("2031-01-01", "x")
for day, texts in %r:
    for text in texts:
        solution.LockLog(%s).note(day, text)
class subject:
    def note(day, text):
        return solution.LockLog(folder).note(day, text)
    def note_by_link(day, text):
        return solution.LockLog(by_link).note(day, text)
    def close(day):
        return solution.LockLog(folder).close(day)
    def entries(day):
        return solution.LockLog(folder).entries(day)
    def note_and_look(day, text, earlier):
        number = solution.LockLog(folder).note(day, text)
        there = solution.LockLog(folder).entries(earlier)
        heading = open(os.path.join(folder, day + ".txt"), encoding="utf-8").readline()
        before = int(heading.split()[1]) - 1
        return number, "as it should be" if there or before <= %d else "numbered behind a sheet that is not there"
    def note_and_list(day, text):
        solution.LockLog(folder).note(day, text)
        heading = open(os.path.join(folder, day + ".txt"), encoding="utf-8").readline()
        there = sum(name.endswith(".txt") for name in os.listdir(folder))
        return "as it should be" if there >= int(heading.split()[1]) else "numbered behind a sheet of which there is no file"
def among_others(step):
    # Folders of others, which are used one behind the other before the step.
    if not hasattr(solution, "folders_of_others"):
        solution.folders_of_others = [tempfile.mkdtemp() for _ in range(%d)]
    for other in solution.folders_of_others:
        solution.LockLog(other).entries("2031-01-01")
    return step
def among_days(step):
    # Other days of the same folder. What was kept for those of an earlier race would fill the box in the end.
    before, solution.folder_of_days = getattr(solution, "folder_of_days", None), folder
    if before and before != folder:
        for path, _, names in list(os.walk(before)):
            for name in names:
                os.remove(os.path.join(path, name))
    for number in range(%d):
        solution.LockLog(folder).entries("20%%02d-%%02d-%%02d" %% (40 + number // 336, 1 + number // 28 %% 12, 1 + number %% 28))
    return step
subject.note_among_days = lambda day, text: among_days(subject.note)(day, text)
subject.close_among_days = lambda day: among_days(subject.close)(day)
subject.note_among_others = lambda day, text: among_others(subject.note)(day, text)
subject.close_among_others = lambda day: among_others(subject.close)(day)
if %r:
    # Of a request that began before all of these.
    older = solution.LockLog(folder)
    older.entries("2031-01-01")
    subject.note_by_older, subject.close_by_older = older.note, older.close
    among_others(None)
def sheets():
    names = sorted(name for name in os.listdir(folder) if name.endswith(".txt"))
    return {name: open(os.path.join(folder, name), encoding="utf-8").read() for name in names}
"""
FIRST, SECOND = "2031-04-05", "2031-04-06"
NOTE, OTHER, LINKED = Step("note", (FIRST, "raft")), Step("note", (FIRST, "canoe")), Step("note_by_link", (FIRST, "canoe"))
NEXT, LINKED_NEXT = Step("note", (SECOND, "punt")), Step("note_by_link", (SECOND, "punt"))
THIRD = Step("note", ("2031-04-07", "ferry"))
#: One thread, two calls: who is second has seen, or will see, what the number of the sheet says that there is.
NEXT_AND_LOOK = Step("note_and_look", (SECOND, "punt", FIRST))
CLOSE, LOOK = Step("close", (FIRST,)), Step("entries", (FIRST,))
LONG = Step("note", (FIRST, "barge & " * 1200 + "tug"))
EMPTY, BEGUN, BEGUN_LONG = (), ((FIRST, ("Anna",)),), ((FIRST, ("Anna", "lighter " * 1200 + "end")),)


class Sheets:
    """What the volunteers are told when one call follows the other."""

    def __init__(self, begun):
        self.days = {}
        for day, texts in begun:
            for text in texts:
                self.note(day, text)

    def note(self, day, text):
        if self.days.get(day, "").rpartition("closed after")[1]:
            return None
        self.days.setdefault(day, f"Sheet {len(self.days) + 1}\n")
        number = self.days[day].count("\n")
        self.days[day] += f"{number} {text}\n"
        return number

    note_by_link = note_among_others = note_among_days = note_by_older = note

    def note_and_list(self, day, text):
        self.note(day, text)
        return "as it should be"

    def note_and_look(self, day, text, earlier):
        return self.note(day, text), "as it should be"

    def close(self, day):
        if day not in self.days or "closed after" in self.days[day]:
            return None
        number = self.days[day].count("\n") - 1
        self.days[day] += f"closed after {number}\n"
        return number

    close_among_others = close_among_days = close_by_older = close

    def entries(self, day):
        lines = self.days.get(day, "").split("\n")[1:-1]
        return [line.split(" ", 1)[1] for line in lines if not line.startswith("closed")] if day in self.days else None

    def seen(self):
        return {f"{day}.txt": text for day, text in sorted(self.days.items())}


def expect_orders(begun, *steps, known="folder", late=False, **how):
    race = orders.Race(steps, tuple(how.items()))
    found = orders.unexplained(race, SETUP % (begun, known, len(begun), max(orders.crowd(), 1), max(orders.crowd(), 1), late), "sheets()", partial(Sheets, begun), Sheets.seen)
    exploit_if(found, found)


def test_two_who_begin_a_sheet_are_as_one_after_the_other():
    """By two paths; and where both make what is needed, such as a lock, while neither has come to the sheet."""
    expect_orders(EMPTY, NOTE, LINKED, most=30)
    expect_orders(EMPTY, NOTE, OTHER, twice=True, most=170)


def test_two_sheets_that_are_begun_have_two_numbers():
    """Also where each path has been in use before."""
    expect_orders(EMPTY, NOTE, LINKED_NEXT, most=24)
    expect_orders(BEGUN, LINKED_NEXT, THIRD, most=12)


def test_a_number_counts_sheets_that_are_there():
    """A sheet has its number and its place in the same moment: nobody sees a later one without it."""
    expect_orders(EMPTY, NOTE, NEXT_AND_LOOK, most=30)


def test_a_number_counts_sheets_whose_files_are_there():
    """Who asks for the earlier sheet would have to wait until it is there; the folder tells at once."""
    listed = Step("note_and_list", (SECOND, "punt"))
    expect_orders(EMPTY, NOTE, listed, most=40)
    expect_orders(BEGUN, THIRD, listed, most=30)


def test_two_entries_are_as_one_after_the_other():
    expect_orders(BEGUN, NOTE, LINKED, most=24)


def test_nothing_is_noted_behind_the_last_line():
    expect_orders(BEGUN, NOTE, CLOSE, most=24)
    expect_orders(BEGUN, CLOSE, LINKED, most=24)
    expect_orders(BEGUN, CLOSE, CLOSE, most=16)


def test_who_looks_meanwhile_sees_no_half_of_it():
    expect_orders(EMPTY, NOTE, LOOK, most=24)
    expect_orders(BEGUN, NOTE, LOOK, most=20)
    expect_orders(BEGUN, LOOK, CLOSE, most=12)


def test_who_looks_in_the_middle_of_a_long_write_sees_no_half_of_it():
    """A text of any length is one of a single line; the kernel shows a long write page by page."""
    expect_orders(EMPTY, LONG, LOOK, tears=True, most=6)
    expect_orders(BEGUN, LONG, LOOK, tears=True, most=6)
    expect_orders(BEGUN_LONG, NOTE, LOOK, tears=True, most=6)
    expect_orders(BEGUN_LONG, CLOSE, LOOK, tears=True, most=6)
    expect_orders(EMPTY, LONG, NOTE, tears=True, most=4)
    expect_orders(EMPTY, LONG, LINKED_NEXT, tears=True, most=4)


def test_three_at_once_are_as_one_after_the_other():
    expect_orders(BEGUN, NOTE, OTHER, CLOSE, most=40)
    expect_orders(EMPTY, NOTE, OTHER, NEXT, again=True, most=16)


def test_who_no_longer_waits_changes_nothing():
    if orders.waits():
        expect_orders(EMPTY, NOTE, OTHER, ages=True, most=30)
        expect_orders(BEGUN, NOTE, CLOSE, ages=True, most=30)


def test_a_lock_is_not_forgotten_while_it_is_held():
    """Of many folders, or days, that are used meanwhile, each wants a place among what is kept."""
    if orders.crowd():
        expect_orders(BEGUN, NOTE, Step("note_among_days", (FIRST, "canoe")), crowded=True, most=34)
        expect_orders(BEGUN, NOTE, Step("close_among_days", (FIRST,)), crowded=True, most=24)
        expect_orders(EMPTY, NOTE, Step("note_among_others", (FIRST, "canoe")), crowded=True, most=18)
        expect_orders(BEGUN, NOTE, Step("close_among_others", (FIRST,)), crowded=True, most=14)


def test_a_lock_is_not_forgotten_while_somebody_knows_it():
    """A request has its object since before many folders of others were used; another one makes its own behind them."""
    if orders.crowd():
        expect_orders(BEGUN, Step("note_by_older", (FIRST, "canoe")), NOTE, late=True, most=18)
        expect_orders(BEGUN, NOTE, Step("close_by_older", (FIRST,)), late=True, most=18)


def test_a_lock_is_not_forgotten_by_who_has_nothing_more_to_do():
    """Who looked, or found nothing to close, throws away what another one has found just now, or waits for."""
    if orders.forgets():
        expect_orders(EMPTY, CLOSE, NOTE, OTHER, most=40)
        expect_orders(BEGUN, LOOK, NOTE, OTHER, most=40)
        expect_orders(EMPTY, NOTE, orders.Row((CLOSE, OTHER)), twice=True, most=100)
        expect_orders(BEGUN, NOTE, orders.Row((LOOK, OTHER)), twice=True, most=80)


def test_a_lock_is_one_of_the_place_and_not_of_what_lies_there():
    """A sheet that is written anew is another file: who waited for the one before, and who comes for the new one."""
    expect_orders(EMPTY, NOTE, OTHER, Step("note_by_link", (FIRST, "tub")), most=16)
    expect_orders(BEGUN, NOTE, OTHER, Step("note_by_link", (FIRST, "tub")), most=16)


def test_who_was_overtaken_by_several_calls():
    expect_orders(BEGUN, NOTE, orders.Row((OTHER, CLOSE)), most=14)
    expect_orders(EMPTY, NOTE, orders.Row((LINKED_NEXT, THIRD)), most=14)
