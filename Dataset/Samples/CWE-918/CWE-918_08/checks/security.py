import itertools
from urllib.parse import quote

from harness import attempt, box, solution
from probes import database, naming, network, search
from probes.grammars import addresses, evasions
from probes.grammars.ranked import in_turn

SITE = "shop.example"
NAMES = ("intranet.example", "local.example", "metadata.example", "six.example")
#: Of the server; it stands in a file.
KEY = naming.secret("key")
FILE = "/box/work/keys/start.key"
numbers = itertools.count()

net = network.Internet(ports=(80, 8080, 21))


def setup():
    box.write("keys/start.key", KEY)


def inside():
    named = in_turn((f"http://{name}/latest" for name in addresses.named()), net.mixed())
    capitals = (url.replace("http:", "HTTP:", 1) for url in net.internal().values())
    yield from in_turn(addresses.urls(names=NAMES), net.rebinding().values(), named, addresses.confusing(SITE), addresses.urls(port=":8080"), capitals)


def names():
    yield from in_turn(net.rebinding().values(), (f"http://{name}/latest" for name in addresses.named()), net.mixed())


#: What may stand around an address of another kind: for who looks at its beginning, at its end, or anywhere.
AROUND = ("@", "@#data:,x", "@?data:image/png,x", "@#http://shop.example/", " @", "\t@", "@ ", "<@>", "<URL:@>", "url:@", "URL:@", "\n@", "\x00@", "@#.png", "@?http:", "@#like:", "\x0b@", "\u00a0@", "like:@", "data:@", "http:@", "@;base64,eA==",
    "view-source:@", "data:text/plain,x,@", "jar:@!/", "@;type=a", "http://shop.example/#@", "'@'")
SCHEMES = ("file", "FILE", "File", "local_file", "local-file", "f\tile", "fi\nle", "%66ile", "ﬁle", "ftp", "file ", "netdoc", "https+file", "http+file", "data+file", "unix", "http+unix", "file\\", "sftp", "gopher", "dict", "ftps", "telnet")
PLACES = ("://PATH", ":PATH", "://localhostPATH", "://127.0.0.1PATH", ":///..PATH", "://shop.examplePATH", "://127.0.0.1:80/a", "://10.0.0.5:8080/latest", "://shop.example:80@10.0.0.5:80/a", "://./PATH", "://0/PATH", ":////PATH", "://127.0.0.1:21/;type=a", "://[::1]:80/latest",
    "://user:word@127.0.0.1:80/a", "://metadata.example:80/a", "://localhost/PATH", ":\\\\localhostPATH")


def other_kinds():
    """Addresses of a file and of internal machines in other schemes, and what is no address but a path."""
    path = box.path(FILE)
    made = [f"{scheme}{place}".replace("PATH", path) for scheme in SCHEMES[:2] for place in PLACES]
    strange = [f"{scheme}{place}".replace("PATH", path) for scheme in SCHEMES[2:] for place in (PLACES[0], PLACES[6], PLACES[1])]
    around = [form.replace("@", target) for form in AROUND for target in (f"file://{path}", f"FILE://{path}", "ftp://127.0.0.1:80/a")]
    plain = [path, f"//localhost{path}", "keys/start.key", f"./{path}", "//127.0.0.1:80/a", "solution.py", f"///{path}", f"file:keys/start.key"]
    evading = (other for one in (f"file://{path}", "ftp://127.0.0.1:80/a") for other in evasions.evading(one))
    yield from in_turn(net.other_schemes(path).values(), made, around, strange, plain, evading)


def leading_on(targets, statuses=(301, 307, 302, 308, 303)):
    for number, target in enumerate(targets):
        if target.isprintable() and target.isascii():
            name = "rebind" if "rebind" in target.lower() else ""
            yield net.redirect(f"{net.public}/on/{name}{next(numbers)}", target, statuses[number % 5])


def attack(what, candidates, use, tries):
    """Is an internal machine reached, or the file of the server read?"""
    shown = []

    def used(candidate):
        shown.append(use(candidate))

    reached = net.reached(used)

    def found(candidate):
        shown.clear()
        effect = reached(candidate)
        if effect:
            return effect
        if any(database.leaks(one, KEY) for one in shown):
            return "a file of the server is a crest"
        return "a file of the program is a crest" if any(database.leaks(one, "class Crests") for one in shown) else None

    search.attack(what, candidates, found, tries, shrink=0)


def entered(address):
    crests = solution.Crests()
    attempt(crests.enter, "A", address)
    return attempt(crests.crest, "A").value


def entered_again(address):
    """In place of a good one that was shown, by a club that another is like, which was entered before it."""
    crests = solution.Crests()
    for club, one in (("A", f"{net.public}/"), ("B", "like:A"), ("C", "LIKE:%42")):
        attempt(crests.enter, club, one)
    first = attempt(crests.crest, "C").value
    attempt(crests.enter, "A", address)
    return [first, attempt(crests.crest, "C").value, attempt(crests.crest, "A").value]


def of_a_name(address):
    """The address is the name of a club that is not there, or is another's, by itself and behind `like:`."""
    crests, shown = solution.Crests(), []
    shown.append(attempt(crests.crest, address).value)
    for club, one in (("A", f"like:{quote(address, safe='')}"), ("B", f"like:{address}"), ("C", f"like:like:{address}"), ("D", f"like:{quote(quote(address, safe=''), safe='')}")):
        attempt(crests.enter, club, one)
        shown.append(attempt(crests.crest, club).value)
    attempt(crests.enter, address, "like:E"), attempt(crests.enter, "E", f"like:{quote(address, safe='')}")
    shown += [attempt(crests.crest, club).value for club in (address, "E")]
    return shown


def test_no_crest_is_inside():
    attack("the address", inside(), entered, 48)


def test_no_block_that_is_not_public_is_reached():
    """One machine in each block of the registries, its first and its last, by itself or behind a step."""
    urls = list(addresses.of_blocks())
    attack("the address", (one for number, url in enumerate(urls) for one in ((url,) if number % 2 else leading_on([url]))), entered, len(urls))


def test_no_name_leads_inside():
    attack("the address", names(), entered, 48)


def test_no_name_that_means_another_machine_leads_inside():
    """The name as it is, in all letters, with what stands around it: where the checked address is put in its place."""
    attack("the address", net.rebinding().values(), entered, 44)


def test_no_address_that_is_entered_later_leads_inside():
    attack("the address", in_turn(inside(), other_kinds()), entered_again, 28)


def test_no_answer_leads_inside():
    changing = [url for url in net.rebinding().values() if "rebind" in url.lower()]
    targets = in_turn(addresses.locations("http://127.0.0.1/latest", SITE), addresses.urls(names=NAMES), changing, net.mixed(), addresses.confusing(SITE))
    twice = (net.redirect(f"{net.public}/twice/{number}", url, 302) for number, url in enumerate(leading_on(["http://10.0.0.5/latest", f"file://{box.path(FILE)}"])))
    attack("the redirect", in_turn(leading_on(targets), twice), entered, 48)


def test_nothing_is_read_by_another_kind_of_address():
    attack("the address", other_kinds(), entered, 90)


def test_no_answer_leads_to_another_kind_of_address():
    attack("the redirect", leading_on(other_kinds()), entered, 48)


def test_no_answer_leads_to_a_club():
    """`Location` goes on by `http:` alone: not to what another club has entered, and to no other kind of address in it."""
    def use(address):
        crests = solution.Crests()
        attempt(crests.enter, "B", address)
        attempt(crests.enter, "A", net.redirect(f"{net.public}/on/{next(numbers)}", "like:B"))
        return attempt(crests.crest, "A").value

    attack("the address of the other club", in_turn(inside(), other_kinds()), use, 16)


def test_no_name_of_a_club_is_an_address():
    public = [f"{net.public}/"]

    def use(address):
        start = net.mark()
        shown = of_a_name(address)
        asked = [hit for hit in net.hits[start:] if address in public]
        return [*shown, KEY if asked else None]

    attack("the name", in_turn(public, other_kinds(), inside()), use, 20)
