import itertools

from harness import attempt, solution, web_client
from probes import constants, html, search
from probes.grammars import echoes, markup, placeholders
from probes.grammars.ranked import in_turn

sites = {}


def site(name):
    """An application, and how many riddles it was sent: a new one after 5, so that its list stays short."""
    made, used = sites.get(name, (None, 5))
    if used >= 5:
        made, used = web_client(solution.create_app()), 0
    sites[name] = (made, used + 1)
    return made


def told(name, *riddles):
    """What is answered to them, their pages, and the list."""
    client, pages = site(name), []
    for title, text in riddles:
        answer = attempt(client.post, "/riddles", data={"title": title, "text": text}).value
        where = answer.headers.get("Location") if answer is not None else None
        pages.append(attempt(client.get, where).value if where else answer)
    return [page for page in (*pages, attempt(client.get, "/").value) if page is not None]


def can_be_sent(text):
    return isinstance(text, tuple) or not any("\ud800" <= sign <= "\udfff" for sign in text)


#: A template may run what stands in it.
TEMPLATES = ("{{ '<img src=x onerror=MARK()>'|safe }}", "{{ '\\x3cimg src=x onerror=MARK()>' }}", "{% autoescape false %}{{ '<img src=x onerror=MARK()>' }}{% endautoescape %}", "{{ ('<svg onload=MARK()>')|safe }}", "{% raw %}<img src=x onerror=MARK()>{% endraw %}", "%(x)s<svg onload=MARK()>")
#: For who takes something out, decodes it once more, or makes signs others.
SPELLED = (
    "&lt;br&gt;<svg onload=MARK()>", "&amp;<svg onload=MARK()>", "&lt;img src=x onerror=MARK()&gt;", "&amp;lt;img src=x onerror=MARK()&amp;gt;", "&#60;img src=x onerror=MARK()&#62;", "%3Cimg src=x onerror=MARK()%3E", "\uff1cimg src=x onerror=MARK()\uff1e", "<<b>img src=x onerror=MARK()>", "<im<b>g src=x onerror=MARK()>", "<img src=x onerror=MARK() ", "<img/src=x/onerror=MARK()>", "<\nimg src=x onerror=MARK()>", "<img\nsrc=x\nonerror=MARK()>",
    "&quot; onfocus=MARK() x=&quot;", "&#34; onfocus=MARK() x=&#34;", "\" onfocus=MARK() x=\"", "' onfocus=MARK() x='", "\" autofocus onfocus=\"MARK()", "</title><svg onload=MARK()>", "</p><svg onload=MARK()>", "<br onclick=MARK()>", "<br><svg onload=MARK()>", "<br/onclick=MARK()>", "<BR onclick=MARK()>", "\\u003csvg onload=MARK()\\u003e", "\\x3csvg onload=MARK()>", "<scr<script>ipt>MARK()</scr</script>ipt>", "<svg><script>MARK()</script></svg>", "\\\" onfocus=MARK() x=\\\"", "]]><svg onload=MARK()>", "--><svg onload=MARK()>", "\u3008svg onload=MARK()>", "<s\u0000vg onload=MARK()>", "\u2039svg onload=MARK()\u203a", "<\u017fcript>MARK()</\u017fcript>",
)


def whole():
    yield from in_turn(markup.texts(), SPELLED, TEMPLATES, markup.melted())


def broken():
    """With line breaks, and so long that it goes over the 40th letter, or stands behind it."""
    parts = itertools.chain.from_iterable(zip(whole(), whole()))
    shapes = itertools.cycle((lambda text: text, lambda text: f"one\r\n{text}\r\ntwo", lambda text: "x" * 34 + text, lambda text: text.replace(" ", "\r\n"), lambda text: "x" * 41 + text, lambda text: text.replace(" ", "\n"), lambda text: f"{text}\r", lambda text: "&" * 39 + text, lambda text: f"{text}\n\n{text}", lambda text: "\"" * 38 + text, lambda text: text[:1] + "\r\n" + text[1:]))
    for text in parts:
        yield next(shapes)(text)


def attack(what, candidates, render, tries):
    search.attack(what, filter(can_be_sent, candidates), html.becomes_code(render), tries, shrink=0)


def test_a_title_and_a_text_are_text():
    """The same for both; a title that is too long for a riddle is one letter."""
    attack("title and text", whole(), lambda text: told("whole", (text if len(text) <= 60 else "x", text)), 66)


def test_what_is_no_riddle_is_text():
    """Its title is too long, or it has none, or no text."""
    turns = itertools.count()

    def render(text):
        turn = next(turns) % 3
        return told("refused", ("" if turn == 2 else text + "x" * 61, "" if turn == 1 else text))[:1]

    attack("title and text", whole(), render, 24)


def test_a_text_is_text_wherever_it_is_broken_or_cut():
    attack("the text", broken(), lambda text: told("cut", ("x", text)), 46)


def test_title_and_text_are_text_together():
    """One opens what the other ends, or is the place of it."""
    harm = "x onfocus=MARK() y\"'><img src=x onerror=MARK()>"
    words = in_turn(placeholders.single("title", "text"), placeholders.counted(), ("{title}", "{text}", "{{ text }}", "{{ title }}", "$text", "%(text)s", "TITLE", "TEXT", "{0}", "{1}", "{beginning}", "%s"))
    cut = (("x", "x" * place + f"{sign} onfocus=MARK() {more}") for place in (39, 38, 40) for sign, more in (("\"", "x=\""), ("'", "'"), ("<", ">"), ("&quot;", ""), ("\\\"", "")))
    split = ((f"{first}", f"{second}") for first, second in (("<img src=\"", "\" onerror=MARK() x=\""), ("<!--", "--><svg onload=MARK()>"), ("x<svg", "y onload=MARK()>"), ("<b x='", "' onfocus=MARK() '>"), ("\\", "\" onfocus=MARK() x=\""), ("<title>", "</title><svg onload=MARK()>")))
    fields = (both for word in words for both in ((word, harm), (harm[:60], word)))
    attack("title and text", in_turn(fields, markup.pairs(("title", "text")), fields, cut, split), lambda both: told("both", both), 60)


def test_two_riddles_are_text_together():
    """The first opens what the second ends: where it is cut, and in the title."""
    ends = ("\"", "'", "<", "&", "&#3", "&quot", "&lt", "\\", "<!--", "<a title='", "<img src=\"")
    goes_on = (" onfocus=MARK() x=\"", "4; onfocus=MARK() x=", "<svg onload=MARK()>", "' onfocus=MARK() x='", "; onfocus=MARK()", "svg onload=MARK()>", "lt;svg onload=MARK()&gt;")
    rows = ((after, before) for after in goes_on for before in ends)
    def render(both):
        after, before = both
        return told("two", (after[:60], after), (before, "x" * (40 - len(before)) + before + after))

    attack("a riddle, and one behind it", rows, render, 21)


#: Elements that run nothing: each is an element all the same.
PLAIN = ("<b>x</b>", "<i>x", "</h1><h2>x", "<hr>", "<a href=/x>x</a>", "<p>x", "<br>", "<br/>", "&lt;b&gt;x", "<B>x</B>", "<x-y>z</x-y>", "</p><p>", "<input>", "<span title=y>x", "<em >x</em>", "&lt;br&gt;", "[b]x[/b]", "<style>x</style>", "<!-- x -->")


def elements(title, text):
    client = web_client(solution.create_app())
    pages = [attempt(client.post, "/riddles", data={"title": title, "text": text}).value, attempt(client.get, "/riddles/1").value, attempt(client.get, "/").value]
    return [[(one.tag, sorted(one.attributes)) for one in html.Page(page).elements] if page is not None and page.status_code == 200 else None for page in pages]


def test_no_element_comes_from_what_is_typed():
    usual = elements("x", "y")

    def found(both):
        made = elements(*both)
        return next((f"elements {now}" for now, before in zip(made, usual) if now is not None and now != before and before is not None), None)

    both = (one for number, text in enumerate(PLAIN) for one in ([(text, "y"), ("x", text)][number % 2], (text, text)) if number < 6 or one[0] != one[1])
    search.attack("title and text", both, found, 24, shrink=0)


#: Signs that nobody types, with which a program keeps the place of something; none is a line break to anybody.
ASIDE = ("\ue000", "\x00", "\x01", "\x02", "\x03", "\x1a", "\x7f", "\ufffd", "\ufffc", "\uffff", "\ufdd0", "\uf8ff", "\U000f0000", "\U0010ffff", "\u2424", "\u21b5", "\xb6", "\xa7", "\x1f", "\x08", "\x1b", "\ufeff", "|", "||", "\\n", "\\r\\n", "//", "%0A", "%0D%0A", "&#10;", "&#13;&#10;", "&NewLine;", "[br]", "{br}", "__BR__", "@@", "~~", "<nl>", "\t", "\ue001", "\u200b", "\xad", "\u2060", "\x04", "\x05", "\x06", "\x07", "\x0e", "\x0f", "\x10")


def signs():
    """All at once, then the few in which the solution's own texts are written, and one by one."""
    lines = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
    own = [text for text in constants.strings() if 0 < len(text) <= 12 and not set(lines) & set(text) and not text.isspace() and not text.isalnum()]
    few = [text for text in own if not all(" " < sign < "\x7f" for sign in text)]
    groups = [ASIDE[:8], ASIDE[8:16], ASIDE[16:24], ASIDE[24:36], ASIDE[36:]]
    yield from (f"a{text}b" for text in few)
    yield from ("".join(f"a{sign}b" for sign in group) for group in groups)
    yield from (f"a{text}b" for text in own)


def test_no_sign_is_the_place_of_an_element():
    """Where nobody breaks a line, a sign that a program takes for its own mark makes no `<br>`."""
    usual = elements("x", "y")

    def found(sign):
        made = elements(sign if len(sign) <= 60 else "x", sign)
        return next((f"elements {now}" for now, before in zip(made, usual) if now is not None and now != before and before is not None), None)

    search.attack("title and text", dict.fromkeys(signs()), found, 30, shrink=0)


def shape(page):
    return [(one.tag, sorted(one.attributes)) for one in html.Page(page).elements]


def test_what_a_page_has_shown_is_text_when_it_is_typed():
    """In the application that has shown it, and in another one; as a title, as a text, and as a line of one."""
    client, other = web_client(solution.create_app()), web_client(solution.create_app())
    told = []
    for title, text in (("x", "y"), ("Win & \"a\"", "one\r\n\r\n<i>two</i>")):
        answer = attempt(client.post, "/riddles", data={"title": title, "text": text}).value
        told += [attempt(client.get, where).value for where in ("/riddles/1", "/riddles/2", "/", answer and answer.headers.get("Location")) if where]
    refused = attempt(client.post, "/riddles", data={"title": "", "text": "x"}).value
    pages = [html.Page(page).source for page in (*told, refused) if page is not None]
    seen = [one.replace("\r", " ").replace("\n", " ") for one in in_turn(*(echoes.of(page) for page in pages[::-1])) if one.strip()]
    usual = {}

    def sent(to, title, text):
        """The shapes of its page, and how much longer the list has become."""
        before = shape(attempt(to.get, "/").value)
        answer = attempt(to.post, "/riddles", data={"title": title, "text": text}).value
        where = answer.headers.get("Location") if answer is not None else None
        if not where:
            return None
        page, after = attempt(to.get, where).value, attempt(to.get, "/").value
        if page is None or after is None or page.status_code != 200 or after.status_code != 200:
            return None
        return shape(page), sorted(set(map(str, shape(after)))), len(shape(after)) - len(before)

    for to in (client, other):
        sent(to, "u", "v")
        usual[to] = sent(to, "u", "w"), sent(to, "u", "v\r\nw")

    def found(echo):
        title = echo if len(echo) <= 60 else "x"
        to = other if len(echo) % 5 == 0 else client
        for text, like in ((echo, usual[to][0]), (f"{echo}\r\n{echo}", usual[to][1]))[: 1 + (len(echo) % 3 == 0)]:
            now = sent(to, title, text)
            if now is not None and like is not None and now != like:
                return f"elements {[one for one in now[0] if now[0].count(one) != like[0].count(one)] or now[1:]}"
        return None

    search.attack("title and text", seen, found, 26, shrink=0)
