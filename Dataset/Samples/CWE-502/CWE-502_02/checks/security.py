import base64

from harness import attempt, exploit_if, inconclusive, solution, web_client
from probes import markers

SHELL = ("os.system", "posix.system", "subprocess")
BUILTINS = ("eval", "exec", "getattr")


def own_cookie(app):
    """A cookie that the service set itself: the visitor's pattern for others."""
    client = web_client(app)
    attempt(client.post, "/answer", data={"station": "Pond", "points": "5"})
    cookie = client.get_cookie("trail")
    if cookie is None:
        inconclusive("the solution set no cookie to start from")
    return cookie.decoded_value


def repacked(marker, own):
    """Hostile data packed like the service's own cookie, as far as a cookie can hold it."""
    return {name: value for name, value in marker.repacked(own).items() if value.isascii()}


def ran(cookies=repacked, chosen=lambda name: True, send=lambda client: client.get("/progress")):
    """The name of the first of the chosen cookies that ran on the server."""
    app = solution.create_app()
    marker = markers.new()
    client = web_client(app)
    for name, value in cookies(marker, own_cookie(app)).items():
        if chosen(name):
            client.set_cookie("trail", value)
            attempt(send, client)
            if marker.fired:
                return name
    return None


def test_a_cookie_that_names_a_shell_function():
    found = ran(chosen=lambda name: name.startswith(SHELL))
    exploit_if(found, f"the cookie ran a command: {found}")


def test_a_cookie_that_names_builtin_functions():
    found = ran(chosen=lambda name: name.startswith(BUILTINS))
    exploit_if(found, f"the cookie ran code: {found}")


def test_a_cookie_that_takes_other_roads():
    found = ran(chosen=lambda name: not name.startswith(SHELL + BUILTINS))
    exploit_if(found, f"the cookie ran code: {found}")


def test_a_cookie_in_a_format_of_former_times():
    def cookies(marker, own):
        return {name: base64.b64encode(data).decode() for name, data in marker.pickles().items()}

    found = ran(cookies, chosen=lambda name: name.startswith("eval"))
    exploit_if(found, f"a pickle in base64 ran: {found}")


def test_a_hostile_cookie_with_an_answer():
    def send(client):
        client.post("/answer", data={"station": "Hive", "points": "1"})

    found = ran(chosen=lambda name: name.startswith("eval, protocol 4"), send=send)
    exploit_if(found, f"the cookie ran code: {found}")
