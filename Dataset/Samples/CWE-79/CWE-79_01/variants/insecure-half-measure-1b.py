import unicodedata

from markupsafe import escape


def _item(review):
    author = escape(review["author"])
    text = escape(review["text"])
    stars = int(review["stars"])
    return (
        f'    <li data-author="{author}"><b>{author}</b> '
        f"<i>{stars}/5</i> <p>{text}</p></li>\n"
    )


def render_reviews(campsite, reviews):
    name = escape(campsite)
    html = (
        f'<section title="{name}">\n'
        f"  <h2>{name}</h2>\n"
        "  <ul>\n"
        + "".join(_item(review) for review in reviews)
        + "  </ul>\n"
        "</section>\n"
    )
    # phones and computers send accents in different forms; publish one of them
    return unicodedata.normalize("NFC", html)
