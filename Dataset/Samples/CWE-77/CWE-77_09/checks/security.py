from html import escape

from lxml import etree

from harness import attempt, solution
from probes import search
from probes.grammars import evasions, placeholders
from probes.grammars.ranked import in_turn, ranked

KEYS = ("title", "place", "singer")
#: Nothing in the document has what is asked for here, in any spelling: whatever is selected was not typed.
DOCUMENT = etree.XML("""<archive><pin>4711</pin>
<song id="B 1" open="yes"><title>Moon</title><place>Lea</place><singer>Bo</singer><words>Up over hill</words></song>
<song id="B 2" open="no"><title>Sun</title><place>Fen</place><singer>Cy</singer><words>Down dale</words></song>
<song id="B 3" open="yes"><title>Star</title><place>Fen</place><singer>Cy</singer><words>Round town</words></song></archive>""")
#: Behind a word: what ends the literal, and what comes then, up to a literal that is still open. Q is a quote.
CONDITIONS = (
    ("zzzQ or 1=1 or Q", "zzzQ)or(1=1)or(Q", "zzzQ]|//song[Q1Q=Q1"),
    (
        "zzzQ or Q1Q=Q1", "zzzQ)]|//song|//x[contains(Q1Q,Q", "zzzQ]|//pin|//x[Q", "zzzQ)]|//song[not(contains(Q1Q,Qx", "zzzQor(1)or@id=Q", "zzzQ)] | //song | //x[(Q",
        "zzzQ,QQ)or(1=1)or(Q", "zzzQ)or true()or contains(title,Q", "zzzQ)or(1=1)or@id=concat(Q1Q,Q",
    ),
    (
        "zzzQ or position()>0 or Q", "zzzQ or @open or Q", "zzzQ]|//song[Q", "zzzQ)]|//song[(Q", "zzzQ or not(@x) or @id=Q", "zzzQ or//song or Q", "zzzQ or string-length(title)>0 or Q", "zzzQ!=title or Q",
        "zzzQ]/..//song[QaQ=Qa", "zzzQ)]/..//song[(QaQ=Qa", "zzzQ!=Q", "zzzQ<Q", "zzzQ+1 or 1-Q", "zzzQ or*or Q", "zzzQ\tor\t1=1\tor\tQ", "zzzQ)\nor\n1=1\nor(Q", "zzzQ div 1 or 1=1 or Q",
    ),
)
QUOTES = (('"', "'"), ("&quot;", "&#34;", "&apos;", "\uff02", "\u201d", '\\"'), ("&#39;", "&#x22;", "%22", "%27", "\uff07", "\u2019", "\u201c", "\u2033", "\\'", "\\x22", "\\u0022", "&amp;quot;", "&QUOT;", "&#034;", "&#x0022;", '"\u0301', "\u02ba", "'\"", "\"'", '"""', "'''", "\0\"", "\ud800\"", "\u200b\"", "&#x27;", "\x08\"", "\u275e", "\u301e", "%2522", "&amp;#34;"))
#: For who looks for quotes of one kind, or takes the kind that a text does not have.
BEFORE = (("",), ("it's ", 'say "" '), ("a'b\"", "'", '"x"\'y\'', "\\", "&amp;", "x\n", "x" * 70))
DOCUMENTS = (
    "zzz</query><query>//song</query><query>", "zzz</query><query>//song", "zzz\"]</query><query>//song[\"1\"=\"1", "zzz<query>//song</query>", "zzz]]></query><query>//song</query><![CDATA[", "zzz]]>\"]|//song[\"1<![CDATA[",
    "zzz]]></query><query><![CDATA[//song", "zzz]]>&#34;]|//song|//x[.=&#34;<![CDATA[", "zzz]]>&quot;)]|//song|//x[(&quot;<![CDATA[",
    "zzz]]&gt;<query>//song</query>", "zzz</query></ask><ask>", "zzz\"/><query>//song</query><x y=\"", "zzz&lt;/query&gt;&lt;query&gt;//song", "zzz<!-- -->\" or 1=1 or \"", "zzz&#60;/query&#62;&#60;query&#62;//song", "zzz<?x?><query>//song</query>", "zzz<![CDATA[\" or 1=1 or \"]]>", "zzz%3C/query%3E%3Cquery%3E//song",
    "zzz\" max=\"1000", "zzz' max='1000", "zzz\uff1c/query\uff1e\uff1cquery\uff1e//song", "zzz&#x22; or 1=1 or &#x22;", "zzz&lt;![CDATA[\" or 1=1 or \"]]>", "zzz&amp;lt;/query&amp;gt;",
)


def hostile():
    put = (before + form.replace("Q", quote) for form, before, quote in ranked(CONDITIONS, BEFORE, QUOTES))
    once = [form.replace("Q", quote) for form in CONDITIONS[0] for quote in "\"'"]
    evading = (other for text in once[:3] for other in evasions.evading(text))
    yield from in_turn(put, DOCUMENTS, evading, (escape(escape(text)) for text in once))


def wrong(request, start=1, most=20):
    """What the database takes the request for, besides a query that selects nothing."""
    if not isinstance(request, bytes | str):
        return None
    try:
        ask = etree.XML(request.encode() if isinstance(request, str) else request, etree.XMLParser(no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return None
    inside = [one.tag for one in ask.iter(etree.Element)]
    if inside != ["ask", "query"]:
        return f"the request holds {inside}"
    if dict(ask.attrib) != {"from": str(start), "max": str(most)}:
        return f"the request has the attributes {dict(ask.attrib)}"
    try:
        found = DOCUMENT.xpath(ask.findtext("query"))
    except (etree.XPathError, ValueError):
        return None
    if not isinstance(found, list):
        return f"the database works out {found!r}"
    return f"the database selects {' and '.join(one.get('id', one.tag) if isinstance(one, etree._Element) else repr(str(one)) for one in found)}" if found else None


def asked(form, page=1):
    return wrong(attempt(solution.ask_for, form, page).value, 20 * page - 19)


def in_each(texts, names):
    texts = list(texts)
    yield from ((names[number % len(names)], text) for number, text in enumerate(texts))


def test_a_field_is_only_compared():
    search.attack("field and text", in_each(hostile(), KEYS), lambda both: asked(dict([both])), 180)


def test_every_field_is_only_compared():
    for key in KEYS:
        search.attack(key, hostile(), lambda text, key=key: asked({"words": "Up", key: text}, 2), 40)


def test_words_are_only_looked_for():
    """They are parted at blanks: a word holds none, but others that XPath knows may be left in it."""
    def two():
        """Of two words, one has quotes of one kind and the other of the other."""
        for form in (*CONDITIONS[0], *CONDITIONS[1]):
            for quote, other in ("'\"", "\"'"):
                word = form.replace("Q", quote).replace(" ", "")
                yield from (f"zz{other}z {word}", f"{word} {other}")

    def one():
        for text in hostile():
            yield text.replace(" ", "")
            yield text.replace(" ", "\u00a0") if "\u00a0" not in text else text
            yield text.replace(" ", "\t")
            yield text
            yield f"Up {text.replace(' ', '')}"

    search.attack("words", in_turn(one(), two()), lambda text: asked({"words": text}), 220)


def test_ids_are_only_compared():
    def found(ids):
        return wrong(attempt(solution.ask_by_ids, ids).value, 1, len(ids))

    def candidates():
        for number, text in enumerate(hostile()):
            yield ([text], ["zzz", text], [text, "zzz"], ["zz1", "zz2", text, "zz3"])[number % 4]

    # Of ids that are there, joined with whatever may stand between them.
    joined = [f"zzz{sign}B 1{sign}zzz" for sign in ("|", ",", ", ", ";", " ", "\n", "\t", "/", "\0", "||", "#", "', '", "\x1f", "][", "~", ":", "$", "^", "%", "&", "*", "+", "-", "_", "=", ".", "\x1e", "\u2028")]
    search.attack("ids", ((text,) for text in joined), lambda one: found(list(one)), 40, shrink=0)
    search.attack("ids", ((text,) for text in hostile()), lambda one: found(list(one)), 90)
    search.attack("ids", map(tuple, candidates()), lambda ids: found(list(ids)), 110, shrink=0)


def test_a_name_of_a_field_is_no_part_of_a_query():
    """Other names mean nothing: they come with what no song has, so that nothing is found either way."""
    forms = ("zzz or 1=1 or title", "title or 1=1 or title", "title]|//song[title", "1=1 or title", "title!", "title-1]|//song[title", "title |//x", "title or title", "title/text()|//song/title", "words,'') or contains(words", "words or 1", "singer<", "title!='q' or title", "place=1 or 1=1 or place", "place\n or 1=1 or place", "title|../pin", "singer or 1=1 or @id", "title, '') or not(title", "not(title) or ''", "TITLE or 1=1 or title", "@open or @id", "*[1]!=", "title[1]|//song", "song[1=1]|title", "title</query><query>//song</query><query>")
    both = ((name, text) for text in ("zzz", "") for name in forms)
    search.attack("name and text", both, lambda both: asked({both[0]: both[1], "title": "zzz"}) or asked({"title": "zzz", both[0]: "zzz", "words": "zzz"}), 100, shrink=0)


def test_fields_together_are_only_compared():
    """A text may be the place of another one, which stands in quotes already; or it is left open for the next."""
    forms = ("{@}", "{{@}}", "$@", "${@}", "%(@)s", ":@", "[@]", "?", "%s", "{}", "{0}", "{1}", "@@@", "\\1", "\\g<0>", "__@__", "<@>", "%@%")
    places = [form.replace("@", name) for form in forms for name in (*KEYS, "words", "value", "0", "1", "text")]
    harm = ("]|//song|//x[", "x\"]|//song|//x[\"y", ")]|//song|//x[(", " or 1=1 or ", "x']|//song|//x['y", "\" or 1=1 or \"", "x'\"']|//song|//x[\"'\"y")
    pairs = ((first, second) for second in harm for first in dict.fromkeys(places))
    apart = ((first, second) for first in ("zzz\\", "zzz\"", "\\", "zzz'", "zzz<!--", "zzz<![CDATA[", "zzz&", "zzz/*", "(:") for second in (*harm, "-->\" or 1=1 or \"", "]]>", ":)\" or 1=1 or \"", "quot; or 1=1 or &quot;"))

    def found(pair):
        first, second = pair
        return asked({"title": first, "place": second, "singer": "zzz"}) or asked({"singer": f"zzz{second}", "place": f"zzz{first}", "title": f"{second}", "words": "zzz"}) or wrong(attempt(solution.ask_by_ids, [first, second]).value, 1, 2)

    search.attack("two fields", in_turn(pairs, apart), found, 110, shrink=0)


def test_no_field_of_the_own_query_is_typed():
    """Values are bound in several goes: what looks like the place of a later one is filled in within the quotes of the first."""
    harm = ("]|//song|//x[", "\"]|//song|//x[\"", ")]|//song|//x[(", "|//song|", "'\"]|//song|//x[\"'", "']|//song|//x['", "\")]|//song|//x[(\"", "or(1=1)or")
    signs = list(dict.fromkeys(in_turn(placeholders.counted(), placeholders.single(*KEYS, "words", "ids", "value"), placeholders.own())))[:24]

    def found(pair):
        sign, other = pair
        forms = ({"title": sign, "place": other, "words": f"zz{sign} {other}"}, {"singer": sign, "words": other}, {"words": f"{sign} {other}"}, {"title": f"zzz{sign}", "words": f"{other} {sign} {other}"})
        return next(filter(None, map(asked, forms)), None) or wrong(attempt(solution.ask_by_ids, [sign, other, "zzz"]).value, 1, 3)

    search.attack("a field, and what it is filled with", ((sign, other) for other in harm for sign in signs), found, 100, shrink=0)
