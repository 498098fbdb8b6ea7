import re
from html.parser import HTMLParser

from harness import attempt, solution, web_client
from probes import search

EVIL = "seeds.example"
OURS = "localhost"

PLAIN = [
    f"//{EVIL}",
    f"//{EVIL}/login?tab=soil",
    f"https://{EVIL}/login",
    f"HTTP://{EVIL}/",
    f"//{OURS}@{EVIL}/plots",
    f"//{OURS}.{EVIL}/plots",
    f"https://{OURS}@{EVIL}/plots",
    f"///{EVIL}/login",
    f"////{EVIL}/login",
    f"/////{EVIL}/login",
]
DISGUISED = [
    f"/\t/{EVIL}/login",
    f"/\n/{EVIL}/login",
    f"/\r\n/{EVIL}/login",
    f"\t//{EVIL}/login",
    f" //{EVIL}/login",
    f"\x01//{EVIL}/login",
    f"/\\{EVIL}/login",
    f"\\\\{EVIL}/login",
    f"\\/{EVIL}/login",
    f"/\t\\{EVIL}/login",
    f"/\t//{EVIL}/login",
    f"/\t///{EVIL}/login",
    f"ht\ttps://{EVIL}/login",
    f"https:\\\\{EVIL}/login",
    f"https:/{EVIL}/login",
    f"https:///{EVIL}/login",
    f"/\t/{OURS}@{EVIL}/plots",
]


def foreign_host(location):
    """The host that a browser goes to from http://localhost, if it is not ours."""
    location = re.sub(r"[\t\r\n]", "", location).strip("".join(map(chr, range(33))))
    found = re.match(r"(?i)(?:https?:[/\\]+|https:|[/\\]{2,})([^/\\?#]*)", location)
    if not found:
        return None
    host = found[1].rpartition("@")[2].partition(":")[0].lower()
    return host if host == EVIL or host.endswith("." + EVIL) else None


def landed(answer):
    if answer is None or not 300 <= answer.status_code < 400:
        return None
    location = answer.headers.get("Location")
    host = foreign_host(location) if isinstance(location, str) else None
    return f"the browser goes to {host}, by {location!r}" if host else None


class Form(HTMLParser):
    next = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "input" and attributes.get("name") == "next":
            self.next = attributes.get("value") or ""


def field_next(answer):
    form = Form()
    form.feed(answer.get_data(as_text=True))
    return form.next


def browser():
    return web_client(solution.create_app({"ada": "beans"}))


def post(client, target, password="beans"):
    data = {"name": "ada", "password": password}
    if target is not None:
        data["next"] = target
    return attempt(client.post, "/login", data=data).value


def directly(target):
    return landed(post(browser(), target))


def by_a_link(target):
    client = browser()
    page = attempt(client.get, "/login", query_string={"next": target}).value
    if page is None:
        return None
    return landed(page) or landed(post(client, field_next(page)))


def after_a_typing_error(target):
    client = browser()
    page = post(client, target, "peas")
    if page is None:
        return None
    return landed(page) or landed(post(client, field_next(page)))


def test_another_host_by_a_link_to_the_form():
    search.attack("next", PLAIN, by_a_link)


def test_another_host_after_a_typing_error():
    search.attack("next", PLAIN, after_a_typing_error)


def test_another_host_in_disguise():
    search.attack("next", DISGUISED, directly)
