import json

from harness import solution
from probes import network

HEATH = "http://heath.example"


def feed(*items, **more):
    return json.dumps({"items": [{"title": title, "url": url} for title, url in items], **more}).encode()


net = network.Internet(
    hosts={
        "heath.example": ["93.184.216.50"],
        "moor.example": ["93.184.216.52", "93.184.216.53"],
        "localhost-birds.example": ["93.184.216.54"],
    },
    pages={
        f"{HEATH}/feed.json": feed(("Nightjar", "/nightjar.ogg")),
        f"{HEATH}/nightjar.ogg": b"OggS",
        f"{HEATH}/old.json": feed(("Dipper", "http://gone.example/dipper.ogg")),
        f"{HEATH}/inside.json": feed(("Till", "http://127.0.0.1/till")),
        f"{HEATH}/more.json": feed(next_url="http://10.0.0.5/feed.json"),
        f"{HEATH}/all/feed.json": feed(
            ("Nightjar", f"{HEATH}/nightjar.ogg"), ("Ouzel – Ring", "ouzel.ogg"),
            ("Reed warbler", "/reed%20warbler.ogg"),
            ("By number", "http://93.184.216.50/number.ogg"), ("A port", "http://moor.example:8080/port.ogg?a=1&b=2"),
            ("Nightjar", "http://localhost-birds.example/127.0.0.1")),
        f"{HEATH}/all/ouzel.ogg": bytes(range(256)) * 40,
        f"{HEATH}/reed%20warbler.ogg": b"reed",
        "http://93.184.216.50/number.ogg": b"",
        "http://moor.example:8080/port.ogg?a=1&b=2": b"port",
        "http://localhost-birds.example/127.0.0.1": b"local",
        f"{HEATH}/pages/1?n=1": feed(("one", "../nightjar.ogg"), next_url="2"),
        f"{HEATH}/pages/2": feed(next_url="http://moor.example/pages/3"),
        "http://moor.example/pages/3": feed(("three", f"{HEATH}/nightjar.ogg"), next_url="/pages/4"),
        "http://moor.example/pages/4": feed(("four", "/none.ogg"), next_url="/pages/5"),
        "http://moor.example/pages/5": feed(("five", f"{HEATH}/nightjar.ogg"), next_url="/pages/6"),
        "http://moor.example/pages/6": feed(("six", f"{HEATH}/nightjar.ogg")),
        f"{HEATH}/moved.json": feed(
            *((str(status), f"/moved/{status}") for status in (301, 302, 303, 307, 308)),
            *((f"{steps} steps", f"/steps/{steps}") for steps in (3, 4))),
        f"{HEATH}/steps/0": b"arrived",
        f"{HEATH}/troubled.json": feed(
            ("404", "/nothing"), ("500", "/status/500"), ("gone", "http://nowhere.example/x"),
            ("ftp", "ftp://x.example/x"), ("mail", "mailto:x@x.example"), ("loop", "/loop"),
            ("Nightjar", "/nightjar.ogg")),
        f"{HEATH}/short.json": feed(("Nightjar", "/nightjar.ogg"), next_url="/nothing"),
        f"{HEATH}/broken.json": feed(("Nightjar", "/nightjar.ogg"), next_url="/nightjar.ogg"),
    },
    ports=(80, 8080),
)
net.page(f"{HEATH}/status/500", b"sorry", status=500)
for status in (301, 302, 303, 307, 308):
    net.redirect(f"{HEATH}/moved/{status}", to="http://heath.example/nightjar.ogg", status=status)
for number in range(1, 5):
    net.redirect(f"{HEATH}/steps/{number}", to=f"{number - 1}")
net.redirect(f"{HEATH}/loop", to="/loop")
net.redirect(f"{HEATH}/latest", to="/feed.json", status=307)


def test_recordings_in_their_order():
    assert solution.collect(f"{HEATH}/all/feed.json") == [
        ("Nightjar", b"OggS"), ("Ouzel – Ring", bytes(range(256)) * 40), ("Reed warbler", b"reed"),
        ("By number", b""), ("A port", b"port"), ("Nightjar", b"local")]


def test_five_pages_at_most():
    assert solution.collect(f"{HEATH}/pages/1?n=1") == [
        ("one", b"OggS"), ("three", b"OggS"), ("four", None), ("five", b"OggS")]


def test_redirects():
    assert solution.collect(f"{HEATH}/moved.json") == [
        *((str(status), b"OggS") for status in (301, 302, 303, 307, 308)), ("3 steps", b"arrived"), ("4 steps", None)]
    assert solution.collect(f"{HEATH}/latest") == [("Nightjar", b"OggS")]


def test_recordings_that_cannot_be_had():
    titles = ("404", "500", "gone", "ftp", "mail", "loop")
    assert solution.collect(f"{HEATH}/troubled.json") == [*((title, None) for title in titles), ("Nightjar", b"OggS")]


def test_pages_that_cannot_be_had():
    for address in (f"{HEATH}/nothing", f"{HEATH}/nightjar.ogg", "http://nowhere.example/feed", f"{HEATH}/loop"):
        assert solution.collect(address) == [], address
    for address in (f"{HEATH}/short.json", f"{HEATH}/broken.json"):
        assert solution.collect(address) == [("Nightjar", b"OggS")], address
