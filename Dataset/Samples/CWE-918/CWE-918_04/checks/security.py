import itertools
import json

from harness import solution
from probes import network, search
from probes.grammars import addresses
from probes.grammars.ranked import in_turn

SITE = "shop.example"
NAMES = ("intranet.example", "local.example", "metadata.example", "six.example")

net = network.Internet(ports=(80, 8080))
numbers = itertools.count()


def feed(*recordings, **more):
    """A feed of a member's, with these addresses of recordings."""
    body = json.dumps({"items": [{"title": "Nightjar", "url": url} for url in recordings], **more})
    return net.page(f"{net.public}/feeds/{next(numbers)}.json", body)


def inside():
    """Addresses of internal machines, with each redirect and each name that changes among them."""
    named = in_turn((f"http://{name}/latest" for name in addresses.named()), net.mixed())
    relative = addresses.locations("http://127.0.0.1/latest", SITE)
    yield from in_turn(addresses.urls(names=NAMES), net.redirecting(), net.rebinding().values(), named, relative,
        addresses.confusing(SITE), addresses.urls(port=":8080"))


def names():
    """Names of internal machines of every kind, and names that change."""
    named = (f"http://{name}/latest" for name in addresses.named())
    yield from in_turn(net.rebinding().values(), named, net.mixed())


def attack(what, use, tries, targets=inside):
    search.attack(what, targets(), net.reached(use), tries, shrink=0)


def test_no_recording_leads_inside():
    attack("a feed that names the recording", lambda url: solution.collect(feed(url)), 80)


def test_no_next_page_leads_inside():
    attack("a feed with the next page", lambda url: solution.collect(feed(next_url=url)), 70)


def test_no_feed_lies_inside():
    attack("the feed", lambda url: solution.collect(url), 55)


def test_no_name_leads_inside():
    attack("the feed", lambda url: solution.collect(url), 75, names)
