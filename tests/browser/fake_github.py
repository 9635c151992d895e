"""As much of api.github.com as the forms ask: files, a commit on a branch, a pull request."""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, Route

HEAD = "a" * 40
WHEN = "2026-11-21T09:00:00Z"
USER = {"id": 7, "login": "chair", "name": "Председатель", "email": "", "avatar_url": ""}
_OBJECT = re.compile(r'(content_\d+): object\(oid: "(\w+)"\)')


class GitHub:
    """One repository with its files; keeps every call that changes something."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = {digest(text): (path, text) for path, text in files.items()}
        self.calls: list[tuple[str, Any]] = []

    def answer_for(self, page: Page) -> None:
        page.route("https://api.github.com/**", self._answer)

    @property
    def committed(self) -> dict[str, str]:
        """The files of the commits, by their paths."""
        changes = [c["fileChanges"] for name, c in self.calls if name == "createCommitOnBranch"]
        added = [file for change in changes for file in change["additions"]]
        return {file["path"]: base64.b64decode(file["contents"]).decode() for file in added}

    def _answer(self, route: Route) -> None:
        request = route.request
        path = request.url.removeprefix("https://api.github.com").split("?")[0]
        body = request.post_data_json if request.method == "POST" else None
        status, answer = 200, self._graphql(body) if path == "/graphql" else None
        if path != "/graphql":
            status, answer = self._rest(request.method, path, body)
        route.fulfill(
            status=status,
            content_type="application/json",
            headers={"access-control-allow-origin": "*", "access-control-allow-headers": "*"},
            body="" if answer is None else json.dumps(answer),
        )

    def _rest(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        if method == "OPTIONS" or "/collaborators/" in path:
            return 204, None
        if path == "/user":
            return 200, USER
        if "/git/trees/" in path:
            rows = [
                {"type": "blob", "path": path, "sha": sha, "size": len(text)}
                for sha, (path, text) in self.files.items()
            ]
            return 200, {"tree": rows}
        self.calls.append((f"{method} {path}", body))
        made = {"number": 5, "node_id": "PR_5", "title": (body or {}).get("title")}
        return 201, {**made, "html_url": "", "created_at": WHEN, "updated_at": WHEN}

    def _graphql(self, body: dict[str, Any]) -> dict[str, Any]:
        query, variables = body["query"], body.get("variables", {})
        for name, answer in _MUTATIONS.items():
            if f"{name}(input" in query:
                self.calls.append((name, variables["input"]))
                return {"data": {name: answer(query)}}
        return {"data": self._asked(query)}

    def _asked(self, query: str) -> dict[str, Any]:
        if "fork: repository" in query:
            return {"fork": {"id": "R_1"}, "base": {"ref": {"target": {"oid": HEAD}}}}
        if "pullRequests(" in query:
            return {"repository": {"pullRequests": {"nodes": [], "totalCount": 0}}}
        if contents := _OBJECT.findall(query):
            texts = {
                name: {"text": self.files[sha][1], "isTruncated": False} for name, sha in contents
            }
            return {"repository": texts}
        commit = {"oid": HEAD, "message": "m", "author": _AUTHOR, "committedDate": WHEN}
        history = {"target": {"history": {"nodes": [commit]}}}
        names = re.findall(r"(commit_\d+|history_\d+):", query)
        return {"repository": dict.fromkeys(names, history) or {"ref": history}}


_AUTHOR = {"name": "n", "email": "e", "user": {"id": 7, "login": "chair"}}
_MUTATIONS: dict[str, Callable[[str], Any]] = {
    "createRef": lambda query: {"ref": {"name": "b"}},
    "createCommitOnBranch": lambda query: {
        "commit": {
            "oid": "b" * 40,
            "committedDate": WHEN,
            **{name: {"oid": "c" * 40} for name in re.findall(r"(file_\d+):", query)},
        }
    },
}


def digest(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
