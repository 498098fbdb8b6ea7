from html import escape

GROUP = (
    '<g><title>{goods}</title><rect x="{x}" width="36" height="20" fill="{colour}"/><text x="{x}">{seller}</text></g>'
)
ITEM = '<li><input type="checkbox" value="{seller}" title="{goods}"> {name}</li>'
LINK = '<a href="{link}">{content}</a>'


def fill(template, stall, **more):
    for key, value in (stall | more).items():
        template = template.replace("{" + key + "}", str(value))
    return template


def pieces(stall):
    shown = {key: escape(value) if isinstance(value, str) else value for key, value in stall.items()}
    group = fill(GROUP, shown, x=40 * stall["place"])
    seller = shown["seller"]
    if stall["link"].startswith(("http://", "https://")):
        group, seller = (fill(LINK, shown, content=one) for one in (group, seller))
    return group, fill(ITEM, shown, name=seller)


def market_map(stalls):
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(pieces(stall)[0] for stall in stalls)}</svg>'


def visit_list(stalls):
    return f"<ul>{''.join(pieces(stall)[1] for stall in stalls)}</ul>"
