import re

from harness import attempt, solution
from probes import search

SHOPS = ["tickets.example", "*.boxoffice.example"]
EVIL = "seeds.example"


def browsers_host(address):
    """The host to which a browser goes, from a page of https://festival.example."""
    address = address.strip("".join(map(chr, range(33))))
    address = re.sub(r"[\t\r\n]", "", address)
    found = re.match(r"(?i)(?:https?:[/\\]+|http:|[/\\]{2,})([^/\\?#]*)", address)
    if not found:
        return None
    return re.sub(r":[0-9]*$", "", found[1].rpartition("@")[2]).lower()


def is_shop(host):
    return host == "tickets.example" or host.endswith(".boxoffice.example")


def led_astray(address):
    sent = attempt(solution.way_to_shop, address, list(SHOPS)).value
    host = browsers_host(sent) if isinstance(sent, str) else None
    # A host of the attacker's: one with a name that could be registered.
    if host and re.fullmatch(r"[a-z0-9.-]+", host) and not is_shop(host) and host != "boxoffice.example":
        return f"{sent!r} leads to {host}"
    return None


def test_names_that_look_like_a_shop():
    hosts = [
        "cheapboxoffice.example",
        "cheap-boxoffice.example",
        "a.cheapboxoffice.example",
        "cheaptickets.example",
        "cheap-tickets.example",
        f"tickets.example.{EVIL}",
        f"harbour.boxoffice.example.{EVIL}",
        "tickets-example.test",
        "ticketsxexample",
        "harbour.boxofficexexample",
        "harbourxboxoffice.example",
        "tickets.examples",
    ]
    search.attack(
        "address",
        (f"{scheme}://{host}{rest}" for host in hosts for scheme in ("https", "http") for rest in ("/hamlet", "", ":8080/")),
        led_astray,
    )


def test_the_name_of_a_shop_where_a_browser_sees_no_host():
    names = ["tickets.example", "harbour.boxoffice.example"]
    shapes = [
        "https://{name}@{evil}/",
        "https://{name}:443@{evil}/",
        "https://{name}:pw@{evil}:443/",
        "https://x@{name}@{evil}/",
        "https://{evil}/{name}",
        "https://{evil}/@{name}",
        "https://{evil}/.{name}",
        "https://{evil}?{name}",
        "https://{evil}?@{name}/",
        "https://{evil}?.{name}",
        "https://{evil}#{name}",
        "https://{evil}#@{name}/",
        "https://{evil}#.{name}",
        "https://{evil}/https://{name}/",
        "https://{evil}/?to=https://{name}",
        "https://{evil}:443/://{name}",
        "https://{evil}\\@{name}/",
        "https://{evil}\\@{name}",
        "https://{evil}\\\\@{name}/",
        "https://{evil}:443\\@{name}:443/hamlet",
        "https://x@{evil}\\@{name}/",
        "https://{evil}\\.{name}/",
        "https://{evil}\\{name}",
        "https:\\\\{evil}\\@{name}/",
        "https:/\\{evil}\\@{name}/",
        "https://{evil}\t\\@{name}/",
        "https://{evil}\\\t@{name}/",
        "https://{evil}/\n@{name}/",
        "https://{evil}\r\n\\.{name}/",
        "ht\ttps://{evil}\\@{name}/",
        " https://{evil}\\@{name}/",
        "https:///{evil}/@{name}/",
        "https:///\\{evil}\\@{name}/",
    ]
    search.attack("address", (shape.format(name=name, evil=EVIL) for shape in shapes for name in names), led_astray)
