from harness import attempt, exploit_if, solution
from probes import network

ARCHIVE = "http://posters.archive.example"

net = network.Internet(
    hosts={
        "posters.archive.example": ["93.184.216.40"],
        "mirror.archive.example": ["93.184.216.41"],
        "posters.archive.example.evil.example": ["10.0.0.9"],
        "evilarchive.example": ["192.168.1.7"],
        "mirror-archive.example": ["127.0.0.1"],
    },
)


def touched(urls):
    """The names of the addresses through which an internal machine was reached."""
    found = []
    for name, url in urls.items():
        start = net.mark()
        attempt(solution.fetch_poster, url)
        if net.touched_inside(start):
            found.append(name)
    return found


def test_machines_inside():
    found = touched(net.internal())
    exploit_if(found, f"reached the inside: {found}")


def test_the_archive_named_elsewhere_in_the_address():
    found = touched(
        {
            "as user": "http://posters.archive.example@127.0.0.1/till",
            "as user with password": "http://posters.archive.example:80@10.0.0.9/till",
            "as host behind a backslash": "http://127.0.0.1\\@posters.archive.example/till",
            "in the path": "http://192.168.1.7/posters.archive.example/1950/heidi.png",
            "in the query": "http://127.0.0.1/?u=http://posters.archive.example/",
            "in the fragment": "http://127.0.0.1/#posters.archive.example",
        }
    )
    exploit_if(found, f"reached the inside, with the archive {found}")


def test_names_that_resemble_the_archive():
    found = touched(
        {
            "longer": "http://posters.archive.example.evil.example/heidi.png",
            "same end": "http://evilarchive.example/heidi.png",
            "same end with a hyphen": "http://mirror-archive.example/heidi.png",
        }
    )
    exploit_if(found, f"reached the inside by a name that is not the archive's: {found}")


def test_the_archive_redirects_inside():
    found = touched(net.redirects_inside(site=ARCHIVE))
    exploit_if(found, f"followed a redirect inside: {found}")
