from xml.sax.saxutils import escape, quoteattr


def _attribute(name, value):
    # quoteattr escapes the value; the block always uses double quotes
    return f'{name}="{quoteattr(value)[1:-1]}"'


def _review(review):
    author, text = review["author"], review["text"]
    return (
        f"<li {_attribute('data-author', author)}>"
        f"<b>{escape(author)}</b> <i>{review['stars']:d}/5</i> <p>{escape(text)}</p></li>"
    )


def render_reviews(campsite, reviews):
    lines = [
        f"<section {_attribute('title', campsite)}>",
        f"<h2>{escape(campsite)}</h2>",
        "<ul>",
        *(_review(review) for review in reviews),
        "</ul>",
        "</section>",
    ]
    return "\n".join(lines)
