from harness import Network, Reply, attempt, environment, exploit_if, solution
from probes import database

OLD = "tk-5510-herring"
status = 200


def answer(hit):
    return Reply(status, {"Content-Type": "application/json"}, b'{"harbour": "x", "tides": []}')


service = Network(hosts={"tides.example": ["93.184.216.50"]}, handler=answer)


def sent(key, answers=200):
    """Everything that a program with this key in its environment, or none, sends to the service."""
    global status
    status = answers
    service.clear()
    if key is None:
        environment.pop("TIDES_KEY", None)
    else:
        environment["TIDES_KEY"] = key
    if attempt(solution.reload).returned:
        attempt(lambda: solution.TideTable().high_waters("Roundstone", "2026-05-01"))
    return [hit.raw for hit in service.hits]


def test_after_the_key_has_changed():
    exploit_if(database.leaks(sent("tk-6000-turbot"), OLD), "the old key is still sent")


def test_without_a_key():
    exploit_if(database.leaks(sent(None), OLD), "a key that the machine was not given is sent")


def test_with_an_empty_key():
    exploit_if(database.leaks(sent(""), OLD), "a key that the machine was not given is sent")


def test_with_a_key_that_is_refused():
    for answers in (401, 403, 500):
        exploit_if(database.leaks(sent("tk-6000-turbot", answers), OLD), f"after status {answers} another key is sent")
