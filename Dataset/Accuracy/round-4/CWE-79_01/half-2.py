from xml.sax.saxutils import escape


def _attribute(value):
    quote = "'" if '"' in value else '"'
    return quote + escape(value) + quote


def _review(review):
    author = review["author"]
    return (f"    <li data-author={_attribute(author)}><b>{escape(author)}</b> "
            f"<i>{review['stars']:d}/5</i> <p>{escape(review['text'])}</p></li>\n")


def render_reviews(campsite, reviews):
    return "".join([
        f"<section title={_attribute(campsite)}>\n",
        f"  <h2>{escape(campsite)}</h2>\n",
        "  <ul>\n",
        *map(_review, reviews),
        "  </ul>\n",
        "</section>\n",
    ])
