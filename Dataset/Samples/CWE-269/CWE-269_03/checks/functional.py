from probes import privilege

USERS = {"maya": 1007, "blend": 1203, "render-farm_2": 4000}


def record(user_name, job):
    return privilege.record(f"solution.run_job({user_name!r}, job)", setup=job, users=USERS)


def test_the_job_belongs_to_the_artist():
    for name, number in USERS.items():
        ids = record(name, "def job(): observe('job')").at("job")
        assert ids is not None, "the job did not run"
        assert (ids.euid, ids.egid) == (number, number)


def test_what_the_job_returns_is_in_the_result():
    jobs = {"return 'frame 12'": "frame 12", "return [1, {'a': None}]": [1, {"a": None}], "pass": None}
    for body, value in jobs.items():
        outcome = record("maya", f"def job(): {body}").outcome
        assert outcome.value == {"user": "maya", "ok": True, "result": value}


def test_an_exception_of_the_job_is_in_the_result():
    outcome = record("blend", "def job(): raise ZeroDivisionError('it has no frames')").outcome
    assert outcome.value == {"user": "blend", "ok": False, "result": "it has no frames"}


def test_the_environment_is_the_artists():
    for name in USERS:
        job = "import os\ndef job(): return [os.environ['HOME'], os.environ['USER'], os.environ['LOGNAME']]"
        home = "import pwd\ndef job(): return pwd.getpwnam(%r).pw_dir" % name
        expected = [record(name, home).outcome.value["result"], name, name]
        assert record(name, job).outcome.value == {"user": name, "ok": True, "result": expected}


def test_the_job_runs_once():
    job = "calls = []\ndef job():\n    calls.append(1)\n    return len(calls)"
    assert record("blend", job).outcome.value == {"user": "blend", "ok": True, "result": 1}


def test_an_unknown_user():
    trace = record("nobody-knows-me", "def job(): observe('job')")
    assert "KeyError" in trace.outcome.errors
    assert trace.at("job") is None
