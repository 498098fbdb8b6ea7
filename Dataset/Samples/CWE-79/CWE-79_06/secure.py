from markupsafe import Markup


def linked(stall, content):
    """The content, within a link to the page of the seller if there is one."""
    if not stall["link"].startswith(("http://", "https://")):
        return content
    return Markup('<a href="{}">{}</a>').format(stall["link"], content)


def market_map(stalls):
    groups = []
    for stall in stalls:
        group = Markup(
            '<g><title>{goods}</title><rect x="{x}" width="36" height="20" fill="{colour}"/>'
            '<text x="{x}">{seller}</text></g>'
        ).format(x=40 * stall["place"], **stall)
        groups.append(linked(stall, group))
    return str(Markup('<svg xmlns="http://www.w3.org/2000/svg">{}</svg>').format(Markup("").join(groups)))


def visit_list(stalls):
    items = (
        Markup('<li><input type="checkbox" value="{seller}" title="{goods}"> {name}</li>').format(
            name=linked(stall, stall["seller"]), **stall
        )
        for stall in stalls
    )
    return str(Markup("<ul>{}</ul>").format(Markup("").join(items)))
