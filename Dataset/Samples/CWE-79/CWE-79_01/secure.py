from html import escape


def render_reviews(campsite, reviews):
    items = []
    for review in reviews:
        author = escape(review["author"])
        text = escape(review["text"])
        items.append(f'<li data-author="{author}"><b>{author}</b> <i>{int(review["stars"])}/5</i> <p>{text}</p></li>')
    place = escape(campsite)
    return (
        f'<section title="{place}">\n'
        f"<h2>{place}</h2>\n"
        "<ul>\n" + "\n".join(items) + "\n</ul>\n"
        "</section>"
    )
