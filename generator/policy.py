"""What a browser may load and run on a page: its Content Security Policy (W3C CSP Level 3).

A script runs where it is a file of the site or, inline, where the theme's shell holds it: the
policy names the SHA-256 of each of those. The body of a page is not looked at, so nothing that
somebody has written can allow itself. `frame-ancestors` has no effect in a `<meta>`.
"""

import re
from base64 import b64encode
from hashlib import sha256

_SITE = (
    "default-src 'none'; script-src 'self'{scripts}; style-src 'self'{styles}; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""`data:` are the icons that the theme's style sheets hold; `worker-src` is the search."""
_BARE = "default-src 'none'; base-uri 'none'; form-action 'none'"
"""For a page that is text and links."""

_META = '<meta http-equiv="Content-Security-Policy" content="{}">'
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_RUNS = re.compile(
    r"\s*(|module|importmap|speculationrules|.*(java|ecma|j|live)script.*)\s*", re.IGNORECASE
)
"""Types of scripts that a browser obeys; any other is data (HTML, 4.12.1)."""
_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\b", re.IGNORECASE | re.DOTALL)
_HAS_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""\stype\s*=\s*["']?([^"'>]*)""", re.IGNORECASE)
_BODY = "<article"
"""Where the theme begins to print the body of a page."""


def with_policy(html: str, body: str = "") -> str:
    """Give a page its policy; `body` is what stands in it that is none of the theme's."""
    return _put(html, _SITE.format_map(_hashes(_without(html, body))))


def with_bare_policy(html: str) -> str:
    """Give a page a policy under which it loads and runs nothing."""
    return _put(html, _BARE)


def with_script(page: bytes, script: bytes) -> bytes:
    """Allow one more inline script on a page that has its policy."""
    allowed = b"script-src 'self'"
    return page.replace(allowed, allowed + _source(script).encode(), 1)


def _put(html: str, policy: str) -> str:
    """Behind the declaration of the character set: before all that the policy is about."""
    place = _CHARSET.search(html) or _HEAD.search(html)
    at = place.end() if place else 0
    return html[:at] + _META.format(policy) + html[at:]


def _without(html: str, body: str) -> str:
    begin, mark, rest = html.partition(_BODY)
    return begin + mark + rest.replace(body, "", 1) if body else html


def _hashes(html: str) -> dict[str, str]:
    """The inline scripts and styles of a shell, as sources of a policy; each once, in order."""
    found: dict[str, dict[str, None]] = {"scripts": {}, "styles": {}}
    for tag, attributes, text in _INLINE.findall(html):
        if tag.lower() == "style":
            found["styles"][_source(text.encode())] = None
        elif not _HAS_SOURCE.search(attributes) and _runs(attributes):
            found["scripts"][_source(text.encode())] = None
    return {kind: "".join(sources) for kind, sources in found.items()}


def _runs(attributes: str) -> bool:
    kind = _TYPE.search(attributes)
    return _RUNS.fullmatch(kind[1] if kind else "") is not None


def _source(text: bytes) -> str:
    return f" 'sha256-{b64encode(sha256(text).digest()).decode()}'"
