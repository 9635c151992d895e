"""Sentences out of parts: figures and topics are put into the frames of words.py."""

from random import Random

from generator.bench.records.body import Body


def phrase(frames: tuple[str, ...], body: Body, chance: Random) -> str:
    """One of the sentences, with figures and a topic of the association's subject."""
    return filled(chance.choice(frames), body, chance)


def several(frames: tuple[str, ...], number: int, body: Body, chance: Random) -> list[str]:
    """So many different sentences."""
    return [filled(frame, body, chance) for frame in chance.sample(frames, number)]


def filled(frame: str, body: Body, chance: Random) -> str:
    """A sentence with its gaps filled in."""
    if "{" not in frame:
        return frame
    few, many = chance.randint(5, 12), 5 * chance.randint(5, 17)
    return frame.format(
        a=many,
        b=many + 5 * chance.randint(1, 6),
        c=chance.randint(13, 20),
        d=few,
        p=chance.randint(31, 94),
        topic=chance.choice(body.subject.topics),
    )
