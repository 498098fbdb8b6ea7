import html


class _Escaper:
    def __init__(self):
        self._done = {}

    def _escape(self, value, quote):
        if value not in self._done:
            self._done[value] = html.escape(value, quote=quote)
        return self._done[value]

    def attribute(self, value):
        return self._escape(value, quote=True)

    def text(self, value):
        return self._escape(value, quote=False)


def render_reviews(campsite, reviews):
    esc = _Escaper()
    lines = [f'<section title="{esc.attribute(campsite)}">', f"<h2>{esc.text(campsite)}</h2>", "<ul>"]
    for review in reviews:
        author, text = review["author"], review["text"]
        lines.append(
            f'<li data-author="{esc.attribute(author)}"><b>{esc.text(author)}</b> '
            f'<i>{int(review["stars"])}/5</i> <p>{esc.text(text)}</p></li>')
    lines += ["</ul>", "</section>"]
    return "\n".join(lines)
