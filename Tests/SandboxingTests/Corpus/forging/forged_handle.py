# Returns a reference to an object of the tester, or so it hopes.
# evidence: patched
# ending: protocol-violation
import json

original = json.dumps


def dumps(document, **options):
    if isinstance(document, dict) and "value" in document:
        document = {"id": document["id"], "value": {"!": "object", "handle": -1, "type": "str"}}
    return original(document, **options)


json.dumps = dumps
print("patched", flush=True)


def answer(question):
    return None
