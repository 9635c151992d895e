"""The same facts with no more words than the record itself has: people and schools by id.

This is what stands at the head of a content file for Hugo and Eleventy; their templates add the
labels and look the ids up. What other records say of this one is there too, ready-made.
"""

from generator.bench.facts.album import Album
from generator.bench.facts.page import Row, heading_id, in_words
from generator.bench.records.body import Body, bodies, school_year
from generator.bench.records.frame import Fields

_TEXTS = ("theme", "goal", "form")


def register(number: int, seed: int) -> dict[str, dict[str, Fields]]:
    """Everybody and everything that goes by an id: people, organisations, associations."""
    found: dict[str, dict[str, Fields]] = {"people": {}, "organisations": {}, "associations": {}}
    for body in bodies(number):
        _enter(found, body, seed)
    return found


def _enter(found: dict[str, dict[str, Fields]], body: Body, seed: int) -> None:
    album = Album(body, seed)
    for id_ in album.people:
        found["people"][id_] = {"line": album.person(id_), "name": album.name(id_)}
    for id_, school in album.organisations.items():
        found["organisations"][id_] = {"name": school["name"], "short": school["short_name"]}
    found["associations"][body.id] = {
        "name": album.association["name"],
        "short": album.association["short_name"],
        "whose": album.whose(),
        "heads": album.heads(),
    }


def brief_minutes(album: Album, year: int, place: int, facts: Fields) -> Fields:
    """A meeting: its record, with the facts that come from elsewhere."""
    record = album.meetings[year, place]
    times = f"{record['time']}–{record['end_time']}".replace(":", ".")
    fields: Fields = {
        "body": album.body.id,
        "year": school_year(year),
        "number": record["number"],
        "day": facts["day"],
        "when": f"{in_words(record['date'])}, {facts['weekday']}, {times}",
        "mode": facts["mode"],
        **{name: record[name] for name in _TEXTS if name in record},
        "place": record["place"]["organisation"],
        "room": f"{record['place']['text']}, {record['city']}",
        "head": record["head"],
        "secretary": record["secretary"],
        "attendance": facts["attendance"],
        "invited": facts["invited"],
        "agenda": [
            {"text": item["text"], "kind": note["kind"], "speaker": item["speakers"][0]}
            for item, note in zip(record["agenda"], facts["agenda"], strict=True)
        ],
        "hearings": [_hearing(album, record, spot, facts) for spot in range(3)],
        "signed": facts["signatures"][0]["day"],
    }
    if "people" in record["attendance"]:
        absent = record["attendance"]["people"]
        fields["absent"] = [{"person": row["person"], "reason": row["reason"]} for row in absent]
    if facts["reviews"]:
        fields["reviews"] = [_held(album, review) for review in facts["reviews"]]
    if facts["practices"]:
        fields["practices"] = facts["practices"]
    if facts["neighbours"]:
        fields["neighbours"] = [_held(album, other) for other in facts["neighbours"]]
    return fields


def _hearing(album: Album, record: Fields, spot: int, facts: Fields) -> Fields:
    hearing = record["hearings"][spot]
    fields: Fields = {"speaker": hearing["speakers"][0], "summary": hearing["summary"]}
    if "questions" in hearing:
        fields["questions"] = hearing["questions"]
    if "remarks" in hearing:
        fields["remarks"] = [
            {"speaker": remark["speakers"][0], "summary": remark["summary"]}
            for remark in hearing["remarks"]
        ]
    told = facts["hearings"][spot]["decisions"][0]
    return fields | {"decision": _decision(album, record["decisions"][spot], told)}


def _decision(album: Album, decision: Fields, told: Fields) -> Fields:
    people = [who for who in decision["responsible"] if isinstance(who, str)]
    groups = [who["group"] for who in decision["responsible"] if not isinstance(who, str)]
    fields: Fields = {"text": decision["text"], "responsible": people[0]}
    if groups:
        fields["group"] = groups[0]
    fields["due"] = in_words(decision["due"])
    fields["votes"] = [decision["vote"]["for"], decision["vote"]["abstained"]]
    if "checked" in told:
        fields["checked"] = _held(album, told["checked"])
    return fields


def _held(album: Album, row: Row) -> Row:
    """A link to a meeting, from the association's address on."""
    fields = {name: value for name, value in row.items() if name != "tone"}
    return fields | {"way": row["way"].removeprefix(album.home())}


def brief_plan(album: Album, record: Fields, year: int, facts: Fields) -> Fields:
    """A plan."""
    considered = record["approvals"][0]
    fields: Fields = {
        "body": album.body.id,
        "year": school_year(year),
        "status": facts["status"],
        "theme": record["theme"],
        "goal": record["goal"],
        "tasks": facts["tasks"],
        "basis": facts["basis"],
        "meetings": [_point(item) for item in record["meetings"]],
        "section": facts["section"],
        "events": [_event(item) for item in record["events"]],
        "approved_by": facts["approved"]["by"],
        "approved": facts["approved"]["day"],
    }
    if "meeting" in considered:
        fields["considered"] = f"meetings/{considered['meeting']}/"
        fields["considered_day"] = in_words(considered["date"])
    return fields


def _point(item: Fields) -> Fields:
    fields: Fields = {
        "theme": item["theme"],
        "when": in_words(item["when"]),
        "form": item["form"],
        "question": item["agenda"][0],
        "responsible": item["responsible"][0],
    }
    if "meeting" in item:
        fields["held"] = f"meetings/{item['meeting']}/"
    return fields


def _event(item: Fields) -> Row:
    return {
        "title": item["title"],
        "when": item["when"],
        "responsible": item["responsible"][0],
    }


def brief_practice(album: Album, record: Fields, headings: list[Row], facts: Fields) -> Fields:
    """A practice; its summary is the description of the page."""
    fields: Fields = {
        "body": album.body.id,
        "badges": [badge["label"] for badge in facts["badges"]],
        "author": facts["rows"][0]["value"],
        "organisation": record["organisation"],
        "subjects": ", ".join(record["subjects"]),
        "levels": facts["rows"][3]["value"],
        "grades": ", ".join(record["grades"]),
        "time": record["time_required"],
        "words": facts["words"],
        "goal": record["goal"],
        "tasks": facts["tasks"],
        "replication": record["replication"],
        "created": in_words(record["created_on"]),
        "headings": [row["title"] for row in headings if heading_id(row["title"]) == row["id"]],
    }
    if "recommended" in facts:
        fields["recommended"] = _held(album, facts["recommended"])
    if facts["related"]:
        fields["related"] = facts["related"]
    return fields
