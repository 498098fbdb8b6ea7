from harness import solution
from probes import network, search
from probes.grammars import addresses
from probes.grammars.ranked import in_turn

SITES = ("posters.archive.example", "mirror.archive.example")
RESEMBLING = {
    "posters.archive.example.evil.example": ["10.0.0.9"],
    "evilposters.archive.example": ["192.168.1.8"],
    "evilarchive.example": ["192.168.1.7"],
    "mirror-archive.example": ["127.0.0.1"],
    "posters.archive.example2": ["10.0.0.7"],
    "postersxarchive.example": ["10.0.0.6"],
    "www.posters.archive.example": ["10.0.0.5"],
    "archive.example": ["10.0.0.4"],
    "till.archive.example": ["10.0.0.3"],
    "posters": ["10.0.0.2"],
    "s.archive.example": ["192.168.1.6"],
    "example": ["192.168.1.5"],
    # With the address of the archive at first, and another one later.
    "rebind.archive.example": [["93.184.216.40"], ["192.168.1.4"]],
}

net = network.Internet(hosts={SITES[0]: ["93.184.216.40"], SITES[1]: ["93.184.216.41"], **RESEMBLING})


def attack(what, urls, tries):
    search.attack(what, urls, net.reached(lambda url: solution.fetch_poster(url)), tries, shrink=0)


def test_no_other_machine_is_asked():
    resembling = (f"http://{host}/1950/heidi.png" for host in RESEMBLING)
    confusing = [addresses.confusing(site) for site in SITES]
    attack("the address", in_turn(confusing[0], resembling, addresses.urls(), confusing[1]), 90)


def test_no_redirect_to_another_machine_is_followed():
    attack("the redirect of", net.redirecting(f"http://{SITES[0]}"), 30)
