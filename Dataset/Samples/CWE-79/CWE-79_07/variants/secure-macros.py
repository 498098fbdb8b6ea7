import re
from urllib.parse import quote_plus

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

OWN = {
    ":lines": "{% for one in parts %}{% if not loop.first %}<br>{% endif %}{{ one }}{% endfor %}",
    ":marked": "{% for one, hit in parts %}{% if hit %}<mark>{{ one }}</mark>{% else %}{{ one }}{% endif %}{% endfor %}",
    ":references": '{% for one, to in parts %}{% if to %}<a href="/word/{{ to }}">{{ one }}</a>{% else %}{{ one }}{% endif %}'
    "{% endfor %}",
    ":field": '<input name="{{ name }}" value="{{ value }}" placeholder="{{ hint }}">',
}


class Pages:
    def __init__(self, folder):
        self.own = Environment(loader=DictLoader(OWN), autoescape=True)
        self.lena = Environment(loader=ChoiceLoader([FileSystemLoader(folder)]), autoescape=True)
        self.lena.filters |= {"lines": self.lines, "marked": self.marked, "references": self.references}
        self.lena.globals["field"] = lambda name, value, hint: self.make("field", name=name, value=value, hint=hint)

    def make(self, what, **values):
        from markupsafe import Markup

        return Markup(self.own.get_template(f":{what}").render(values))

    def lines(self, text):
        return self.make("lines", parts=text.split("\n"))

    def marked(self, text, query):
        parts, end = [], 0
        for found in re.finditer(re.escape(query), text, re.I) if query else ():
            parts += [(text[end : found.start()], False), (found.group(), True)]
            end = found.end()
        return self.make("marked", parts=[*parts, (text[end:], False)])

    def references(self, text):
        parts = re.findall(r"\[([^][\n]+)\]|([^[]+|\[)", text)
        shown = [(word, quote_plus(word).replace("+", "%20")) if word else (rest, "") for word, rest in parts]
        return self.make("references", parts=shown)

    def render(self, name, values):
        return self.lena.get_template(name).render(values)
