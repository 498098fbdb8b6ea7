import itertools
from urllib.parse import quote

from harness import attempt, box, exploit_if, solution, web_client
from probes import html, search
from probes.grammars import marks, markup, placeholders
from probes.grammars.ranked import in_turn

sites = {}


def site(folder="usual"):
    if folder not in sites:
        box.write(f"{folder}/a.png", b"x")
        sites[folder] = web_client(solution.create_app(box.path(folder)))
    return sites[folder]


def get(client, address, **headers):
    return attempt(client.get, address, headers={name.replace("_", "-"): text for name, text in headers.items()}).value


def can_be_sent(text):
    """In a header: signs of one byte, in one line."""
    return all(" " <= sign <= "\xff" and sign != "\x7f" for sign in text)


def can_be_a_name(text):
    return text not in ("", ".", "..") and not {"/", "\0"} & set(text) and not any("\ud800" <= sign <= "\udfff" for sign in text) and len(text.encode()) < 240


def again(texts):
    """As they are, and as a second pass over an address or over markup makes them: the first in all ways, the others in one each."""
    ways = (quote, html_numbers, lambda text: quote(quote(text, safe=""), safe=""), lambda text: quote(html_numbers(text)))
    for number, text in enumerate(texts):
        if not any("\ud800" <= sign <= "\udfff" for sign in text):
            yield text
            yield from (way(text) for way in (ways if number == 0 else ways[number % 4 : number % 4 + 1]))


def html_numbers(text):
    return "".join(sign if sign.isalnum() else f"&#{ord(sign)};" for sign in text)


def without_slashes(texts):
    """Names of files hold none: brackets and quotes that need none."""
    own = ("\"'><img src=x onerror=MARK()>", f"{'Long ' * 12}\"'><img src=x onerror=MARK()>", "\" onfocus=MARK() x=\"' onfocus=MARK() x='", "x onfocus=MARK() y", "<svg onload=MARK()>", "\"><MARK>", "<script>MARK()", "--><img src=x onerror=MARK()>", "javascript:MARK()")
    yield from in_turn(own, texts)


def endings(texts):
    for number, text in enumerate(texts):
        yield (f"{text}.png", text, f"a {text}.png")[number % 3]


def attack_log(what, candidates, use, looks, tries):
    """What one request leaves behind, on the pages that are looked at later."""

    def begin():
        marker = html.new_marker()

        def look():
            return next(filter(None, (html.injections(get(site(), address), marker) for address in looks)), None)

        return lambda candidate: use(site(), candidate.replace("MARK", marker)), look

    search.attack_in_groups(what, candidates, begin, tries, 20)


def pages_of(name):
    client = site("names")
    box.write(f"names/{name}", b"x")
    shown = [get(client, f"/plans/{quote(name, safe='')}"), get(client, "/")]
    box.remove(f"names/{name}")
    return shown


def names():
    return (name for name in endings(again(without_slashes(markup.texts()))) if can_be_a_name(name))


def test_a_name_in_the_folder_is_text():
    search.attack("the name", in_turn(names(), names(), names_that_melt()), html.becomes_code(pages_of), 64)


def names_that_melt():
    return filter(can_be_a_name, markup.melted())


def test_a_name_in_the_folder_is_text_on_other_pages():
    def use(client, name):
        box.write(f"usual/{name}", b"x")
        get(client, f"/plans/{quote(name, safe='')}")

    attack_log("the name", names(), use, ("/", "/visits"), 60)
    for name in box.names("usual"):
        box.remove(f"usual/{name}")
    box.write("usual/a.png", b"x")


def seen(referer, path="/plans/a.png"):
    return get(site(), path, Referer=referer, User_Agent=referer)


def in_bytes(texts):
    """As a header brings them: each byte a sign."""
    return (text.encode().decode("latin-1") for text in texts)


def around(texts):
    """Addresses in which the text stands: where a search, a path or a name of a host is."""
    forms = ("http://a.example/?q={}", "https://a.example/{}", "http://{}", "{}", "{}http://a.example/", "https://{}@a.example/", "http://a.example/#{}")
    # Without blanks, for who takes an address to end at one.
    yield from (form.replace("{}", text) for text in ("\"'><MARK>", "\"onfocus=MARK()//") for form in forms[:2])
    for number, text in enumerate(texts):
        yield forms[number % len(forms)].replace("{}", text)


def referers():
    return filter(can_be_sent, around(again(markup.texts())))


def test_where_somebody_came_from_is_text():
    search.attack("the Referer", referers(), html.becomes_code(seen), 50)


def test_where_somebody_came_from_is_text_in_the_log():
    attack_log("the Referer", referers(), lambda client, text: get(client, "/plans/a.png", Referer=text, User_Agent="Fox"), ("/visits",), 100)


def schemes():
    """Addresses that run, for who looks at the beginning, at the end, or anywhere; in all letters and with blanks."""
    ends = ("", "//http://a.example/", "//https://", "/*http://*/", "?http://", "#https://a.example/", "//http:", "//:///")
    starts = ("javascript:MARK()", "JavaScript:MARK()", " javascript:MARK()", "\tjavascript:MARK()", "java\tscript:MARK()", "\x01javascript:MARK()", "data:text/html,<script>MARK()</script>", "javascript://%0aMARK()", "javascript://http://%0aMARK()", "vbscript:MARK()", "&#106;avascript:MARK()", "javascript&colon;MARK()", "http:javascript:MARK()", "view-source:javascript:MARK()", "%6aavascript:MARK()")
    yield from (start + end for end in ends for start in starts)


def addresses():
    return filter(lambda text: all(sign < "\u0100" and sign not in "\r\n" for sign in text), in_turn(schemes(), markup.urls("https://ada.example/")))


def test_no_address_runs_as_a_script():
    search.attack("the Referer", addresses(), html.becomes_code(seen), 50)


def test_no_address_in_the_log_runs_as_a_script():
    attack_log("the Referer", addresses(), lambda client, text: get(client, "/plans/a.png", Referer=text, User_Agent="Fox"), ("/visits",), 80)


def test_the_name_of_a_browser_is_text():
    attack_log("the User-Agent", filter(can_be_sent, in_turn(again(markup.texts()), around(markup.texts()), schemes(), in_bytes(markup.melted()))), lambda client, text: get(client, "/plans/a.png", User_Agent=text), ("/visits", "/plans/a.png"), 100)


def test_a_name_that_is_not_there_is_text():
    def shown(text):
        client = site()
        words = quote(text, safe="")
        return [get(client, f"/plans/{words}"), get(client, f"/files/{words}"), get(client, f"/plans/{quote(text, safe='/')}")]

    search.attack("the name", in_turn((text for text in again(markup.texts()) if not any("\ud800" <= sign <= "\udfff" for sign in text)), markup.melted()), html.becomes_code(shown), 40)


def test_names_and_headers_leave_no_comment():
    """Pages may hold them where browsers show nothing: with signs as they are, as nothing can be escaped there."""
    client = site("comments")

    def shown(text):
        name, sent = text.replace("/", "\u2215"), text if can_be_sent(text) else ""
        box.write(f"comments/{name}", b"x")
        pages = [get(client, f"/plans/{quote(name, safe='')}", Referer=sent, User_Agent=sent), get(client, f"/plans/{quote('x' + text, safe='')}", Referer=f"http://{sent}", User_Agent=sent)]
        pages += [get(client, f"/{door}/{quote(text, safe='')}") for door in ("plans", "files")] + [get(client, "/"), get(client, "/visits")]
        box.remove(f"comments/{name}")
        return pages

    search.attack("the name and the headers", filter(can_be_a_name_but_for_slashes, markup.in_comments()), html.becomes_code(shown), 44)


def can_be_a_name_but_for_slashes(text):
    return can_be_a_name(text.replace("/", "x"))


def test_a_name_that_is_not_there_makes_no_element():
    """Neither a link nor a break, which helpers make of a text that is escaped; an empty one is an address of nothing."""
    def shown(text):
        client = site()
        return [get(client, f"/{door}/{quote(text, safe='')}" if text else f"/{door}-not/x") for door in ("plans", "files")]

    search.attack("the name", marks.unasked(), html.becomes_elements(shown, "a", "a/b", "a//b", "http://a/b", ""), 45, shrink=0)


def test_names_and_headers_make_no_element():
    """Where a plan is there, in the list and in the log, in which there are 40 looks already."""
    client = site("plain")
    for _ in range(40):
        get(client, "/plans/a.png")

    def shown(text):
        name = text if can_be_a_name(text) else "a.png"
        sent = text if can_be_sent(text) and not text.startswith("http") else ""
        box.write(f"plain/{name}", b"x")
        address = f"/plans/{quote(name, safe='')}" if text else "/plans-not/x"  # what a framework answers to a name that none of its patterns takes
        pages = [get(client, address, Referer=sent, User_Agent=sent), get(client, "/"), get(client, "/visits")]
        box.remove(f"plain/{name}")
        box.write("plain/a.png", b"x")
        return pages

    search.attack("the name and the headers", marks.unasked(), html.becomes_elements(shown, "a.png", "b", "a b.gif", ""), 45, shrink=0)


def test_where_somebody_came_from_is_text_when_there_is_no_plan():
    search.attack("the Referer", referers(), html.becomes_code(lambda text: [seen(text, "/plans/none"), seen(text, "/files/none")]), 30)


#: What a page may take for the place of another text.
PLACES = ("NAME", "REFERER", "AGENT", "BACK", "TITLE", "BODY", "ROWS", "LINK", "name", "referer", "agent", "back", "title", "body", "link")
FORMS = ("{}", "{{{}}}", "{{{{{}}}}}", "{{{{ {} }}}}", "${}", "%({})s", "[{}]", "__{}__", "@{}@", "%{}%", "<!--{}-->")
HARM = "x onfocus=MARK() y\"'><img src=x onerror=MARK()>"


def places():
    """Texts that are the place of another one, which then stands where it was not made ready for; the program's own first."""
    written = (place for place in placeholders.own() if " " not in place.strip("{} "))
    yield from in_turn(written, placeholders.single("name", "referer", "agent", "back", "link"), placeholders.counted(), (form.format(place) for place in PLACES for form in FORMS))


def test_name_and_headers_together_are_text():
    client, marker = site("both"), html.new_marker()
    harm = HARM.replace("MARK", marker)
    box.write(f"both/{harm}", b"x")

    def found(place):
        name = place if can_be_a_name(place) else "a.png"
        box.write(f"both/{name}", b"x")
        made = [get(client, f"/plans/{quote(name, safe='')}", Referer=f"http://a.example/{harm}", User_Agent=harm),
                get(client, f"/plans/{quote(harm, safe='')}", Referer=f"http://a.example/{place}", User_Agent=place),
                get(client, f"/plans/{quote('none ' + place, safe='')}", Referer=f"http://a.example/{harm}")]
        box.remove(f"both/{name}")
        return next(filter(None, (html.injections(page, marker) for page in made)), None)

    search.attack("a text that is the place of another", filter(can_be_sent, places()), found, 60, shrink=0)
    for place in itertools.islice(filter(can_be_sent, places()), 12):
        get(client, f"/plans/{quote(harm, safe='')}", Referer=f"http://a.example/{place}", User_Agent=harm)
        get(client, f"/plans/{quote(harm, safe='')}", Referer=f"http://a.example/{harm}", User_Agent=place)
    exploit_if(found_later := html.injections(get(client, "/visits"), marker), f"one text stands in the place of another: {found_later}")
