from harness import box, solution
from probes import authorized_keys

OURS = "# keys of the house\nssh-rsa AAAAB3NzaC1yc2EAAAADours= ops@quake\n\nfrom=\"10.0.0.*\",pty ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIours desk, 2nd floor\n"
ED, RSA, EC = (authorized_keys.made(kind, 21) for kind in ("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"))
KEYS = (f"ssh-ed25519 {ED} anna@lab\n", f"ssh-rsa {RSA}\n", f"ecdsa-sha2-nistp256 {EC} the tablet of room 3", f"ssh-ed25519 {ED}")
LABELS = ('"Old" wing, no. #2', "Keller; Raum 3 & 4", "# 1", "Grüße 海 <3", "x", "command=\"receive x\" y", "a\\\"b", "5 % = $5", "ssh-rsa AAAA no key")


def keys(name, content=OURS):
    box.write(name, content)
    return solution.Keys(box.path(name))


def new(name):
    """The lines that were added."""
    content = box.text(name)
    assert content.startswith(OURS) and content.endswith("\n")
    return content[len(OURS) :].split("\n")[:-1]


def test_a_line_for_each_seismograph():
    made = keys("f1.txt")
    for key, school in zip(KEYS, ("lyceum-5", "a", "0", "b" * 30)):
        assert made.add(school, key, "Cellar, room 12") is None
    assert new("f1.txt") == [
        f'restrict,command="receive lyceum-5" ssh-ed25519 {ED} Cellar, room 12',
        f'restrict,command="receive a" ssh-rsa {RSA} Cellar, room 12',
        f'restrict,command="receive 0" ecdsa-sha2-nistp256 {EC} Cellar, room 12',
        f'restrict,command="receive {"b" * 30}" ssh-ed25519 {ED} Cellar, room 12']
    assert made.schools() == [(school, "Cellar, room 12") for school in ("lyceum-5", "a", "0", "b" * 30)]


def test_labels_of_all_kinds():
    made = keys("f2.txt")
    for number, label in enumerate(LABELS):
        made.add(f"s-{number}", KEYS[0], label)
    assert new("f2.txt") == [f'restrict,command="receive s-{n}" ssh-ed25519 {ED} {label}' for n, label in enumerate(LABELS)]
    assert made.schools() == [(f"s-{number}", label) for number, label in enumerate(LABELS)]


def test_no_label():
    made = keys("f3.txt")
    made.add("lyceum", KEYS[0], "")
    assert [line.rstrip(" ") for line in new("f3.txt")] == [f'restrict,command="receive lyceum" ssh-ed25519 {ED}']
    assert made.schools() == [("lyceum", "")]
    made.remove("lyceum")
    assert box.text("f3.txt") == OURS


def test_all_lines_of_a_school_are_taken_out():
    made = keys("f4.txt")
    for school, label in (("lyceum", "1"), ("lyceum-5", "2"), ("lyceum", "3"), ("my-lyceum", "lyceum"), ("b", 'receive lyceum"')):
        made.add(school, KEYS[0], label)
    assert made.remove("lyceum") is None
    assert made.schools() == [("lyceum-5", "2"), ("my-lyceum", "lyceum"), ("b", 'receive lyceum"')]
    assert len(new("f4.txt")) == 3
    made.add("lyceum", KEYS[1], "4")
    assert made.schools()[-1] == ("lyceum", "4")


def test_schools_that_are_there_already():
    made = keys("f5.txt", OURS + f'restrict,command="receive lyceum" ssh-rsa {RSA} Attic\n')
    assert made.schools() == [("lyceum", "Attic")]
    assert solution.Keys("f5.txt").schools() == [("lyceum", "Attic")]
    made.remove("lyceum")
    assert box.text("f5.txt") == OURS and made.schools() == []
