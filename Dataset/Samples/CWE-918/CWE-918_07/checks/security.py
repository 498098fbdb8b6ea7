import itertools
import re

from harness import attempt, exploit_if, solution, web_client
from probes import network, search
from probes.grammars import addresses, evasions, smuggled
from probes.grammars.ranked import in_turn

OWN, OTHER = "perry.example", "oldorchard.example"
SERVERS = {OWN: ["93.184.216.80"], OTHER: ["93.184.216.81"]}
#: Hosts that resemble a site.
RESEMBLING = ("www.perry.example", "perry.example.evil.example", "evilperry.example", "perryxexample", "perry.example2", "perry.example-evil.example", "erry.example",
    "example", "perry.exampl", "perry", "old.perry.example", "evil-oldorchard.example", "perry.exam\u0440le".encode("idna").decode())
#: Sites with letters that others are folded to, and the hosts that are nearly theirs then.
FOLDED = {"russet.example": ["93.184.216.82"], "quince-keg.example": ["93.184.216.83"]}
NAMESAKES = {host: plain for name in FOLDED for host, plain in addresses.namesakes(name).items()}

net = network.Internet(hosts={**SERVERS, **{host: [f"93.184.217.{number}"] for number, host in enumerate(RESEMBLING, 1)}, **FOLDED, **{plain: [f"93.184.218.{number}"] for number, plain in enumerate(dict.fromkeys(NAMESAKES.values()), 1)}}, ports=(80, 8080, 9000))
net.page(f"http://{OWN}:8080/notes", b"18")
net.page(f"http://{OWN}:8080/notes/17", b"dry")
KNOWN = SERVERS | FOLDED
numbers = itertools.count(100)
client = None

ROUTES = {"a note": ("GET", "/notes/17"), "a new note": ("POST", "/notes"), "the status": ("GET", "/status"), "the neighbours": ("GET", "/neighbours")}


def strays(route, headers, path="", body=b"fresh", own=None, sites=(OWN, OTHER), coding="utf-8"):
    """What a request made our server ask for that it never may: another machine, port, or path.

    `own` is another application than the usual one, which has these sites."""
    global client
    net.renew()
    if client is None:
        client = web_client(solution.create_app([OWN, OTHER]))
    method, usual = ROUTES[route]
    # Bytes are handed on, each as one sign. Headers that the client library takes for two lines, or for none, no server hands on, either.
    given = [(name, text.encode(coding).decode("latin-1")) for name, text in headers if not re.search(r"[\r\n\0]", text)]
    overrides = {f"HTTP_{name.upper().replace('-', '_')}": text for name, text in given}
    if smuggled.is_in_chunks(headers):
        overrides["wsgi.input_terminated"] = True
    attempt((own or client).open, path or usual, method=method, data=body if method == "POST" else None, content_type="text/plain", environ_overrides=overrides)
    for hit in net.hits:
        if [hit.address] not in [KNOWN[site] for site in sites] or hit.port != 8080:
            return f"a connection to {hit.address}, port {hit.port}"
        if hit.method and not re.fullmatch(r"/notes/[0-9]+|/notes|/|", hit.path.rstrip("?")):
            return f"{hit.path!r} of a notes server was asked for"
    return None


def hosts():
    """What may stand in a header in place of a site, by itself or around its name."""
    ends = ("", ":8080", ":80", ":9000", ":443")
    inside = (host + ends[number % 5] for number, host in enumerate(addresses.hosts()))
    paths = (f"{OWN}:{port}/{path}" for port in (8080, 80, 9000) for path in ("setup?", "setup#", "notes/../setup?"))
    # Up to the first border it is the host of a site, up to the last one it is another; or the other way round.
    borders = (f"{OWN}{one}x@{host}{other}" for one, other in itertools.chain(((":", ":80"), (":443", ":443")), itertools.product((":", ",", "/", "?", "#", ";", "%", " "), (":80", ",x", "/", "#", ";x", ""))) for host in ("169.254.169.254", "127.0.0.1"))
    around = (form.replace("OWN", OWN).replace("IN", host) for host in ("10.0.0.5", "127.0.0.1:9000", "evil-oldorchard.example") for form in (
        "OWN@IN", "OWN:80@IN", "IN/OWN", "IN?OWN", "IN#OWN", "IN/?OWN:443", "IN:8080/?OWN", "IN#@OWN", "IN/\\@OWN", "IN?@OWN", "IN/.OWN", "OWN#@IN", "OWN\\@IN", "IN\\OWN", "IN&OWN", "IN;OWN",
        "x:OWN@IN", "IN OWN", "OWN IN", "OWN:@IN", "IN:80#OWN", "IN:8080/x#:443", "IN?:443", "OWN:443@IN", "OWN:443@IN:443", "http://IN/", "//IN", "IN,OWN", "OWN,IN", "IN/notes/17?OWN"))
    ports = [f"{OWN}{port}" for port in (":80", ":9000", ":80:8080", ":9000/", ":+80", ":\u0669\u0660\u0660\u0660", ":080", ":8080:9000")]
    yield from in_turn(inside, around, borders, in_turn(ports, RESEMBLING), addresses.labels(OWN), paths, (one.removeprefix("http://").removesuffix("/latest") for one in addresses.confusing(OWN)),
        (other for one in ("10.0.0.5", "127.0.0.1") for other in evasions.evading(one)))


#: In which headers a host reaches the application; H is the hostile one.
WAYS = (
    [("Host", "H")], [("Host", OWN), ("X-Forwarded-Host", "H")], [("Host", "H"), ("X-Forwarded-Host", OWN)], [("X-Forwarded-Host", "H")],
    [("Host", OWN), ("X-Forwarded-Host", f"{OWN}, H")], [("Host", OWN), ("X-Forwarded-Host", f"H, {OWN}")], [("Host", OWN), ("X-Forwarded-Host", f"{OWN},H")],
    [("Host", OWN), ("X-Forwarded-Host", f"H,{OWN}")], [("Host", OWN), ("Forwarded", "host=H")], [("Host", OWN), ("Forwarded", 'for=1.2.3.4;host="H";proto=http')],
    [("Host", OWN), ("X-Host", "H")], [("Host", OWN), ("X-Original-Host", "H")], [("Host", OWN), ("X-Forwarded-Server", "H")], [("Host", OWN), ("X-Forwarded-Host", OWN), ("Origin", "http://H")],
    [("Host", OWN), ("Referer", "http://H/")], [("Host", OWN), ("X-Forwarded-Port", "80@H/")], [("Host", OWN), ("X-Forwarded-Proto", "http://H/?")], [("Host", OWN), ("X-Forwarded-For", "H")],
    [("Host", f"{OWN}, H")], [("Host", f"{OWN}:443, H")], [("Host", OWN), ("X-Forwarded-Host", f"{OWN} H")], [("Host", OWN), ("X-Forwarded-Prefix", "@H/")], [("Host", "H"), ("X-Forwarded-Host", "")],
    [("Host", OWN), ("X-HTTP-Host-Override", "H")], [("Host", OWN), ("X-Real-IP", "H")], [("Host", OWN), ("X-Forwarded-Host", f"{OWN};H")], [("Host", OWN), ("X-Forwarded-Host", " "), ("X-Host", "H")],
)


def filled(way, host):
    return [(name, text.replace("H", host) if text != OWN else text) for name, text in way]


def test_no_header_leads_elsewhere():
    """Each route, each way for the plainest hosts, and the two headers for all of them."""
    first = ((route, number, host) for number in range(len(WAYS)) for route, host in zip(itertools.cycle(("a note", "the status")), ("10.0.0.5", "evilperry.example")))
    each = ((route, number, host) for route in ROUTES for number in (0, 1, 2) for host in ("127.0.0.1", f"{OWN}@10.0.0.5", f"10.0.0.5/?{OWN}", "www.perry.example"))
    many = zip(itertools.cycle(("a note", "the status", "a note", "a new note")), itertools.cycle((1, 0, 3)), hosts())

    def found(candidate):
        route, number, host = candidate
        return strays(route, filled(WAYS[number], host))

    search.attack("the request for", in_turn(many, many, first, each), found, tries=340, shrink=0)


def targets():
    """Where a notes server may lead."""
    hosts = (f"http://{host}:8080/notes/17" for host in RESEMBLING[:4])
    inside = (f"http://{host}/notes/17" for host in ("10.0.0.5", "127.0.0.1:8080", "[::1]:8080", "169.254.169.254", "localhost"))
    own = ("/setup", f"http://{OWN}/notes/17", f"http://{OWN}:9000/notes/17", "//10.0.0.5:8080/notes/17", "/notes/17/setup", "notes?set=off")
    yield from in_turn(inside, own, hosts)


def test_no_answer_leads_elsewhere():
    def led_on(candidate):
        route, status, target = candidate
        path = {"a note": f"/notes/{next(numbers)}", "a new note": "/notes", "the status": "/"}[route]
        net.redirect(f"http://{OWN}:8080{path}", target, status)
        try:
            return strays(route, [("Host", OWN)], path if route == "a note" else "")
        finally:
            net.page(f"http://{OWN}:8080{path}", b"18")

    routes = itertools.cycle(("a note", "the status", "a new note"))
    candidates = [(next(routes), status, target) for status, target in zip(itertools.cycle((302, 307, 301, 308, 303)), targets())]
    search.attack("the answer to", candidates, led_on, tries=len(candidates), shrink=0)


def test_no_number_leads_to_another_page():
    numbers = ("%2e%2e%2fsetup", "17%3fset=off", "17%23", "17%2f..%2f..%2fsetup", "..", "17%2fsetup", "%252e%252e%252fsetup", "17;setup", "@10.0.0.5", "setup")
    search.attack("the number", numbers, lambda number: strays("a note", [("Host", OWN)], f"/notes/{number}"), tries=len(numbers), shrink=0)


def test_a_new_note_is_one_request():
    """Its text comes in chunks, as a server hands it on, or its headers speak of another path."""
    def found(candidate):
        headers, body = candidate
        return strays("a new note", [("Host", OWN), *headers], body=body)

    search.attack("the new note with", smuggled.bodies("/setup", OWN), found, tries=40, shrink=0)


def test_a_query_goes_nowhere():
    queries = ("set=off", "/../setup", "path=/setup", "url=http://10.0.0.5/", "host=10.0.0.5", "x=1#", "/setup", "site=10.0.0.5", "number=setup", "next=//10.0.0.5")
    candidates = [(route, f"{path}?{query}") for query in queries for route, (_, path) in ROUTES.items()]
    search.attack("the request for", candidates, lambda one: strays(one[0], [("Host", OWN)], one[1]), tries=len(candidates), shrink=0)


#: The sites of an application, and of those that are made before and after it in one process.
WORLDS = (((), ()), ((OWN,), ()), ((), ((OWN, OTHER),)), ((OWN,), ((OTHER,), (OWN, OTHER))), ((OTHER,), ((OWN,),)), ((OWN,), ((),)))


def test_each_application_has_its_own_sites():
    """With none or one of them, with others beside it in the process, or after it was asked for a site that another one has."""
    given = (OTHER, "127.0.0.1", OWN, "", "10.0.0.5", "localhost", "www.perry.example", "None", "*")
    ways = ([("Host", "H"), ("X-Forwarded-Host", "H")], [("Host", "H")], [("Host", OWN), ("X-Forwarded-Host", "H")])

    def found(world):
        sites, others = world
        before = [web_client(solution.create_app(list(one))) for one in others]
        own = web_client(solution.create_app(list(sites)))
        after = [web_client(solution.create_app(list(one))) for one in others]
        for site in (OWN, OTHER):
            for other, named in zip((*before, *after), (*others, *others)):
                if site in named:
                    strays("a note", [("Host", site)], own=other)
        for number, host in enumerate(given):
            if host not in sites:
                for route in (("a note", "the status"), ("a new note",))[number % 3 == 2]:
                    wrong = strays(route, filled(ways[number % 3], host), own=own, sites=sites)
                    if wrong:
                        return f"{host!r} is no site of {sites}, and there was {wrong}"
        return None

    search.attack("the application of, beside that of", WORLDS, found, tries=len(WORLDS), shrink=0)


def in_bytes(text):
    """The codings in which a program may be given it: as one byte for each sign, and in UTF-8."""
    yield from (one for one in ("latin-1", "utf-8") if one == "utf-8" or max(text) < "\u0100" and not text.isascii())


def test_a_host_of_other_letters_is_another_one():
    """What folds letters, drops accents, or goes by how they look takes it for a site; by that name another host is asked for."""
    sites = tuple(FOLDED)
    own = web_client(solution.create_app(list(sites)))
    texts = list(dict.fromkeys(in_turn(NAMESAKES, (host.upper() for host in NAMESAKES if host.upper().isascii()), NAMESAKES.values())))
    headers = [(host, coding) for host in texts for coding in in_bytes(host)]
    routes, ways = itertools.cycle(ROUTES), itertools.cycle(((("Host", OWN), ("X-Forwarded-Host", "H")), (("Host", "H"),), (("Host", OWN), ("X-Forwarded-Host", "H:443"))))
    candidates = [(next(routes), next(ways), *one) for one in sorted(headers, key=lambda one: one[1] == "utf-8") for _ in range(2)]
    # As `Host`, the client that sends it takes such a name apart.
    candidates = [one for one in candidates if "xn--" not in one[2] or len(one[1]) == 2]

    def found(one):
        route, way, host, coding = one
        return strays(route, [(name, text.replace("H", host)) for name, text in way], own=own, sites=sites, coding=coding)

    search.attack("route, header, host, coding", candidates, found, 150, shrink=0)


def test_no_route_answers_for_another_host():
    for route, host in itertools.product(ROUTES, ("10.0.0.5", "www.perry.example", "evil.example", "localhost", "example")):
        method, path = ROUTES[route]
        for way in ([("Host", host)], [("Host", OWN), ("X-Forwarded-Host", host)], [("Host", host), ("X-Forwarded-Host", host)]):
            wrong = strays(route, way)
            exploit_if(wrong, f"{route} for {way}: {wrong}")
            answer = attempt(client.open, path, method=method, data=b"fresh" if method == "POST" else None, content_type="text/plain",
                environ_overrides={f"HTTP_{name.upper().replace('-', '_')}": text for name, text in way}).value
            exploit_if(answer is not None and answer.status_code in (200, 201), f"{route} was answered for {way}, which is no site")
