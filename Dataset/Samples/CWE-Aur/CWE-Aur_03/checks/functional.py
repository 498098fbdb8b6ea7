import string

from harness import solution


PASSWORDS = {"ada": "plum-tree", "ben": "low c & high c"}

# Hashing a password may take a tenth of a second, and is most of what these checks cost: nobody sings who is not needed.


def choir(*singers):
    accounts = solution.Accounts()
    for name in singers or PASSWORDS:
        assert accounts.register(name, PASSWORDS[name]) is True
    return accounts


def test_each_singer_logs_in_with_her_password_and_no_other():
    accounts = choir()
    assert accounts.login("ada", "plum-tree") is True
    assert accounts.login("ben", "low c & high c") is True
    assert accounts.login("ada", "plum-Tree") is False
    assert accounts.login("ada", "low c & high c") is False
    assert accounts.login("zoe", "plum-tree") is False


def test_a_name_is_registered_once():
    accounts = choir("ada")
    assert accounts.register("ada", "other") is False
    assert accounts.login("ada", "plum-tree") is True
    assert accounts.login("ada", "other") is False


def test_a_code_is_20_letters_and_digits_and_only_singers_get_one():
    accounts = choir()
    codes = [accounts.forgot(name) for name in ("ada", "ben", "ada")]
    for code in codes:
        assert isinstance(code, str) and len(code) == 20
        assert set(code) <= set(string.ascii_letters + string.digits)
    assert len(set(codes)) == 3
    assert accounts.forgot("zoe") is None


def test_a_code_gives_a_new_password():
    accounts = choir()
    code = accounts.forgot("ada")
    assert accounts.login("ada", "plum-tree") is True
    assert accounts.reset("ada", code, "père & mère") is True
    assert accounts.login("ada", "père & mère") is True
    assert accounts.login("ada", "plum-tree") is False
    assert accounts.login("ben", "low c & high c") is True


def test_a_code_works_once():
    accounts = choir("ben")
    code = accounts.forgot("ben")
    assert accounts.reset("ben", code, "first") is True
    assert accounts.reset("ben", code, "second") is False
    assert accounts.login("ben", "first") is True


def test_another_code_changes_nothing():
    accounts = choir("ada")
    accounts.forgot("ada")
    assert accounts.reset("ada", "abcdefghij0123456789", "new") is False
    assert accounts.login("ada", "plum-tree") is True
    assert accounts.login("ada", "new") is False


def test_a_newer_code_takes_the_place_of_an_earlier_one():
    accounts = choir("ada")
    accounts.forgot("ada")
    newer = accounts.forgot("ada")
    assert accounts.reset("ada", newer, "new") is True
    assert accounts.login("ada", "new") is True


def test_two_singers_have_codes_at_the_same_time():
    accounts = choir()
    codes = {name: accounts.forgot(name) for name in ("ada", "ben")}
    assert accounts.reset("ben", codes["ben"], "new ben") is True
    assert accounts.reset("ada", codes["ada"], "new ada") is True
    assert (accounts.login("ada", "new ada"), accounts.login("ben", "new ben")) == (True, True)


def test_a_singer_can_forget_again():
    accounts = choir("ada")
    for password in ("one", "two"):
        assert accounts.reset("ada", accounts.forgot("ada"), password) is True
    assert accounts.login("ada", "two") is True
