"""Contents put away as bytes: small, quick to send to another process, opened when wanted."""

import io
import pickle
from typing import Any

from generator.load.entry import Contents
from generator.models.base import restored


def seal(contents: Contents[Any]) -> bytes:
    """Put contents away."""
    return pickle.dumps(tuple(contents), protocol=pickle.HIGHEST_PROTOCOL)


def unsealed(data: bytes) -> Contents[Any]:
    """Take contents out again. Builds nothing but records and their values, whatever it is given.

    Raises SealError for bytes that are nothing of ours.
    """
    try:
        return Contents(*_Opener(io.BytesIO(data)).load())
    except SealError:
        raise
    except Exception as error:
        raise SealError(str(error)) from error


class SealError(ValueError):
    """These bytes are not contents that this program has put away."""


_OURS = ("generator.models.", "generator.values.")
_PLAIN = frozenset({("datetime", "date"), ("datetime", "time"), ("builtins", "set")})


class _Opener(pickle.Unpickler):
    """Unpickles only classes of records and values: the bytes may come from a stranger."""

    def find_class(self, module: str, name: str) -> Any:
        """Give a class that a record may hold."""
        ours = module.startswith(_OURS) and "." not in name
        if not ours and (module, name) not in _PLAIN:
            raise SealError(f"{module}.{name}")
        found = super().find_class(module, name)
        if not isinstance(found, type) and found is not restored:
            raise SealError(f"{module}.{name}")
        return found
