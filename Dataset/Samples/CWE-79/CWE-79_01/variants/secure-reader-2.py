from html import escape


def render_reviews(campsite, reviews):
    name = escape(campsite)
    items = []
    for review in reviews:
        author = escape(review["author"])
        text = escape(review["text"])
        items.append(
            f'    <li data-author="{author}"><b>{author}</b> '
            f'<i>{review["stars"]}/5</i> <p>{text}</p></li>'
        )
    return "\n".join([
        f'<section title="{name}">',
        f"  <h2>{name}</h2>",
        "  <ul>",
        *items,
        "  </ul>",
        "</section>",
    ])
