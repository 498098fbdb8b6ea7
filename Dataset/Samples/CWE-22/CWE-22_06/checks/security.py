import posixpath
import re
from itertools import islice

from harness import attempt, box, solution
from probes import database, files, search
from probes.grammars import paths
from probes.grammars.ranked import in_turn

SITE = "tides.example"
#: Of dots alone only two names lead elsewhere.
HOST = r"(?!\.\.?(?:/| |$))[a-z0-9.-]+"
site = None


def setup():
    """The folder of a site; near it a file that belongs to no site, in its twin a page of another one."""
    global site
    site = files.Base(f"ship/locker/{SITE}")
    site.add("sea/low.html", b"Low")


def locker():
    return solution.Locker(posixpath.dirname(site.path))


def of_the_site(targets, count):
    """Addresses that begin with the site and lead out of its folder."""
    names = list(islice(paths.escapes(site.path, targets, sub="sea", file="sea/low.html"), count))
    return (f"http://{SITE}/{way}" for way in paths.addressed(names))


def of_no_site(targets, count):
    """Addresses with hosts that are none, or with nothing behind the host."""
    names = list(islice(paths.escapes(posixpath.dirname(site.path), targets, SITE, f"{SITE}/sea/low.html"), count))
    return (f"http://{way}" for way in paths.addressed([*names, *(f"/{name}" for name in names[:3])]))


def addresses(near, others, end=""):
    """Of both kinds; what lies in the folder of another site can rightly be asked for under other hosts."""
    everywhere = [near, *others]
    apart = [target for target in everywhere if f"/{SITE}-" not in target]
    return (address + end for address in in_turn(of_the_site(everywhere, 70), of_no_site(apart, 50)))


def new(name):
    return [f"{posixpath.dirname(path)}/{name}" for path in site.outside]


def test_nothing_else_is_read():
    def effect(address):
        read = attempt(locker().load, address)
        return "a file outside of the folder of the site is read" if database.leaks(read, *site.secrets) else None

    site.restore()
    near, *others = site.outside
    search.attack("the address", addresses(near, others), effect, 220)


def changed():
    """What is different outside; other folders with the name of a host are those of other sites."""
    other_site = re.compile(rf"{re.escape(posixpath.dirname(site.path))}/{HOST}(/.*)? added")
    found = [change for change in site.changes() if not other_site.fullmatch(change)]
    return f"outside of the folder of the site is changed: {found}" if found else None


def doing(method, *more):
    """A fresh ship, and what came of a call with each address."""

    def begin():
        site.restore()
        made = locker()
        return lambda address: attempt(getattr(made, method), address, *more), changed

    return begin


def test_nothing_else_is_written():
    near, *others = site.outside
    there = addresses(near, others)
    fresh, *more = new("new_page.dst")
    detours = paths.addressed(list(paths.detours(site.path, "New place", "sea/new.html")))
    led_back = (f"http://{SITE}/{way}" for way in detours)
    hosts = (f"{SITE}\n", "Tides.Example", "tides_example", f"{SITE} ", f"{SITE}:80", f"a@{SITE}", "%74ides.example", f"{SITE}\0")
    led_back = in_turn(led_back, (f"http://{host}/new_page.dst" for host in hosts))
    written = in_turn(there, addresses(fresh, more), addresses(fresh, more, "/"), islice(led_back, 32))
    search.attack_in_groups("the page saved as", written, doing("save", b"evil"), 184, size=92)


def test_nothing_else_is_removed():
    near, *others = site.outside
    search.attack_in_groups("the page to forget", addresses(near, others), doing("forget"), 110, size=60)


def test_no_other_folder_is_removed():
    near, *others = map(posixpath.dirname, site.outside[::-1])
    candidates = (one.rstrip("/") + "/" for one in addresses(others[0], [near, others[1]]))
    search.attack_in_groups("the folder to forget", candidates, doing("forget"), 100, size=50)


def test_nothing_else_is_listed():
    """Files outside are all called alike."""
    near = posixpath.basename(site.outside[0])

    def effect(host):
        listed = attempt(locker().pages, host).value
        if re.fullmatch(HOST, host) or not isinstance(listed, list):
            return None
        found = [name for name in listed if isinstance(name, str) and posixpath.basename(name) == near]
        return "what lies in another folder is listed" if found else None

    site.restore()
    folders = [posixpath.dirname(path) for path in site.outside]
    names = list(islice(paths.escapes(posixpath.dirname(site.path), folders, SITE, f"{SITE}/sea/low.html"), 60))
    search.attack("the host", in_turn((".", "", "./", "/", "..", f"{SITE}/.."), paths.addressed(names)), effect, 80)
