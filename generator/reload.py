"""The script by which a preview loads a page anew: MkDocs adds it, the policy must let it run."""

from typing import Any

from mkdocs.livereload import LiveReloadServer

from generator.policy import with_script


def allow_reload(server: LiveReloadServer) -> None:
    """Let the script run which the preview puts at the end of each page to load it anew."""
    inject: Any = server._inject_js_into_html

    def inject_and_allow(page: bytes, epoch: int) -> bytes:
        made: bytes = inject(page, epoch)
        script = made[made.rfind(b"<script>") + len(b"<script>") : made.rfind(b"</script>")]
        return with_script(made, script)

    server._inject_js_into_html = inject_and_allow  # type: ignore[method-assign]
