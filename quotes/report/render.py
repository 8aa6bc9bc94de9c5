"""A page in one file: template, style and script together, under a policy that lets nothing else run or load."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from quotes import __version__

_FOLDER = files("quotes.report")


def render(template: str, *, styles: Iterable[str], scripts: Iterable[str] = (), **values: Any) -> str:
    """Return the page that *template* makes of *values*, with *styles* and *scripts*, files of this package, in it."""
    style, script = _joined(styles), _joined(scripts)
    around = {"policy": _policy(style, script), "style": style, "script": script}
    return _environment().get_template(template).render(**values, **around, version=__version__)


@cache
def _environment() -> Environment:
    """Return the templates of this package; every value is escaped."""
    environment = Environment(
        loader=PackageLoader("quotes", "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def _joined(names: Iterable[str]) -> str:
    """Return the text of the files *names* of this package, one after another."""
    return "\n".join(_FOLDER.joinpath(name).read_text(encoding="utf-8") for name in names)


def _policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy under which this style and this script work, and nothing else does."""
    allowed = f"script-src {_hash(script)}; " if script else ""
    return (
        f"default-src 'none'; {allowed}style-src {_hash(style)}; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    """Return the source expression for an inline element that holds *text*."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
