import itertools

from harness import attempt, exploit_if, solution
from probes import interleave, network, search
from probes.grammars import addresses
from probes.grammars.ranked import in_turn

TOWN = ["soup.example", "*.bistro.example"]
SERVERS = {"soup.example": ["93.184.216.50"], "north.bistro.example": ["93.184.216.51"]}
EVIL = "evil.example"
#: Hosts that are no caterer's, and nearly are.
RESEMBLING = (
    EVIL, "bistro.example", "evilbistro.example", "soup.example.evil.example", "evilsoup.example", "north.soup.example", "soupxexample", "northxbistro.example", "bistro.example.evil.example", "soup.exampl", "x-bistro.example",
    "north.bistro.example.evil.example", "soup.evil.example", "soup", "example", "xsoup.example", "soup-example", "north.bistro.exampleevil.example", "northbistro.example", "oup.example", "north.bistro.evil.example", "north-bistro.example", "bistro-example", "soup.example.bistro", "soup.example-evil.example", "www.soup.example",
)
#: Caterers with letters that others are folded to, and the hosts that are nearly theirs then.
FOLDED = {"giesserei.example": ["93.184.216.60"], "a.kissling.example": ["93.184.216.61"]}
NAMESAKES = {host: plain for name in FOLDED for host, plain in addresses.namesakes(name).items()}
net = network.Internet(hosts={**SERVERS, **{host: [f"93.184.217.{number}"] for number, host in enumerate(RESEMBLING, 1)}, **FOLDED, **{plain: [f"93.184.218.{number}"] for number, plain in enumerate(dict.fromkeys(NAMESAKES.values()), 1)}}, ports=(80, 8080, 443, 21))
numbers = itertools.count()


def elsewhere(address, town=TOWN, servers=SERVERS):
    """A connection that no entry allows."""
    start = net.mark()
    attempt(solution.menu, address, list(town))
    for hit in net.hits[start:]:
        if [hit.address] not in servers.values() or hit.port != 80:
            host = next((name for name, (where,) in ((name, (f"93.184.217.{number}",)) for number, name in enumerate(RESEMBLING, 1)) if where == hit.address), hit.address)
            return f"a connection to {host}, port {hit.port}"
    return None


def nearly():
    yield from (f"http://{host}/x" for host in RESEMBLING)


def ports():
    for host in SERVERS:
        yield from (f"http://{host}:{port}/x" for port in (8080, 443, "08080", 21, "80:8080", "8080:80", "8080#:80", "8080?:80", "8080/:80", "\uff18080"))
        yield from (f"http://{front}{host}{end}" for front, end in (("x:80@", ":8080/"), ("", ":8080"), ("", ".:8080/"), ("x@", ":443/x"), ("a:80@", ":21/:80/")))
    yield from ("https://soup.example/x", "HTTPS://soup.example/", "https://soup.example:80@soup.example/", "ftp://soup.example/x", "https://soup.example:8080/", "http://soup.example:80@evil.example/", "https://soup.example:80/x?:443", "//soup.example:8080/")


#: Around a host of somebody else's, what one reader takes for the border of it. OWN ends as a caterer's host does.
FORMS = (
    "http://EVIL/.OWN", "http://EVIL?.OWN", "http://EVIL#.OWN", "http://EVIL\\.OWN", "http://EVIL/OWN", "http://OWN" ".EVIL/", "http://OWN:x@EVIL/x", "http://x@OWN@EVIL/", "http://EVIL:80#.OWN", "http://EVIL;.OWN/", "http://EVIL%00.OWN/", "http://EVIL%2f.OWN/", "http://EVIL\t.OWN/", "http://EVIL\n/.OWN",
    "http://OWN\\@EVIL/", "http://EVIL\\@OWN/", "http://EVIL:80\\@OWN/", "http://EVIL#@OWN/", "http://EVIL?@OWN/", "http://OWN#@EVIL/", "http://OWN%20@EVIL/", "http://OWN/@EVIL/", "http://OWN?@EVIL/", "http:/EVIL/.OWN", "http:///EVIL/.OWN", "http:EVIL/.OWN", "//EVIL/.OWN", "http:\\\\EVIL/.OWN", "http://EVIL\uff0f.OWN/", "http://EVIL\uff03.OWN", "http://EVIL\uff1f.OWN", "http://OWN\uff20EVIL/",
    "http://EVIL:80/.OWN", "http://EVIL/x.OWN/http://OWN/", "http://OWN" ".EVIL/", "http://OWN-EVIL/", "http://[EVIL].OWN/", "http://EVIL,OWN/", "http://EVIL OWN/", "http://OWN EVIL/", "http://OWN,EVIL/", "http://OWN\n.EVIL/", "http://OWN\r\n@EVIL/", "http://EVIL/\n.OWN", "http://EVIL/\nhttp://OWN/", " http://EVIL/.OWN", "http://EVIL./.OWN", "http://EVIL&@OWN/", "http://EVIL|.OWN/", "http://*.OWN@EVIL/", "http://EVIL/*.OWN", "http://OWN%40EVIL/", "http://OWN%2f@EVIL/", "http://OWN:80:@EVIL/", "http://\u200bOWN@EVIL",
)


def disguised():
    for form in FORMS:
        for evil, own in ((EVIL, "bistro.example"), ("10.0.0.5", "soup.example"), (EVIL, "north.bistro.example")):
            yield form.replace("EVIL", evil).replace("OWN", own)


def strangers():
    """Also labels that are put in front of what the entry with a star ends with."""
    labelled = (f"http://{label}.bistro.example/x" for label in addresses.labels("north", (EVIL, "127.0.0.1", "10.0.0.5")))
    yield from in_turn(nearly(), disguised(), labelled, ports(), addresses.confusing("soup.example", "/x", (EVIL, "127.0.0.1")), addresses.confusing("north.bistro.example", "/x", (EVIL,)), addresses.urls())


def can_be_sent(url):
    return url.isprintable() and url.isascii()


def step(host="soup.example"):
    return f"http://{host}/on/{next(numbers)}"


def moved(urls):
    """Behind one, two, or three redirects, of the same caterer or of both."""
    for number, url in enumerate(filter(can_be_sent, urls)):
        address = net.redirect(step(), url, (302, 301, 307, 308, 303)[number % 5])
        for more in range((0, 0, 1, 0, 2)[number % 5]):
            address = net.redirect(step(list(SERVERS)[more % 2]), address)
        yield address


def test_no_address_is_elsewhere():
    search.attack("the address", strangers(), elsewhere, 250, shrink=0)


def test_no_caterer_leads_elsewhere():
    locations = in_turn(addresses.locations(f"http://{EVIL}/x", "soup.example"), addresses.locations("http://127.0.0.1/x", "soup.example"), strangers())
    search.attack("the redirect", moved(locations), elsewhere, 90, shrink=0)


def test_a_relative_address_may_be_of_somebody_else():
    others = (front + EVIL + end for end in ("/x", "", "/.bistro.example", "#.bistro.example", "/north.bistro.example") for front in ("//", "\\\\", "/\\", "\\/", "///", "////", "/\t/", "http:\\\\", "HTTP://", "//x@", "//soup.example@", "http:", "http:/", "https://", " //", "hTTp:\\", "//soup.example\\@"))
    steps = (f":{port}/x" if not port else f"//soup.example:{port}/x" for port in (8080, 443, ""))
    search.attack("the redirect", moved(in_turn(others, steps, (".evil.example/", "@evil.example/", ":8080/", "//[::1]/", "//0/", "//127.1/"))), elsewhere, 50, shrink=0)


#: What entries stand for: a dot is a dot, a star is at the beginning, and a list is that of this call.
LISTS = (
    (["soup.example"], ["http://soupxexample/", "http://north.soup.example/", "http://evilsoup.example/", "http://soup/", "http://example/", "http://oup.example/", "http://evil.example/soup.example"]),
    (["*.soup.example"], ["http://soup.example/", "http://evilsoup.example/", "http://xsoup.example/", "http://.soup.example/", "http://*soup.example/"]),
    ([], ["http://soup.example/", "http://evil.example/", "http:///", "http://127.0.0.1/"]),
    (["north.bistro.example"], ["http://bistro.example/", "http://a.bistro.example/", "http://northxbistro.example/", "http://soup.example/"]),
    (["*.evil.example", "lost.example"], ["http://evil.example/", "http://soup.example/", "http://lost.example@evil.example/", "http://a.evil.example@evil.example/"]),
    (["soup.example.evil.example"], ["http://soup.example/", "http://evil.example/", "http://north.bistro.example/"]),
)


def test_the_list_is_that_of_the_call():
    """After calls with lists that allow it, by itself and as the end of a redirect."""
    everything = [*RESEMBLING, *SERVERS, "*.example", "*.evil.example", "*.soup.example", "*.bistro.example"]

    def found(both):
        town, address = both
        own = {host: where for host, where in SERVERS.items() if host in town}
        attempt(solution.menu, address, list(everything))
        return elsewhere(address, town, own)

    search.attack("the list and the address", [(tuple(town), address) for town, others in LISTS for address in others], found, 60, shrink=0)


def test_a_host_that_was_asked_before_may_be_out_of_the_list():
    def found(both):
        town, address = both
        attempt(solution.menu, address, TOWN)
        return elsewhere(address, town, {host: where for host, where in SERVERS.items() if host in town})

    rows = []
    for status in (301, 308, 302, 307, 303):
        # Moves for good may be remembered, and so may what they lead to.
        led, back = net.redirect(step(), "http://north.bistro.example/x", status), net.redirect(step("north.bistro.example"), "http://soup.example/x", status)
        twice = net.redirect(step(), net.redirect(step(), "http://north.bistro.example/x", status), status)
        rows += [(("soup.example",), led), (("*.evil.example",), led), (("north.bistro.example",), back), (("soup.example",), twice)]
    rows += [((), rows[0][1]), (("soup.example",), "http://north.bistro.example/x"), (("north.bistro.example",), "http://soup.example/x")]
    search.attack("the list and the address", rows, found, len(rows), shrink=0)


def test_a_host_of_other_letters_is_another_one():
    """As it is typed, and by the name under which it is asked for; also behind a redirect."""
    town = ["giesserei.example", "*.kissling.example"]
    hosts = list(dict.fromkeys(in_turn(NAMESAKES, NAMESAKES.values())))
    typed = [f"http://{host}/x" for host in hosts]
    sent = (net.redirect(f"http://giesserei.example/to/{number}", f"http://{host.encode().decode('latin-1')}/x") for number, host in enumerate(hosts[:14]))
    search.attack("the address", in_turn(typed, sent), lambda address: elsewhere(address, town, FOLDED), 90, shrink=0)


def test_the_list_is_that_of_the_call_while_another_one_runs():
    """Each leads to a host that only the other one's list has; what tells who went there is the path."""
    net.page("http://north.bistro.example/own", "Rice"), net.page("http://soup.example/own", "Soup")
    led = net.redirect("http://soup.example/leads", "http://north.bistro.example/not-mine")
    rows = ((led, ["soup.example"], "http://north.bistro.example/own", ["*.bistro.example"]), ("http://north.bistro.example/not-mine", ["soup.example"], "http://north.bistro.example/own", ["soup.example", "north.bistro.example"]))
    for address, town, other, others in rows:
        start = net.mark()
        interleave.race(["solution.menu(address, town)", "solution.menu(other, others)"], most=20, address=address, town=town, other=other, others=others)
        gone = [hit for hit in net.hits[start:] if hit.path == "/not-mine"]
        exploit_if(gone, f"{address} with the list {town} was fetched from {gone[0].host if gone else ''}, which is in the list of another call")
