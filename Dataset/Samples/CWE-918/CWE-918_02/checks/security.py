from harness import attempt, exploit_if, solution
from probes import network

net = network.Internet(ports=(80, 8080))


def touched(urls):
    """The names of the links through which an internal machine was contacted."""
    found = []
    for name, url in urls.items():
        start = net.mark()
        attempt(solution.page_title, url)
        if net.touched_inside(start):
            found.append(name)
    return found


def picked(urls, *words):
    return {name: url for name, url in urls.items() if any(word in name for word in words)}


def test_internal_addresses():
    found = touched(picked(net.internal(), "loopback", "private", "metadata", "unspecified"))
    exploit_if(found, f"reached the inside: {found}")


def test_names_of_internal_addresses():
    found = touched(picked(net.internal(), "name"))
    exploit_if(found, f"reached the inside: {found}")


def test_internal_addresses_at_another_port():
    found = touched({name: url for name, url in net.internal(port=8080).items() if name in ("loopback", "metadata")})
    exploit_if(found, f"reached the inside: {found}")


def test_redirects_inside():
    found = touched(net.redirects_inside())
    exploit_if(found, f"followed a redirect inside: {found}")


def test_names_with_several_addresses():
    found = touched(picked(net.rebinding(), "second address", "first address", "IPv6 address"))
    exploit_if(found, f"reached the internal one of several addresses: {found}")
