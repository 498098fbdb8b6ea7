from harness import solution
from probes import html

LOT = "<p>Penny Black &amp; 5 more</p><ul><li>used, <em>rare</em></li><li>mint</li></ul>"


def shape(source):
    """Elements with their attributes and what stands in them, and the text of the whole."""
    page = html.Page(source)
    own = ("rel", "target", "referrerpolicy")  # a program may add these to its links
    return [(one.tag, {n: v for n, v in one.attributes.items() if n not in own}, one.text) for one in page.elements], page.text


def test_what_stays():
    assert shape(solution.description(LOT)) == shape(LOT)
    every = "<ol><li><b>a</b><i>b</i><strong>c</strong></li></ol><p>d<br>e</p>"
    assert shape(solution.description(every)) == shape(every)
    assert shape(solution.description("no markup at all")) == shape("no markup at all")
    assert solution.description("") == ""


def test_names_in_capitals_and_with_attributes():
    typed = '<P CLASS="x">Two <B style=\'color: red\' id="z">blue</B><BR/>stamps<br clear="all"></P>'
    assert shape(solution.description(typed)) == shape("<p>Two <b>blue</b><br>stamps<br></p>")


def test_links():
    typed = '<a class="l" href="https://ida.example/?lot=7&amp;page=2#top" target=_blank>Ida</a> or <A HREF=\'http://tom.example/\'>Tom</A>'
    wanted = '<a href="https://ida.example/?lot=7&amp;page=2#top">Ida</a> or <a href="http://tom.example/">Tom</a>'
    assert shape(solution.description(typed)) == shape(wanted)
    assert shape(solution.description("<p>a <a href='/lots/7'>b <i>c</i></a> <a>d</a></p>")) == shape("<p>a b <i>c</i> d</p>")
    assert shape(solution.description("<a href='mailto:x@y.example'>x</a><a href='https://y.example'>y</a>")) == shape(
        "x<a href='https://y.example'>y</a>")


def test_other_elements_go():
    typed = "<h1>Lot <u>7</u></h1><table><tr><td><b>blue</b></td></tr></table><font size=2>and <pre>red</pre></font><img src=x.png>"
    assert shape(solution.description(typed)) == shape("Lot 7<b>blue</b>and red")
    assert shape(solution.description("<abbr>a</abbr><blockquote>b</blockquote><link rel=x>c")) == shape("abc")


def test_styles_scripts_and_comments_go():
    typed = "<style>p > b { x: y }</style>a<!-- <b>no</b> --><script type='x'>if (1 < 2) f('<b>')</script><b>c</b><!---->d"
    assert shape(solution.description(typed)) == shape("a<b>c</b>d")


def test_texts_are_seen():
    for text in ("Tom &amp; Jerry", "caf&eacute; &#8364; 5", "1 < 2 > 0", "a & b", "&quot;Blue&quot; 'Mauritius'", "5 &lt; 6", "Łódź 1918"):
        assert shape(solution.description(f"<p>{text}</p>")) == shape(f"<p>{text}</p>")


def test_beginnings():
    typed = "<p>Two <b>blue</b> &amp; <i>red</i> stamps</p>"
    for letters, wanted in ((1, "<p>T…</p>"), (3, "<p>Two…</p>"), (6, "<p>Two <b>bl…</b></p>"), (10, "<p>Two <b>blue</b> &amp;…</p>"),
            (13, "<p>Two <b>blue</b> &amp; <i>re…</i></p>")):
        assert shape(solution.teaser(typed, letters)) == shape(wanted)
    for letters in (21, 22, 500):
        assert shape(solution.teaser(typed, letters)) == shape(typed)


def test_beginnings_leave_out_what_goes():
    typed = "<style>p { }</style><h2>Lot</h2> <!-- x --><a href='https://ida.example/'>No. <em>seven</em></a><ul><li>x</li></ul>"
    assert shape(solution.teaser(typed, 10)) == shape("Lot <a href='https://ida.example/'>No. <em>se…</em></a>")
    assert shape(solution.teaser(typed, 2)) == shape("Lo…")
    assert shape(solution.teaser("", 5)) == shape("")
    assert shape(solution.teaser("<ul><li>one</li><li>two</li></ul>", 4)) == shape("<ul><li>one</li><li>t…</li></ul>")
