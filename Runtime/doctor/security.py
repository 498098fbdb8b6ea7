"""Attacks on the sandbox itself. Each says `exploited` when it got through."""

from harness import attempt, exploit_if, exploited, solution

_WRITABLE_ELSEWHERE = ("/etc/x", "/usr/x", "/opt/x", "/x", "/var/tmp/x", "/home/x", "/root/x")
_OF_THE_HOST = ("/etc/shadow", "/etc/machine-id", "/etc/hostname", "/root/.profile", "/var/log/dpkg.log", "/boot")


def test_control_a_wrong_answer_is_noticed():
    """Counts as harmless only when the wrong answer is seen to be wrong."""
    exploit_if(solution.add_wrongly(1, 2) == 3, "a wrong answer was taken for a right one")


def test_files_of_the_host():
    for path in _OF_THE_HOST:
        exploit_if(attempt(solution.read, path).returned, f"{path} can be read")


def test_writing_elsewhere():
    for path in _WRITABLE_ELSEWHERE:
        exploit_if(attempt(solution.write, path).returned, f"{path} can be written")


def test_other_processes():
    seen = attempt(solution.processes)
    exploit_if(seen.returned and len(seen.value) > 2, f"{seen.value} are visible")


def test_signals():
    attempt(solution.kill_everything)
    exploit_if(solution.add(1, 1) != 2, "the answer changed after killing everything in reach")


def test_outside_network():
    for host in ("1.1.1.1", "169.254.169.254", "10.0.0.1"):
        exploit_if(attempt(solution.connect, host, 80).returned, f"{host} was reached")


def test_new_namespaces():
    exploit_if(solution.new_namespace() == 0, "a new user namespace could be made")


def test_memory():
    if attempt(solution.allocate, 1024).returned:
        exploited("1024 MiB could be used")
