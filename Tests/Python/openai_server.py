"""A model server that speaks OpenAI's protocol and knows its answers in advance."""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class OpenAIServer:
    """Answers on loopback while the `with` block lasts.

    answer: makes an answer of the last message's text, or of a completion's prompt. `requests` holds what was asked.
    """

    def __init__(self, answer: Callable[[str], str]) -> None:
        self.requests: list[dict[str, Any]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                server.requests.append(request)
                if "messages" in request:
                    text = answer(request["messages"][-1]["content"])
                    choices = [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}]
                else:
                    prompts = request["prompt"] if isinstance(request["prompt"], list) else [request["prompt"]]
                    choices = [
                        {"index": index, "text": answer(prompt), "finish_reason": "stop"}
                        for index, prompt in enumerate(prompts)
                    ]
                usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
                reply = {"id": "1", "object": "x", "created": 0, "model": "m", "choices": choices, "usage": usage}
                self.send(reply)

            def do_GET(self) -> None:
                self.send({"object": "list", "data": [{"id": "m", "object": "model"}]})

            def send(self, reply: dict[str, Any]) -> None:
                body = json.dumps(reply).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> "OpenAIServer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
