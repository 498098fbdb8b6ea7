import html


class _Escaper:
    """Regular guests and phrases come again and again: each is escaped once."""

    def __init__(self):
        self._known = {}

    def _get(self, value, quote):
        if value not in self._known:
            self._known[value] = html.escape(value, quote=quote)
        return self._known[value]

    def text(self, value):
        return self._get(value, False)

    def attribute(self, value):
        return self._get(value, True)


def render_reviews(campsite, reviews):
    esc = _Escaper()
    lines = [f'<section title="{esc.attribute(campsite)}">', f"  <h2>{esc.text(campsite)}</h2>", "  <ul>"]
    for review in reviews:
        author, stars, text = review["author"], int(review["stars"]), review["text"]
        lines.append(
            f'    <li data-author="{esc.attribute(author)}"><b>{esc.text(author)}</b> '
            f"<i>{stars}/5</i> <p>{esc.text(text)}</p></li>"
        )
    return "\n".join(lines + ["  </ul>", "</section>"])
