from harness import solution
from probes import network, search
from probes.grammars import addresses
from probes.grammars.ranked import in_turn

NAMES = ("intranet.example", "local.example", "metadata.example", "six.example")

net = network.Internet(ports=(80, 8080))


def attack(what, urls, tries):
    search.attack(what, urls, net.reached(lambda url: solution.page_title(url)), tries, shrink=0)


def test_no_internal_machine_is_asked():
    named = (f"http://{name}/latest" for name in addresses.named())
    others = (*net.rebinding().values(), *addresses.urls(port=":8080"))
    links = in_turn(addresses.urls(names=NAMES), addresses.confusing("shop.example"), others, named)
    attack("the link", links, 110)


def test_no_redirect_to_an_internal_machine_is_followed():
    attack("the redirect of", net.redirecting(), 30)
