import re
from functools import partial

from harness import exploit_if, solution_source, testify
from probes.grammars import neighbours
from probes.machines import orders
from probes.machines.machine import Step

#: Each call comes with an object of its own. What a program keeps of other files is there, of this one not yet, unless it is in use before.
SETUP = """
import json, os, sys, tempfile
import bureau_s as bureau
bureau.orders.clear()
folder = tempfile.mkdtemp()
path = os.path.join(folder, "lodge.json")
os.symlink(folder, folder + ".link")
by_link = os.path.join(folder + ".link", "lodge.json")
elsewhere = os.path.join(tempfile.mkdtemp(), "lodge.json")
solution.Menus(elsewhere, "bureau_s").translated("Wine", "en")
known = %r
if known:
    with open(path, "w") as file:
        json.dump(known, file)
for one in (path, by_link)[: %d]:
    solution.Menus(one, "bureau_s").languages("Soup")
bureau.orders.clear()
class subject:
    def translated(text, language):
        return solution.Menus(path, "bureau_s").translated(text, language)
    def translated_by_link(text, language):
        return solution.Menus(by_link, "bureau_s").translated(text, language)
    def correct(text, language, translation):
        return solution.Menus(path, "bureau_s").correct(text, language, translation)
    def correct_by_link(text, language, translation):
        return solution.Menus(by_link, "bureau_s").correct(text, language, translation)
    def forget(text):
        return solution.Menus(path, "bureau_s").forget(text)
    def languages(text):
        return solution.Menus(path, "bureau_s").languages(text)
    def translated_and_elsewhere(text, language):
        return solution.Menus(path, "bureau_s").translated(text, language), solution.Menus(elsewhere, "bureau_s").translated("Wine", language)
    def translated_and_look(text, language):
        told = solution.Menus(by_link, "bureau_s").translated(text, language)
        with open(path, encoding="utf-8") as file:
            return told, json.load(file).get(text, {}).get(language)
def among_others(step):
    # Files of others, which are used one behind the other before the step.
    folder_of_others = os.path.dirname(elsewhere)
    for number in range(%d):
        solution.Menus(os.path.join(folder_of_others, f"{number}.json"), "bureau_s").languages("Soup")
    return step
subject.translated_among_others = lambda text, language: among_others(subject.translated)(text, language)
subject.correct_among_others = lambda *values: among_others(subject.correct)(*values)
if %r:
    # Of a request that began before all of these.
    older = solution.Menus(path, "bureau_s")
    older.languages("Soup")
    subject.translated_by_older, subject.correct_by_older, subject.forget_by_older = older.translated, older.correct, older.forget
    among_others(None)
def left():
    found = json.load(open(path, encoding="utf-8")) if os.path.exists(path) else {}
    return {text: one for text, one in found.items() if one}, sorted(bureau.orders)
"""
BUREAU = """
import sys, types
bureau = sys.modules.setdefault("bureau_s", types.ModuleType("bureau_s"))
bureau.orders = []
def translate(text, language):
    bureau.orders.append(f"{text} in {language}")
    return f"{text} in {language}"
bureau.translate = translate
result = None
"""
SOUP, LINKED, BREAD, FRENCH = Step("translated", ("Soup", "en")), Step("translated_by_link", ("Soup", "en")), Step("translated_by_link", ("Bread", "en")), Step("translated", ("Soup", "fr"))
RIGHT, RIGHT_LINKED, OTHER_RIGHT = Step("correct", ("Soup", "en", "hay soup")), Step("correct_by_link", ("Soup", "en", "hay soup")), Step("correct", ("Bread", "de", "Brot"))
FORGET, FORGET_BREAD, LOOK = Step("forget", ("Soup",)), Step("forget", ("Bread",)), Step("languages", ("Soup",))
#: Somewhere within a function or class.
MAKES_LOCKS = re.compile(r"^\s+.*(Lock|Condition|Semaphore|Event)\(", re.M)
EMPTY, KNOWN = {}, {"Soup": {"en": "soup", "it": "zuppa"}, "Bread": {"de": "das Brot"}}


def setup():
    testify(BUREAU)


class Book:
    """What guests, cooks and the bureau are told when one call follows the other."""

    def __init__(self, known):
        self.known = {text: dict(found) for text, found in known.items()}
        self.orders = []

    def translated(self, text, language):
        found = self.known.setdefault(text, {})
        if language not in found:
            self.orders.append(f"{text} in {language}")
            found[language] = f"{text} in {language}"
        return found[language]

    translated_by_link = translated_among_others = translated_by_older = translated

    def translated_and_look(self, text, language):
        return (self.translated(text, language),) * 2

    def correct(self, text, language, translation):
        self.known.setdefault(text, {})[language] = translation

    correct_by_link = correct_among_others = correct_by_older = correct

    def forget(self, text):
        return len(self.known.pop(text, {}))

    forget_by_older = forget

    def languages(self, text):
        return sorted(self.known.get(text, {}))

    def seen(self):
        return {text: found for text, found in self.known.items() if found}, sorted(self.orders)


def expect_orders(known, *steps, used=0, late=False, **how):
    race = orders.Race(steps, tuple(how.items()))
    found = orders.unexplained(race, SETUP % (known, used, orders.crowd(), late), "left()", partial(Book, known), Book.seen)
    exploit_if(found, found)


def test_a_translation_is_paid_once():
    """By one path and two, where the file was in use before and not, and where both make what is needed, such as a lock."""
    expect_orders(EMPTY, SOUP, LINKED, most=30)
    expect_orders(KNOWN, FRENCH, FRENCH, used=2, most=30)
    if MAKES_LOCKS.search(solution_source()):
        expect_orders(EMPTY, SOUP, SOUP, twice=True, most=360)


def test_translations_of_two_dishes_and_languages_are_kept():
    expect_orders(EMPTY, SOUP, BREAD, most=18)
    expect_orders(KNOWN, FRENCH, BREAD, used=2, most=18)
    expect_orders(EMPTY, SOUP, FRENCH, most=18)


def test_what_a_cook_puts_right_stays():
    expect_orders(EMPTY, SOUP, RIGHT_LINKED, most=18)
    expect_orders(EMPTY, RIGHT, LINKED, most=14)
    expect_orders(KNOWN, FRENCH, RIGHT, used=2, most=14)
    expect_orders(EMPTY, RIGHT, OTHER_RIGHT, most=14)


def test_what_is_forgotten_stays_forgotten():
    expect_orders(KNOWN, FRENCH, FORGET_BREAD, used=2, most=18)
    expect_orders(KNOWN, FORGET, BREAD, used=2, most=14)
    expect_orders(KNOWN, FORGET, RIGHT, most=14)
    expect_orders(KNOWN, FORGET, FORGET_BREAD, most=14)


def test_who_reads_sees_the_file_before_or_after():
    for step in (FRENCH, RIGHT, FORGET):
        expect_orders(KNOWN, step, LOOK, used=2, most=18)
    expect_orders(KNOWN, FORGET, SOUP, most=12)
    expect_orders(KNOWN, SOUP, FORGET, most=12)


def test_three_at_once_are_as_one_after_the_other():
    expect_orders(EMPTY, SOUP, LINKED, RIGHT, most=18)
    expect_orders(EMPTY, SOUP, FORGET, LINKED, most=18)


def test_a_lock_is_not_forgotten_while_it_is_held():
    """Of many files that are used meanwhile, each wants a place among what is kept."""
    if orders.crowd():
        expect_orders(EMPTY, SOUP, Step("translated_among_others", ("Soup", "en")), most=14)
        expect_orders(KNOWN, FRENCH, Step("correct_among_others", ("Bread", "de", "Brot")), most=10)


def test_a_lock_is_not_forgotten_while_somebody_knows_it():
    """A request has its object since before many files of others were used; another one makes its own behind them."""
    if orders.crowd():
        expect_orders(EMPTY, Step("translated_by_older", ("Soup", "en")), SOUP, late=True, most=12)
        expect_orders(KNOWN, FRENCH, Step("forget_by_older", ("Bread",)), late=True, most=12)


def test_who_is_told_of_a_translation_finds_it_in_the_file():
    """The second guest, whose call is over, has come behind the first one, whose order is in the file then."""
    look = Step("translated_and_look", ("Soup", "en"))
    expect_orders(EMPTY, SOUP, look, most=24)
    expect_orders(EMPTY, RIGHT, look, most=14)


def test_a_lock_is_one_of_the_place_and_not_of_what_lies_there():
    """A file that is written anew is another one: who waited for the one before, and who comes for the new one."""
    expect_orders(KNOWN, FRENCH, BREAD, OTHER_RIGHT, used=2, most=24)


def test_who_was_overtaken_by_what_looks_the_same():
    """There are as many texts or languages as before, or the same ones, and they are others."""
    again = Step("correct", ("Soup", "en", "soup")), Step("correct", ("Soup", "it", "zuppa"))
    expect_orders(KNOWN, FRENCH, orders.Row((FORGET, *again)), most=9)
    expect_orders(KNOWN, SOUP, orders.Row((FORGET, RIGHT_LINKED)), most=9)
    expect_orders(KNOWN, FRENCH, orders.Row((Step("correct", ("Soup", "fr", "potage")), FORGET)), most=9)


def test_nobody_gives_up_waiting_and_goes_on():
    """An order takes longer than anybody thought."""
    if orders.waits():
        expect_orders(EMPTY, SOUP, LINKED, ages=True, most=30)
        expect_orders(KNOWN, FRENCH, RIGHT, ages=True, most=18)


#: Two lodges, whose files are called nearly alike: what is kept beside one may be what is kept beside the other.
APART = """
import json, os, tempfile
folder = tempfile.mkdtemp()
paths = [os.path.join(folder, name) for name in %r]
for one in paths:
    solution.Menus(one, "bureau_s").languages("Soup")
class subject:
    def correct(text, language, translation):
        return solution.Menus(paths[0], "bureau_s").correct(text, language, translation)
    def correct_of_the_other(text, language, translation):
        return solution.Menus(paths[1], "bureau_s").correct(text, language, translation)
def left():
    found = [json.load(open(one, encoding="utf-8")) if os.path.exists(one) else {} for one in paths]
    return [{text: known for text, known in one.items() if known} for one in found]
"""
#: Words of who writes beside the file first.
DRAFTS = re.compile(r"replace\(|rename\(|move\(|copy\w*\(|gettempdir|with_suffix|with_name|\.(tmp|new|lock|bak)")


class Lodges:
    def __init__(self):
        self.books = [{}, {}]

    def correct(self, text, language, translation):
        self.books[0].setdefault(text, {})[language] = translation

    def correct_of_the_other(self, text, language, translation):
        self.books[1].setdefault(text, {})[language] = translation


def test_two_lodges_keep_their_translations_apart():
    if DRAFTS.search(solution_source()):
        steps = RIGHT, Step("correct_of_the_other", ("Bread", "de", "Brot"))
        names = next(neighbours.sharing("alm", "json"))
        race = orders.Race(steps, (("twice", True), ("most", 160)))
        found = orders.misplaced(race, APART % (names,), "left()", Lodges, lambda lodges: lodges.books)
        exploit_if(found, f"{names[0]} and {names[1]}: {found}")
