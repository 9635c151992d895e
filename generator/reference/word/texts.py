"""Templates of papers that are texts: analysis, portfolio, the card and handout of a practice."""

from generator.reference.word.paper import Paper


def analysis() -> Paper:
    """The analysis of a year."""
    paper = Paper()
    paper.stamps()
    paper.say("{{ title }}", "Title")
    paper.say("{{ association }}", "Subtitle")
    with paper.each("f", "facts"):
        paper.say("**{{ f.name }}:** {{ f.text }}", "Fact")
    paper.say("{{p text }}")
    with paper.when("attachments"):
        paper.heading("Приложения")
        paper.points("line", "attachments")
    paper.points("line", "steps")
    paper.signatures("signer")
    paper.stamps_below()
    return paper


def portfolio() -> Paper:
    """The portfolio of a year: a cover, the contents, the sections."""
    paper = Paper()
    with paper.each("name", "heads"):
        paper.say("{{ name|upper }}", "Heads")
    for _ in range(10):
        paper.say("", "Cover")
    paper.say("Портфолио", "Title")
    paper.say("{{ association }}", "Cover")
    paper.say("за {{ year }} учебный год", "Cover")
    for _ in range(6):
        paper.say("", "Cover")
    with paper.when("head"):
        paper.say("{{ head }}", "Cover")
    paper.say("{{ place }}", "Cover")
    paper.new_page()
    paper.say("Содержание", "Title")
    with paper.each("line", "contents"):
        paper.say("{{ loop.index }}.\t{{ line }}", "List")
    paper.new_page()
    paper.say("{{p text }}")
    return paper


def practice() -> Paper:
    """The card of a practice."""
    return _practice(13)


def handout() -> Paper:
    """The handout of a practice: closely set, for it is to fit on one page."""
    return _practice(12, close=True)


def _practice(size: float, *, close: bool = False) -> Paper:
    paper = Paper(size, close=close)
    paper.say("{{ title }}", "Title")
    paper.say("{{p text }}")
    return paper
