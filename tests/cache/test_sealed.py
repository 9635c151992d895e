"""Records put away come back as they were, and nothing but records ever comes back."""

import os
import pickle

import pytest
from demonstration import REPOSITORY

from generator.load import load
from generator.load.sealed import SealError, seal, unsealed

ENTRIES = load(REPOSITORY / "content").entries


class Call:
    """What a stranger would put into a cache: a call of any function."""

    def __reduce__(self):
        return os.system, ("false",)


def test_every_record_of_the_demonstration_comes_back() -> None:
    assert len(ENTRIES) > 200
    for entry in ENTRIES:
        contents = entry.holder.open()
        again = unsealed(seal(contents))
        assert again == contents
        assert repr(again) == repr(contents)


def test_the_same_contents_give_the_same_bytes() -> None:
    for entry in load(REPOSITORY / "content").entries[:50]:
        twin = next(one for one in ENTRIES if (one.kind, one.id) == (entry.kind, entry.id))
        assert seal(entry.holder.open()) == seal(twin.holder.open())


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(Call()),
        pickle.dumps((Call(), "", 1, ())),
        pickle.dumps((eval, "", 1, ())),
        pickle.dumps(ENTRIES[0].holder.open().__class__),
        b"cgenerator.models.base\ncache\n.",
        b"cbuiltins\ngetattr\n.",
        b"",
        b"\x80\x05N.",
        b"garbage",
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(SealError):
        unsealed(data)
