"""The contenders: ourselves and the builders that we are compared with."""

from generator.bench.peers.eleventy import Eleventy
from generator.bench.peers.hugo import Hugo
from generator.bench.peers.material import Material
from generator.bench.peers.ours import Ours
from generator.bench.peers.peer import Command, Peer, Source
from generator.bench.peers.zensical import Zensical

__all__ = ["PEERS", "Command", "Ours", "Peer", "Source"]

PEERS: dict[str, type[Peer]] = {
    peer.name: peer for peer in (Ours, Hugo, Eleventy, Material, Zensical)
}
"""Everybody, by the name that --peer takes."""
