def render_reviews(campsite, reviews):
    items = []
    for review in reviews:
        author = review["author"]
        items.append(
            f'<li data-author="{author}"><b>{author}</b> <i>{review["stars"]}/5</i> <p>{review["text"]}</p></li>'
        )
    return (
        f'<section title="{campsite}">\n'
        f"<h2>{campsite}</h2>\n"
        "<ul>\n" + "\n".join(items) + "\n</ul>\n"
        "</section>"
    )
