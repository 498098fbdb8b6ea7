import itertools
import re

from harness import attempt, solution, web_client
from probes import html, search
from probes.grammars import markup

#: A page is parsed after each member, so a list does not grow longer than this.
MOST_MEMBERS = 8


def attack(what, candidates, request, tries, shrink=24):
    """`request(client, candidate)` gives the pages that visitors see. One that fails must not hide the next attack."""
    uses = {}

    def page(candidate):
        if uses.get("count", MOST_MEMBERS) >= MOST_MEMBERS:
            uses.update(client=web_client(solution.create_app()), count=0)
        uses["count"] += 1
        outcome = attempt(request, uses["client"], candidate)
        pages = outcome.value if outcome.returned else []
        if not pages or pages[-1].status_code != 200:
            uses["count"] = MOST_MEMBERS
        return pages

    # No form brings half of a pair of surrogates.
    sent = (one for one in candidates if not re.search("[\ud800-\udfff]", "".join(one)))
    search.attack(what, sent, html.becomes_code(page), tries, shrink)


def with_member(client, name="Eve", instrument="lute", website=""):
    """What the new member sees, and the page with that member."""
    return [client.post("/members", data={"name": name, "instrument": instrument, "website": website}), client.get("/")]


def test_a_website_is_an_address_only():
    attack("the website", markup.urls("https://ada.example/"), lambda client, url: with_member(client, website=url), 44)


def test_only_http_becomes_a_link():
    clients = (web_client(solution.create_app()) for _ in itertools.count())
    names = ((f"Eve {number}.", client) for client in clients for number in range(MOST_MEMBERS))

    def link(website):
        name, client = next(names)
        client.post("/members", data={"name": name, "instrument": "lute", "website": website})
        page = html.Page(client.get("/"))
        links = [one.attributes.get("href", "") for one in page.find_all("a") if name in one.text]
        found = [href for href in links if html.scheme(href) not in ("http", "https")]
        return f"the name became a link to {found[0]!r}" if found else None

    addresses = markup.no_websites("https://ada.example/")
    search.attack("the website", addresses, lambda website: attempt(link, website).value, 32, shrink=0)


def test_a_field_that_comes_twice_brings_no_code():
    """A program may check the first and keep the last, or look into the address of the request before the form."""
    fields = {"name": "Eve", "instrument": "lute", "website": "https://ada.example/"}

    def send(client, candidate):
        name, harmful = candidate
        harmless = fields[name]
        seen = []
        for values in ([harmless, harmful], [harmful, harmless]):
            seen.append(client.post("/members", data=fields | {name: values}))
        for one, other in ((harmless, harmful), (harmful, harmless)):
            seen.append(client.post("/members", query_string={name: one}, data=fields | {name: other}))
        return [*seen, client.get("/")]

    texts = [("website", url) for url in itertools.islice(markup.urls("https://ada.example/"), 2)]
    attack("the fields", [*texts, ("name", next(iter(markup.texts())))], send, 3, shrink=0)


def test_the_list_of_an_instrument_brings_no_markup():
    def look(client, candidate):
        name, text, other = candidate
        for website in ("https://ada.example/", "")[: 1 if name == "website" else 2]:
            with_member(client, **{"website": website, name: text})
        queries = ("lute", ["lute", text], text)
        return [client.get("/", query_string={"instrument": query, "x": other}) for query in queries]

    texts = [("website", url, "") for url in itertools.islice(markup.urls("https://ada.example/"), 5)]
    texts += [(name, text, "") for name in ("name", "instrument") for text in itertools.islice(markup.texts(), 3)]
    # A page that holds a member as a template runs what stands in braces.
    template, payload = "{{request.args.x|safe}}", next(iter(markup.texts()))
    texts += [(name, template, payload) for name in ("name", "instrument")]
    texts.append(("website", f"https://ada.example/{template}", payload))
    attack("a member's", texts, look, 14, shrink=0)


def test_name_and_instrument_bring_no_markup():
    attack("the name", markup.texts(), lambda client, text: with_member(client, text, text), 24)


def test_the_name_of_a_link_brings_no_markup():
    def look(client, text):
        return with_member(client, text, website="https://ada.example/")

    attack("the name", markup.texts(), look, 16)


def test_the_parameter_brings_no_markup():
    def look(client, parameters):
        return [client.get("/", query_string=dict(zip(("instrument", "x"), parameters)))]

    # A page that is itself a template runs what stands in braces.
    template = ("{{ request.args.x|safe }}", "<img src=x onerror=MARK()>")
    attack("the parameters", itertools.chain([template], ((text, "") for text in markup.texts())), look, 24)


def test_two_fields_together_bring_no_markup():
    def look(client, fields):
        first, second = fields
        return with_member(client, second, second, f"https://ada.example/{first}")

    attack("the fields", markup.pairs(("name", "instrument", "website", "members")), look, 32)
