import itertools
import stat

from harness import attempt, box, solution
from probes import search
from probes.grammars import file_names
from probes.grammars.ranked import in_turn

ENDINGS = ("pdf", "png", "jpg", "csv")
PAGE = b"<script>alert(1)</script>"
numbers = itertools.count()


def is_pattern(name):
    return name.lower().endswith(tuple(f".{ending}" for ending in ENDINGS))


def shelf(method):
    """A fresh shelf: what does the web server deliver after `method(shelf, candidate, a new pattern of ours)`?"""

    def begin():
        root, names = f"s-{next(numbers)}", itertools.count()
        box.mkdir(root)
        made, start = solution.PatternShelf(box.path(root)), len(box.watch.look())

        def use(candidate):
            attempt(method, made, candidate, f"ours {next(names)}.pdf")

        def look():
            place = f"work/{root}/"
            seen = [event for event in box.watch.look()[start:] if event.kind == "came"]
            came = [event.path.removeprefix(place) for event in seen if event.path.startswith(place)]
            if wrong := [name for name in came if not is_pattern(name)]:
                return f"{wrong[0]!r} came to be, which is no pattern"
            there = [path for path in box.walk(root) if stat.S_ISREG(box.stat(f"{root}/{path}").st_mode)]
            wrong = [path for path in there if not is_pattern(path)]
            return f"the web server delivers {wrong}, none of them a pattern" if wrong else None

        return use, look

    return begin


def names():
    yield from in_turn(file_names.running("pdf"), file_names.seeming(ENDINGS), file_names.running("png"))


def add(made, name, _):
    made.add(name, PAGE)


def rename(made, name, ours):
    made.rename(made.add(ours, PAGE), name)


def copy(made, name, ours):
    made.copy(made.add(ours, PAGE), name)


def from_elsewhere(made, candidate, _):
    """Beside the shelf lies a page of the site; of a name without a dot some keep the ending of the old one."""
    method, old, new = candidate
    getattr(made, method)(old, new)


def replace(made, candidate, _):
    name, text, other = candidate
    made.add(name, PAGE)
    made.replace(text, other)


def test_nothing_but_patterns_is_added():
    search.attack_in_groups("a file added as", names(), shelf(add), tries=110)


def test_no_pattern_is_renamed_to_something_else():
    search.attack_in_groups("a pattern renamed to", names(), shelf(rename), tries=130)


def test_no_pattern_is_copied_to_something_else():
    search.attack_in_groups("a pattern copied to", names(), shelf(copy), tries=80)


def test_nothing_is_brought_in_from_elsewhere():
    box.write("page.html", PAGE)
    olds = ("../page.html", "./../page.html", box.path("page.html"), "x/../../page.html")
    candidates = ((method, old, new) for old in olds for method in ("copy", "rename") for new in ("page", "x.pdf", "page.html"))
    search.attack_in_groups("method, old and new name", candidates, shelf(from_elsewhere), tries=24)


def test_no_text_of_a_name_is_replaced_by_an_ending():
    search.attack_in_groups("name, text and other", file_names.replaced(ENDINGS), shelf(replace), tries=80, size=1)
