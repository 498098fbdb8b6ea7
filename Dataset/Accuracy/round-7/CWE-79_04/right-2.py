import re
from functools import partial, reduce
from string import Template
from xml.sax.saxutils import escape

quoted = partial(escape, entities={'"': "&#34;", "'": "&#39;", "`": "&#96;"})


class Html(Template):
    """A template whose values are always escaped; only Html(...) is markup."""

    def __call__(self, **values):
        return self.substitute({k: quoted(v) for k, v in values.items()})


FORMS = {
    "code": (r"`(?P<code>(?! )[^`\n]+(?<! ))`", Html("<code>$code</code>")),
    "strong": (r"\*(?P<strong>(?! )[^*\n]+(?<! ))\*", Html("<strong>$strong</strong>")),
    "alt": (r"!\[(?P<alt>(?! )[^][\n]+(?<! ))\]\((?P<src>(?:https?://|/)[^][()\s]*)\)",
            Html('<img src="$src" alt="$alt">')),
    "label": (r"\[(?P<label>(?! )[^][\n]+(?<! ))\]\((?P<href>(?:https?://|/)[^][()\s]*)\)",
              Html('<a href="$href">$label</a>')),
    "plain": (r"(?P<plain>[^`*!\[]+|.)", Html("$plain")),
}
TOKEN = re.compile("|".join(pattern for pattern, _ in FORMS.values()), re.DOTALL)


def _inline(text):
    for token in TOKEN.finditer(text):
        present = {k: v for k, v in token.groupdict().items() if v is not None}
        (form,) = present.keys() & FORMS.keys()
        yield FORMS[form][1](**present)


def _add(state, block):
    html, contents = state
    lines = block.split("\n")
    if len(lines) == 1 and block.startswith("= "):
        ref, title = f"heading{len(contents)}", block.removeprefix("= ")
        return (html + [Html('<h2 id="$ref">$title</h2>')(ref=ref, title=title)],
                contents + [Html('<li><a href="#$ref">$title</a></li>')(ref=ref, title=title)])
    if all(line.startswith("+ ") for line in lines):
        steps = ["<li>{}</li>".format("".join(_inline(line[2:]))) for line in lines]
        return html + ["<ol>\n", *steps, "\n</ol>"], contents
    return html + ["<p>", *_inline(block), "</p>"], contents


def _render(text):
    return reduce(_add, filter(None, re.split("\n\n+", text.strip("\n"))), ([], []))


def tip_html(text):
    return "".join(_render(text)[0])


def tip_contents(text):
    return "".join(["<ul>", *_render(text)[1], "</ul>"])
