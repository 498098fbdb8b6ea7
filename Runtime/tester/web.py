"""A test client for a WSGI application that lives in the solution's process."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from tester.remote import Member, Remote
from tester.texts import shown, text_of
from wire.frames import Violation

if TYPE_CHECKING:
    from werkzeug.test import Client


class RemoteApplication:
    """Looks like a WSGI application, and passes each request on."""

    def __init__(self, target: Remote | Member) -> None:
        self._target = target

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length) if length else b""
        plain = {name: value for name, value in environ.items() if type(value) in (str, int, bool)}
        answer = self._target._request("wsgi", plain, body)
        match answer:
            case [str(status), list(headers), bytes(content)]:
                start_response(status, [(text_of(name), text_of(value)) for name, value in headers])
                return [content]
        raise Violation("an answer that is not WSGI")


def web_client(application: Remote | Member) -> "Client":
    """A werkzeug client: `web_client(solution.app)` or `web_client(solution.create_app())`."""
    if not isinstance(application, (Remote, Member)):
        raise AssertionError(f"the solution gave {shown(application)} where a WSGI application is needed")
    from werkzeug.test import Client, TestResponse

    class Browser(Client):
        """Sends a `Cookie` header that a check gives beside the cookies that it keeps; werkzeug's own drops it."""

        def _add_cookies_to_wsgi(self, environ: dict[str, Any]) -> None:
            given = environ.get("HTTP_COOKIE")
            super()._add_cookies_to_wsgi(environ)
            if given:
                environ["HTTP_COOKIE"] = "; ".join(filter(None, (given, environ.get("HTTP_COOKIE"))))

        def resolve_redirect(self, response: TestResponse, buffered: bool = False) -> TestResponse:
            # It would give the cookies of the last request once more.
            last = response.request.environ
            sent = last.pop("HTTP_COOKIE", None)
            try:
                return super().resolve_redirect(response, buffered)
            finally:
                if sent is not None:
                    last["HTTP_COOKIE"] = sent

    return Browser(RemoteApplication(application))
