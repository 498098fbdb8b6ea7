from harness import exploit_if, solution_source
from probes.machines import orders
from probes.machines.machine import Step

SETUP = """
import fcntl, json, os, tempfile
fcntl.of_the_process = getattr(fcntl, "of_the_process", fcntl.lockf)
def use(lockf):
    for module in (fcntl, solution):
        if hasattr(module, "lockf"):
            module.lockf = lockf
use(fcntl.of_the_process)
folder = tempfile.mkdtemp()
path, by_link = folder + "/stock.json", folder + ".link/stock.json"
os.symlink(folder, folder + ".link")
def now():
    try:
        with open(path) as file:
            stock = json.load(file)
    except ValueError:
        return "a broken file"
    return [stock.get(article, 0) for article in ("cloak", "boots", "wig", "mask")]
class subject:
    def take(article, number):
        return solution.take(path, article, number)
    def take_by_link(article, number):
        return solution.take(by_link, article, number)
    def bring(article, number):
        return solution.bring(path, article, number)
    def exchange(returned, wanted):
        return solution.exchange(path, returned, wanted)
    def in_stock(article):
        return solution.in_stock(path, article)
    def in_between():
        gone = solution.in_stock(path, "boots") == 0 and solution.in_stock(path, "cloak") == 0
        return [gone, solution.in_stock(path, "cloak") > 0 and solution.in_stock(path, "boots") > 0]
"""
#: What a program keeps from one call to the next is there.
FILLED = SETUP + """
with open(path, "w") as file:
    json.dump({"cloak": 7, "boots": 1}, file)
solution.bring(path, "cloak", 1)
"""
# In threads, which are faster, a lock that belongs to a process would not count; one that belongs to an open file does.
AS_PROCESSES = """
def of_the_open_file(file, operation, *part):
    return fcntl.flock(file, operation)
use(of_the_open_file)
"""
# While the first process is in the middle of it, another of its threads looks, and then the second process comes.
# That one does not sleep while it waits: it would be taken for one that waits for a lock.
OTHERS_LOOK = FILLED + """
import select, threading, time
pipes = [folder + ".ask", folder + ".answer"]
for pipe in pipes:
    os.mkfifo(pipe)
def take_while_others_look(article, number):
    ask, answer = (os.open(pipe, os.O_RDWR) for pipe in pipes)
    def look():
        os.read(ask, 1)
        solution.in_stock(path, article)
        os.write(answer, b".")
    threading.Thread(target=look, daemon=True).start()
    return solution.take(path, article, number)
def take_after_a_look(article, number):
    ask, answer = (os.open(pipe, os.O_RDWR) for pipe in pipes)
    os.write(ask, b".")
    end = time.thread_time() + 0.01
    while not select.select([answer], [], [], 0)[0] and time.thread_time() < end:
        pass
    return solution.take(path, article, number)
subject.take_while_others_look, subject.take_after_a_look = take_while_others_look, take_after_a_look
"""
ONE_PAIR = SETUP + AS_PROCESSES + """
with open(path, "w") as file:
    json.dump({"boots": 1}, file)
"""
THREADS = FILLED + AS_PROCESSES
TAKE, BRING, BOOTS = Step("take", ("cloak", 5)), Step("bring", ("cloak", 2)), Step("bring", ("boots", 3))
WIG, LOOK = Step("bring", ("wig", 4)), Step("in_stock", ("cloak",))
#: Of the one there is nothing to take, of the other nothing to give, but what is brought for a moment.
REFUSED, OF_IT = Step("exchange", ("wig", "mask")), Step("take", ("wig", 1))
EXCHANGE, BACK = Step("exchange", ("cloak", "boots")), Step("exchange", ("boots", "cloak"))


class Stock:
    """What the desks are told when one call follows the other."""

    def __init__(self, cloak=8, boots=1):
        self.pieces = {"cloak": cloak, "boots": boots, "wig": 0, "mask": 0}

    def take(self, article, number):
        if self.pieces[article] < number:
            return False
        self.pieces[article] -= number
        return True

    take_by_link = take_while_others_look = take_after_a_look = take

    def bring(self, article, number):
        self.pieces[article] += number
        return self.pieces[article]

    def exchange(self, returned, wanted):
        if not self.take(wanted, 1):
            return False
        self.bring(returned, 1)
        return True

    def in_stock(self, article):
        return self.pieces[article]

    def in_between(self):
        """A cloak for the boots: both gone, or both there, is never so, in whichever order one looks."""
        return [False, False]

    def seen(self):
        return list(self.pieces.values())


def expect_orders(*steps, setup=THREADS, model=Stock, **how):
    found = orders.unexplained(orders.Race(steps, tuple(how.items())), setup, "now()", model, Stock.seen)
    exploit_if(found, found)


def test_two_processes_are_as_one_after_the_other():
    """Each knows the folder by a name of its own; or a server has loaded the program and forked then."""
    expect_orders(TAKE, Step("take_by_link", TAKE.arguments), setup=FILLED, processes=True, most=24)
    if orders.keeps_open(FILLED):
        expect_orders(TAKE, TAKE, setup=FILLED, processes=True, forked=True, most=16)


def test_two_desks_at_once_are_as_one_after_the_other():
    for pair in ((TAKE, BRING), (BOOTS, WIG), (EXCHANGE, BACK), (REFUSED, OF_IT)):
        expect_orders(*pair, most=24)


def test_two_threads_that_know_the_folder_by_two_names():
    """A lock that belongs to a process does not keep them apart, and one for each name does not either."""
    expect_orders(TAKE, Step("take_by_link", TAKE.arguments), setup=FILLED, most=24)


def test_who_looks_does_not_open_the_lock_of_another_thread():
    """A lock that belongs to a process ends when any of its threads closes the file, whoever has taken it."""
    if "lockf" in solution_source() or "SETLK" in solution_source():
        first, second = (Step(name, TAKE.arguments) for name in ("take_while_others_look", "take_after_a_look"))
        expect_orders(first, second, setup=OTHERS_LOOK, processes=True, most=24)


def test_an_exchange_is_one_step():
    expect_orders(EXCHANGE, Step("in_between", ()), setup=ONE_PAIR, model=lambda: Stock(0, 1), most=24)


def test_the_first_two_who_bring_something():
    expect_orders(BRING, BRING, setup=SETUP + AS_PROCESSES, model=lambda: Stock(0, 0), twice=True, most=36)


def test_two_desks_that_overtake_each_other_are_as_one_after_the_other():
    expect_orders(TAKE, TAKE, twice=True, most=36)
    expect_orders(TAKE, BRING, TAKE, again=True, most=16)


def test_who_looks_meanwhile_sees_what_was_or_what_is():
    expect_orders(TAKE, LOOK, most=16)
    expect_orders(LOOK, TAKE, most=6)


def test_a_lock_that_others_wait_for_is_not_thrown_away():
    expect_orders(BOOTS, TAKE, BRING, most=16)


def test_a_lock_is_not_taken_from_who_holds_it_for_long():
    if orders.waits():
        expect_orders(TAKE, TAKE, ages=True, most=16)
