"""The whole configuration of the content manager, and its text."""

import posixpath
from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import yaml

from generator.admin.collections import Body, Shelves
from generator.admin.fields import Forms, Pickers


class Repository(NamedTuple):
    """Where the records lie: «owner/name» on GitHub, its main branch, the way to `content/`."""

    name: str
    branch: str
    content: str


def repository(repo_url: str, edit_uri: str, way: str) -> Repository | None:
    """Read what edit links are made of; None where they do not lead to GitHub.

    `way` leads from the hand-written pages, where edit links point, to the records.
    """
    address = urlsplit(repo_url)
    name = address.path.strip("/").removesuffix(".git")
    verb, _, rest = edit_uri.strip("/").partition("/")
    branch, _, pages = rest.partition("/")
    if address.hostname != "github.com" or name.count("/") != 1 or verb != "edit":
        return None
    content = posixpath.normpath(posixpath.join(pages, way))
    return Repository(name, branch, "" if content == "." else f"{content}/")


def configuration(
    repository: Repository,
    pickers: Pickers,
    bodies: Iterable[Body],
    lists: Iterable[str],
    title: str,
    site_url: str,
) -> dict[str, Any]:
    """The configuration; `lists` are the files that hold people and organisations."""
    shelves = Shelves(repository.content, Forms(pickers))
    where = {"site_url": site_url, "display_url": site_url} if site_url else {}
    return {
        "backend": _backend(repository),
        "publish_mode": "editorial_workflow",
        "app_title": title,
        **where,
        "show_preview_links": False,
        "media_folder": f"{repository.content}pages/assets",
        "public_folder": "/assets",
        "media_libraries": {
            "default": {"config": {"slugify_filename": True, "max_file_size": 20_000_000}},
            "stock_assets": {"providers": []},
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 60},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": list(shelves.all(bodies, lists)),
    }


def _backend(repository: Repository) -> dict[str, Any]:
    """GitHub with an access token: no server of anybody stands in between."""
    return {
        "name": "github",
        "repo": repository.name,
        "branch": repository.branch,
        "auth_methods": ["token"],
        "commit_messages": {
            "create": "{{collection}}: добавлено {{slug}}",
            "update": "{{collection}}: изменено {{slug}}",
            "delete": "{{collection}}: удалено {{slug}}",
            "uploadMedia": "Добавлен файл {{path}}",
            "deleteMedia": "Удалён файл {{path}}",
        },
    }


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes what is shared once: many forms have the same parts."""


_Dumper.add_representer(tuple, lambda dumper, value: dumper.represent_list(value))


def text_of(configuration: dict[str, Any]) -> str:
    """The configuration as the content manager reads it: YAML in which shared parts are anchors."""
    return yaml.dump(
        configuration, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000
    )
