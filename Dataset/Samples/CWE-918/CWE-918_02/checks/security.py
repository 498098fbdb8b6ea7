from harness import solution
from probes import network, search
from probes.grammars import addresses
from probes.grammars.ranked import in_turn

NAMES = ("intranet.example", "local.example", "metadata.example", "six.example")

net = network.Internet(ports=(80, 8080))


def attack(what, urls, tries):
    search.attack(what, urls, net.reached(lambda url: solution.page_title(url)), tries, shrink=0)


def test_no_internal_machine_is_asked():
    several = [url for name, url in net.rebinding().items() if "address is" in name]
    others = (*several, *addresses.urls(port=":8080"))
    attack("the link", in_turn(addresses.urls(names=NAMES), addresses.confusing("shop.example"), others), 90)


def test_no_redirect_to_an_internal_machine_is_followed():
    attack("the redirect of", net.redirecting(), 30)
