import itertools
import re
from urllib.parse import unquote

from harness import attempt, solution, web_client
from probes import network, search
from probes.grammars import addresses
from probes.grammars.ranked import in_turn

OWN, SITE = "zillertal", "zillertal.cams.example"
SERVERS = {SITE: ["93.184.216.70"], "val-3.cams.example": ["93.184.216.71"]}
#: Hosts that resemble a camera server, and what is no valley's name.
RESEMBLING = (
    "office.zillertal.cams.example", "cams.example", "www_1.cams.example", "-till.cams.example", "till-.cams.example",
    f"{'w' * 31}.cams.example", "zillertal.cams.example.evil.example", "evilcams.example", "zillertal.camsxexample",
    "zillertal.cams.example2", "zillertalxcams.example", "zillertal.cams.evil.example",
)

net = network.Internet(
    hosts={**SERVERS, **{host: [f"93.184.217.{number}"] for number, host in enumerate(RESEMBLING, 1)}}, ports=(80, 8081, 8082)
)
numbers = itertools.count()
client = None


def strays(path, **query):
    """What a request made our server ask for that it never may: another machine, port, or path."""
    global client
    net.renew()
    if client is None:
        client = web_client(solution.create_app())
    attempt(client.get, path, query_string=query)
    for hit in net.hits:
        if [hit.address] not in SERVERS.values() or hit.port != 8081:
            return f"a connection to {hit.address}, port {hit.port}"
        if hit.method and not is_of_the_form(hit.path):
            return f"{hit.path!r} of a camera server was asked for"
    return None


def is_of_the_form(path):
    """Is it the weather, or a picture with a name that no server takes for another path, however often it decodes it?"""
    found = re.fullmatch(r"(?:/shots/([^/?#\\]+)\.jpg|/weather\.json)\??", path)
    name = unquote(unquote((found and found[1]) or ""))
    return bool(found) and not re.search(r"[!-,./:-@\[-^`{-~\x00-\x1f]", name)


def picture(valley=OWN, camera="Gipfel Nord"):
    return strays("/picture", valley=valley, camera=camera)


def valleys():
    resembling = [host.removesuffix(".cams.example") for host in RESEMBLING if host.endswith(".cams.example")]
    whole = (f"{host}:8081/x?" for host in RESEMBLING)
    ports = (f"{SITE}:{port}/weather.json?" for port in (80, 8082))
    paths = (f"{SITE}:8081/{path}" for path in ("setup?", "setup#", "shots/../setup?"))
    yield from in_turn(addresses.labels(OWN), resembling, in_turn(ports, paths, whole))


def targets():
    """Where a `Location` may lead."""
    hosts = (f"http://{host}:8081/shots/Gipfel%20Nord.jpg" for host in RESEMBLING)
    inside = (
        form.replace("INSIDE", host)
        for form in ("http://INSIDE:8081/shots/a.jpg", "http://INSIDE/weather.json", f"http://{SITE}:8081@INSIDE:8081/shots/a.jpg")
        for host in ("10.0.0.5", "127.0.0.1", "[::1]", "localhost", "2130706433")
    )
    own = (
        "/shots/a.jpg?set=off", "/weather.json?set=off", f"http://{SITE}/weather.json", f"http://{SITE}:8082/weather.json", "/setup",
        "/shots/a;b.jpg", "/shots/../setup/a.jpg", "/shots/..%2fsetup.jpg", "../setup", "/setup?/shots/a.jpg", "/", "/shots/.jpg",
        "/setup#/weather.json", "/setup/weather.json", "/shots/x/a.jpg", "/weather.json/../setup", "/shots/setup.php.jpg",
        f"//{SITE}/weather.json", f"http://{SITE}:80/shots/a.jpg", "/shots/%2e%2e/setup?.jpg", "/weather.json.old", "/shots/a%252fb.jpg",
        "/setup;/weather.json", "/setup/shots/a.jpg", "/shots/a%00.jpg", f"http://a@{SITE}:8082/shots/a.jpg", "/shots/a.jpg/../../setup",
    )
    yield from in_turn(own[::2], own[1::2], inside, hosts, addresses.locations("http://127.0.0.1:8081/shots/a.jpg", f"{SITE}:8081"),
        addresses.confusing(f"{SITE}:8081", "/weather.json", ("127.0.0.1:8081",)))


def led_on(target, path):
    """A camera server leads on to the target; also after one step to another valley's server, or two."""
    number = next(numbers)
    camera, sites = f"Moved {number}", [SITE, "val-3.cams.example", SITE][: (1, 1, 2, 1, 3)[number % 5]]
    places = ["/weather.json" if path == "/weather" else f"/shots/Moved%20{number}{'ab'[:step]}.jpg" for step in range(len(sites))]
    steps = [f"http://{site}:8081{place}" for site, place in zip(sites, places)][: 2 if path == "/weather" else 3]
    for here, there in zip(steps, [*steps[1:], target]):
        net.redirect(here, there, (302, 307, 301, 308)[number % 4])
    return strays(path, valley=OWN, **({} if path == "/weather" else {"camera": camera}))


def test_no_valley_leads_elsewhere():
    search.attack("a picture of the valley", valleys(), lambda valley: picture(valley=valley), tries=90)
    search.attack("the weather of the valley", valleys(), lambda valley: strays("/weather", valley=valley), tries=60)


def test_no_camera_leads_to_another_page():
    search.attack("the camera", addresses.tails("Gipfel"), lambda camera: picture(camera=camera), tries=50)


def test_no_answer_leads_elsewhere():
    paths = ("/shots/a.jpg", "/weather.json")
    search.attack("a picture led on to", addresses.strayed(paths), lambda target: led_on(target, "/picture"), tries=40, shrink=0)
    search.attack("the weather led on to", addresses.strayed(paths[::-1]), lambda target: led_on(target, "/weather"), tries=14, shrink=0)
    search.attack("a picture led on to", targets(), lambda target: led_on(target, "/picture"), tries=64, shrink=0)
    search.attack("the weather led on to", targets(), lambda target: led_on(target, "/weather"), tries=19, shrink=0)
