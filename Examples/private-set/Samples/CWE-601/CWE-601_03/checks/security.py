import re

from harness import attempt, solution, web_client
from probes import search

EVIL = "owls.example"


def foreign_host(location):
    """The host that a browser goes to from http://localhost, if it is the attacker's."""
    location = re.sub(r"[\t\r\n]", "", location).strip("".join(map(chr, range(33))))
    found = re.match(r"(?i)(?:https?:[/\\]+|https:|[/\\]{2,})([^/\\?#]*)", location)
    if not found:
        return None
    host = re.sub(r":[0-9]*$", "", found[1].rpartition("@")[2]).lower()
    return host if host == EVIL or host.endswith("." + EVIL) else None


def landed(**more):
    client = web_client(solution.create_app({"en": "Welcome", "de": "Willkommen"}))
    answer = attempt(client.get, "/language/de", **more).value
    if answer is None or not 300 <= answer.status_code < 400:
        return None
    location = answer.headers.get("Location") or ""
    host = foreign_host(location)
    return f"the browser goes to {host}, by {location!r}" if host else None


def by_parameter(value):
    return landed(query_string={"back": value})


def by_header(value):
    return landed(headers={"Referer": value})


def by_header_with_an_empty_parameter(value):
    return landed(query_string={"back": ""}, headers={"Referer": value})


def values():
    """Values for both doors, without tabs and line breaks, which no header holds."""
    yield f"http://{EVIL}/birds"
    yield f"//{EVIL}/birds"
    for slashes in ("//", "///", "////", "/\\", "\\\\", "\\/", "/\\/", "/./", "//\\"):
        for before in ("", "http://localhost", "https://localhost", "//localhost"):
            yield f"{before}{slashes}{EVIL}/birds"
            yield f"{before}{slashes}{EVIL}?page=2"
    for host in (f"localhost@{EVIL}", f"localhost.{EVIL}", f"localhost:80@{EVIL}", f"{EVIL}\\@localhost", f"{EVIL}/@localhost"):
        yield f"http://{host}/birds"
        yield f"https://{host}/birds"
        yield f"//{host}/birds"


def values_with_breaks():
    for gap in ("\t", "\n", "\r\n", "\t\t"):
        for before in ("", "http://localhost", "https://localhost"):
            yield f"{before}/{gap}/{EVIL}/birds"
            yield f"{before}{gap}//{EVIL}/birds"
            yield f"{before}/{gap}//{EVIL}/birds"
            yield f"{before}//{gap}{EVIL}/birds"
            yield f"{before}/{gap}///{EVIL}/birds"
            yield f"{before}/{gap}\\{EVIL}/birds"


def test_another_host_by_the_parameter():
    search.attack("back", values(), by_parameter)


def test_another_host_by_the_parameter_with_breaks():
    search.attack("back", values_with_breaks(), by_parameter)


def test_another_host_by_the_header():
    search.attack("Referer", values(), by_header)


def test_another_host_by_the_header_beside_an_empty_parameter():
    search.attack("Referer", values(), by_header_with_an_empty_parameter)
