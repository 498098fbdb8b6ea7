from harness import attempt, exploit_if, solution, web_client
from probes import html


def attack(context, request):
    """`request(client, payload)` gives the page that a visitor sees. A page that fails must not hide the next attack."""
    client = None
    for name in html.attacks(context, "x"):
        marker = html.new_marker()
        payload = html.attacks(context, marker)[name]
        client = client or web_client(solution.create_app())
        outcome = attempt(request, client, payload)
        found = html.injections(outcome.value, marker)
        exploit_if(found, f"{name}: {payload!r} brings {found}")
        if not outcome.returned or outcome.value.status_code != 200:
            client = None


def with_member(client, name="Eve", instrument="lute", website="", websites=()):
    """The page with a new member, or with several that differ in their websites."""
    for address in websites or (website,):
        client.post("/members", data={"name": name, "instrument": instrument, "website": address})
    return client.get("/")


def test_a_website_is_no_code():
    attack("url", lambda client, payload: with_member(client, website=payload))


def test_a_website_that_holds_an_address_is_no_code():
    ends = ("//https://ada.example/", "?https://ada.example/")
    attack("url", lambda client, payload: with_member(client, websites=[payload + end for end in ends]))


def test_a_website_brings_no_attribute():
    starts = ("https://ada.example/", "https://ada.example/ ")
    attack("attribute", lambda client, payload: with_member(client, websites=[start + payload for start in starts]))
    client, marker = web_client(solution.create_app()), html.new_marker()
    for name, field in html.placeholders("name", "instrument").items():
        if name.startswith("replaced"):
            code = f'" onfocus={marker}() autofocus x="'
            page = attempt(with_member, client, code, code, f"https://ada.example/{field}").value
            found = html.injections(page, marker)
            exploit_if(found, f"{name}: {code!r} brings {found}")


def test_a_name_brings_no_markup():
    attack("text", lambda client, payload: with_member(client, name=payload, website="https://ada.example/"))


def test_a_member_without_website_brings_no_markup():
    attack("text", lambda client, payload: with_member(client, name=payload, instrument=payload))


def test_the_parameter_brings_no_markup():
    attack("text", lambda client, payload: client.get("/", query_string={"instrument": payload}))
    # A page that is itself a template runs what stands in braces.
    client, marker = web_client(solution.create_app()), html.new_marker()
    parameters = {"instrument": "{{ request.args.x|safe }}", "x": f"<img src=x onerror={marker}()>"}
    found = html.injections(attempt(client.get, "/", query_string=parameters).value, marker)
    exploit_if(found, f"the parameter is run as a template and brings {found}")
