from harness import attempt, solution
from probes import html, naming, search
from probes.grammars import tagged
from probes.grammars.ranked import in_turn

ELEMENTS = ("b", "p", "br", "i", "em", "strong", "ul", "ol", "li", "a")
#: A program may give links attributes of its own, such as `rel`; nothing a seller can change.
OWN = ("rel", "target", "referrerpolicy")
ALLOWED = {name: ("href", *OWN) if name == "a" else () for name in ELEMENTS}
LINK = "https://ida.example/"
#: Where teasers end: within tags, references, addresses and words, and behind all of it.
LENGTHS = (1, 2, 3, 4, 6, 9, 12, 16, 20, 31, 45, 100, 400)


def becomes(render):
    """What a text brings into the page, as code or as markup that is not allowed."""
    code = html.becomes_code(render)

    def effect(candidate):
        made = render(candidate[0] if isinstance(candidate, tuple) else candidate)
        return code(candidate) or html.strangers(made, ALLOWED)

    return effect


def test_a_description_brings_only_what_is_allowed():
    search.attack("the description", tagged.documents(ELEMENTS, LINK), becomes(lambda text: attempt(solution.description, text).value), 560)


def teasers(text):
    """All teasers, one after the other; nothing of one may depend on another."""
    return [attempt(solution.teaser, text, letters).value or "" for letters in LENGTHS]


def test_a_teaser_brings_only_what_is_allowed():
    effect = lambda text: next(filter(None, (html.strangers(one, ALLOWED) for one in teasers(text.replace("MARK", naming.letters())))), [])
    search.attack("the teaser", in_turn(tagged.documents(ELEMENTS, LINK), cut()), effect, 100)


def cut():
    """What is whole, and in pieces is not: links, references, words in tags, behind texts of several lengths."""
    for before in ("", "x", "Lot 12 ", "&amp;&lt;", "<b>x</b>", "<p>one</p>\n"):
        yield f"{before}<a href='{LINK}?{'x' * 30}'>{'y' * 40}</a>"
        yield f"{before}&lt;img src=x onerror=MARK()&gt;{'&lt;img src=x onerror=MARK()&gt;' * 3}"
        yield f"{before}<!-- {'-' * 30} --><b>x</b><style>x</style><b title='{'x' * 20}'>x</b>"
        yield f"{before}{'&amp;lt;img src=x onerror=MARK()&amp;gt; ' * 3}"
        yield f"{before}{'<b>x</b>' * 12}<i>{'&lt;' * 20}</i>"
        yield f"{before}<b>&lt;</b>img src=x onerror=MARK() &gt;<i>&lt</i>b onclick=MARK()&gt;"
