from string import Formatter


class HtmlFormatter(Formatter):
    """Every value is written as numeric character references where it is not a plain letter or digit."""

    def format_field(self, value, spec):
        if spec == "markup":
            return "".join(value)
        return "".join(self._character(c) for c in format(value, spec))

    @staticmethod
    def _character(c):
        harmless = c.isalnum() or c in " .,!?/-\n" or ord(c) > 127
        return c if harmless else f"&#{ord(c)};"


write = HtmlFormatter().vformat

LI = ('    <li data-author="{author}"><b>{author}</b> <i>{stars:d}/5</i> '
      "<p>{text}</p></li>\n")
SECTION = ('<section title="{campsite}">\n  <h2>{campsite}</h2>\n'
           "  <ul>\n{items:markup}  </ul>\n</section>\n")


def render_reviews(campsite, reviews):
    items = (write(LI, (), review) for review in reviews)
    return write(SECTION, (), {"campsite": campsite, "items": items})
