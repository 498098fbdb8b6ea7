import html
import urllib.parse

import jinja2
import markupsafe


def esc(text):
    return text if isinstance(text, markupsafe.Markup) else html.escape(str(text))


def lines(text):
    return markupsafe.Markup(str(esc(text)).replace("\n", "<br>"))


def marked(text, query):
    made, rest, low, wanted = [], 0, text.lower(), query.lower()
    while wanted and len(low) == len(text):
        at = low.find(wanted, rest)
        if at < 0:
            break
        made += [esc(text[rest:at]), "<mark>", esc(text[at : at + len(wanted)]), "</mark>"]
        rest = at + len(wanted)
    return markupsafe.Markup("".join(made) + esc(text[rest:]))


def references(text):
    made, rest = "", text
    while "]" in rest:
        before, _, rest = rest.partition("]")
        begin, bracket, word = before.rpartition("[")
        if bracket and word and "\n" not in word:
            address = urllib.parse.quote(word, safe="")
            made += f'{esc(begin)}<a href="/word/{address}">{esc(word)}</a>'
        else:
            made += esc(before + "]")
    return markupsafe.Markup(made + esc(rest))


def field(name, value, hint):
    return markupsafe.Markup(f'<input name="{esc(name)}" value="{esc(value)}" placeholder="{esc(hint)}">')


class Pages:
    def __init__(self, folder):
        self.jinja = jinja2.Environment(autoescape=lambda name: True, loader=jinja2.FileSystemLoader([folder]))
        for function in (lines, marked, references):
            self.jinja.filters[function.__name__] = function
        self.jinja.globals.update(field=field)

    def render(self, name, values):
        return self.jinja.get_template(name).render(**values)
