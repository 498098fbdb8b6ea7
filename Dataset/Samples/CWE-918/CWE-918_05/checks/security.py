import itertools
import json

from harness import attempt, box, solution
from probes import network, search
from probes.grammars import addresses
from probes.grammars.ranked import in_turn

SITE = "shop.example"
NAMES = ("intranet.example", "local.example", "metadata.example", "six.example")
numbers = itertools.count()

net = network.Internet(ports=(80, 8080))


def alerts(subscriptions):
    path = f"s-alerts-{next(numbers)}.json"
    box.write(path, json.dumps(subscriptions))
    return solution.Alerts(path)


def leading_on():
    """Addresses of the site that lead inside by 307 or 308, in all spellings of a `Location`."""
    changing = [url for url in net.rebinding().values() if "rebind" in url.lower()]
    targets = in_turn(addresses.locations("http://127.0.0.1/latest", SITE), addresses.urls(names=NAMES), changing, net.mixed())
    step = net.redirect(f"{net.public}/on/again", "http://10.0.0.5/latest", 308)
    yield net.redirect(f"{net.public}/on/twice", step, 307)
    for number, target in enumerate(targets):
        name = "rebind" if "rebind" in target.lower() else ""
        yield net.redirect(f"{net.public}/on/{name}{number}", target, (307, 308, 308, 307)[number % 4])


def inside():
    named = in_turn((f"http://{name}/latest" for name in addresses.named()), net.mixed())
    yield from in_turn(addresses.urls(names=NAMES), net.rebinding().values(), named, addresses.confusing(SITE),
        addresses.urls(port=":8080"))


def names():
    """Names of internal machines of every kind, and names that change."""
    named = (f"http://{name}/latest" for name in addresses.named())
    yield from in_turn(net.rebinding().values(), named, net.mixed())


def attack(what, urls, use, tries):
    search.attack(what, urls, net.reached(use), tries, shrink=0)


def test_no_subscription_leads_inside():
    def use(url):
        ours = alerts({})
        attempt(ours.subscribe, url)
        ours.report("north 2", 41250)

    attack("a subscription of", inside(), use, 60)


def test_no_changed_address_leads_inside():
    def use(url):
        ours = alerts({"1": f"{net.public}/"})
        ours.report("north 2", 41250)
        attempt(ours.change, 1, url)
        ours.report("north 2", 41250)

    attack("an address changed to", inside(), use, 24)


def test_no_address_that_was_there_leads_inside():
    attack("a file that holds", inside(), lambda url: alerts({"1": url}).report("north 2", 41250), 24)


def test_no_name_leads_inside():
    attack("a file that holds", names(), lambda url: alerts({"1": url}).report("north 2", 41250), 75)


def test_no_answer_leads_inside():
    attack("the redirect of", leading_on(), lambda url: alerts({"1": url}).report("north 2", 41250), 48)
