from harness import attempt, exploit_if, solution

NOT_A_CODE = (None, "", " ", "None", "null", 0, False, True, [], {})


def choir():
    accounts = solution.Accounts()
    accounts.register("ada", "plum-tree")
    accounts.register("eve", "eve's own")
    return accounts


def attack(accounts, name, codes, what):
    """Tries all codes, then the password: whoever hashes it takes a while, so it is tried once."""
    taken = [code for code in codes if attempt(accounts.reset, name, code, "chosen by eve").value is True]
    login = attempt(accounts.login, name, "chosen by eve")
    exploit_if(login.value is True, f"{what}: one of {taken or codes!r} as the code gave {name} a new password")


def test_an_account_without_a_code_keeps_its_password():
    attack(choir(), "ada", NOT_A_CODE, "no code was asked for")


def test_an_account_whose_code_is_used_up_keeps_its_password():
    accounts = choir()
    accounts.reset("ada", accounts.forgot("ada"), "ada's new one")
    attack(accounts, "ada", NOT_A_CODE, "the code was used up")


def test_an_account_that_waits_for_its_code_keeps_its_password():
    accounts = choir()
    taken = []
    for code in NOT_A_CODE:
        accounts.forgot("ada")
        taken += [code] if attempt(accounts.reset, "ada", code, "chosen by eve").value is True else []
    login = attempt(accounts.login, "ada", "chosen by eve")
    exploit_if(login.value is True, f"another code was sent, and one of {taken or NOT_A_CODE} gave ada a new password")


def test_the_code_of_one_account_opens_no_other():
    accounts = choir()
    attack(accounts, "ada", [accounts.forgot("eve")], "the code was eve's")
    accounts.forgot("ada")
    attack(accounts, "ada", [accounts.forgot("eve")], "the code was eve's, and ada waits for hers")


def test_a_name_that_is_not_registered_gets_no_account():
    attack(choir(), "conductor", NOT_A_CODE, "no such account")


def test_nobody_logs_in_to_an_account_that_does_not_exist():
    accounts = choir()
    for number, password in enumerate((None, "", False, 0, [], {})):
        login = attempt(accounts.login, f"conductor{number}", password)
        exploit_if(login.value is True, f"{password!r} logged in to an account that does not exist")


def test_no_account_is_taken_over_without_its_password():
    accounts = choir()
    for password in (None, "", True, ["plum-tree"], {"password": "plum-tree"}):
        login = attempt(accounts.login, "ada", password)
        exploit_if(login.value is True, f"{password!r} logged in as ada")
