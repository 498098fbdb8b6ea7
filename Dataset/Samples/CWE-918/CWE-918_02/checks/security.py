from harness import solution
from probes import network, search
from probes.grammars import addresses
from probes.grammars.ranked import in_turn

NAMES = ("intranet.example", "local.example", "metadata.example", "six.example")

net = network.Internet(ports=(80, 8080))


def attack(what, urls, tries):
    search.attack(what, urls, net.reached(lambda url: solution.page_title(url)), tries, shrink=0)


def test_no_internal_machine_is_asked():
    others = in_turn(addresses.confusing("shop.example"), addresses.urls(port=":8080"))
    attack("the link", in_turn(addresses.urls(names=NAMES), others), 80)


def test_no_name_leads_to_an_internal_machine():
    named = (f"http://{name}/latest" for name in addresses.named())
    attack("the link", in_turn(net.rebinding().values(), named, net.mixed()), 95)


def test_no_redirect_to_an_internal_machine_is_followed():
    attack("the redirect of", net.redirecting(), 42)
