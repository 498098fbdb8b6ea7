import itertools

from harness import attempt, solution, web_client
from probes import html, search
from probes.grammars import markup

#: A page is parsed after each member, so a list does not grow longer than this.
MOST_MEMBERS = 8


def attack(what, candidates, request, tries):
    """`request(client, candidate)` gives the page that a visitor sees. One that fails must not hide the next attack."""
    uses = {}

    def page(candidate):
        if uses.get("count", MOST_MEMBERS) >= MOST_MEMBERS:
            uses.update(client=web_client(solution.create_app()), count=0)
        uses["count"] += 1
        outcome = attempt(request, uses["client"], candidate)
        if not outcome.returned or outcome.value.status_code != 200:
            uses["count"] = MOST_MEMBERS
        return outcome.value

    search.attack(what, candidates, html.becomes_code(page), tries)


def with_member(client, name="Eve", instrument="lute", website=""):
    """The page with a new member."""
    client.post("/members", data={"name": name, "instrument": instrument, "website": website})
    return client.get("/")


def test_a_website_is_an_address_only():
    attack("the website", markup.urls("https://ada.example/"), lambda client, url: with_member(client, website=url), 44)


def test_name_and_instrument_bring_no_markup():
    attack("the name", markup.texts(), lambda client, text: with_member(client, text, text), 24)


def test_the_name_of_a_link_brings_no_markup():
    def look(client, text):
        return with_member(client, text, website="https://ada.example/")

    attack("the name", markup.texts(), look, 16)


def test_the_parameter_brings_no_markup():
    def look(client, parameters):
        return client.get("/", query_string=dict(zip(("instrument", "x"), parameters)))

    # A page that is itself a template runs what stands in braces.
    template = ("{{ request.args.x|safe }}", "<img src=x onerror=MARK()>")
    attack("the parameters", itertools.chain([template], ((text, "") for text in markup.texts())), look, 24)


def test_two_fields_together_bring_no_markup():
    def look(client, fields):
        first, second = fields
        return with_member(client, second, second, f"https://ada.example/{first}")

    attack("the fields", markup.pairs(("name", "instrument", "website", "members")), look, 24)
