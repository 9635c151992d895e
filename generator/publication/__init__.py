"""Addresses that people have: every one of them leads somewhere, or says why it does not."""

from generator.publication.check import address_problems
from generator.publication.known import Known, known_addresses, known_among
from generator.publication.lasting import lasting
from generator.publication.list import with_new

__all__ = ["Known", "address_problems", "known_addresses", "known_among", "lasting", "with_new"]
