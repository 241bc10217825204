"""Bodies that are named after their place: 和盛里社区大党委, 示例花园业委会, 鹭湾街道党工委."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from graph_model.names import normal_text
from loaders.resolution.known_things import KnownThings, Thing

_ENDINGS = {
    "PartyCommittee": (
        *("大党工委", "党工委", "大工委", "工作委员会", "大党委", "党总支"),
        *("总支部委员会", "总支", "党委", "委员会", "委"),
    ),
    "OwnersCommittee": ("业主委员会", "业委会"),
    "SupervisoryCommittee": ("业主监督委员会", "监督委员会", "监委会"),
    "ResidentsCommittee": ("居民委员会", "居委会"),
}
_OFFICES = ("街道办事处", "街道办", "镇政府", "人民政府")
_ALL_ENDINGS = (*(normal_text(ending) for endings in _ENDINGS.values() for ending in endings), *_OFFICES)
_PLACES = {
    "PartyCommittee": ("Community", "Subdistrict", "District"),
    "OwnersCommittee": ("Estate",),
    "SupervisoryCommittee": ("Estate",),
    "ResidentsCommittee": ("Community",),
}
_LEVEL_ENDINGS = (
    ("街道", "Subdistrict"),
    ("镇", "Subdistrict"),
    ("社区", "Community"),
    ("村", "Community"),
    ("区", "District"),
)
_OWN_PLACE = {
    **dict.fromkeys(("区", "本区", "全区", "县", "市"), "District"),
    **dict.fromkeys(("街道", "本街道", "镇", "街"), "Subdistrict"),
    **dict.fromkeys(("社区", "本社区", "村"), "Community"),
}
_WITH_COMMUNITY = re.compile(
    r"^(?:(?P<before>[^()]{1,12}?社区)(?P<rest>[^()]+)|(?P<name>.+)\((?P<behind>[^()]{1,12}(?:社区|村))\))$"
)
_WITH_UPPER_PLACE = re.compile(r"^(?:.{1,12}?[区县市])?(.{1,12}?(?:街道|镇|乡))(.+)$")


def bodies_by_place(
    known: KnownThings, label: str, text: str, *, around: Sequence[str] = (), day: date | None = None
) -> list[Thing]:
    """Return the bodies with a label whose place a text names, by place and ending.

    Args:
        known: what is defined.
        label: the label of the body.
        text: such as 和盛里社区大党委, or the place alone; 区委 and 社区大党委 mean those of the row's own places.
        around: uids of the places that the row names, and of its district.
        day: the day of the row, for places that moved to another code.

    Returns:
        The bodies of that place; several where the place has several, or the name fits several places.
    """
    if label not in _PLACES:
        return []
    found: dict[str, Thing] = {}
    for place in known.listed(_places(known, label, text, around), day):
        bodies = list(bodies_of_place(known, label, place.uid))
        named = [b for b in bodies if place in _places(known, label, b.name, (place.uid,))] if len(bodies) > 1 else []
        found |= {body.uid: body for body in named or bodies}
    return list(found.values())


def bodies_of_place(known: KnownThings, label: str, place: str) -> Iterator[Thing]:
    """Return the bodies with a label that belong to a place; a supervisory committee through its owners' committee."""
    if label == "SupervisoryCommittee":
        for committee in known.belonging("OwnersCommittee", place):
            yield from known.belonging(label, committee.uid)
    yield from known.belonging(label, place)


def _places(known: KnownThings, label: str, text: str, around: Sequence[str] = ()) -> Iterator[Thing]:
    plain = normal_text(text).removeprefix("中国共产党").removeprefix("中共")
    stem = next((plain[: -len(e)] for e in _ENDINGS[label] if plain.endswith(e) and len(plain) > len(e)), plain)
    if stem == plain and plain.endswith(_ALL_ENDINGS):
        return  # a body of another kind: 和盛里社区居委会 is no committee of the Party
    own = _OWN_PLACE.get(stem)
    if own in _PLACES[label]:
        chains = (known.things.get(uid) for place in around for uid in known.chain(place))
        yield from (t for t in chains if t is not None and t.label == own)
        return
    level = next((place for ending, place in _LEVEL_ENDINGS if stem.endswith(ending)), None)
    labels = [p for p in _PLACES[label] if level is None or level not in _PLACES[label] or p == level]
    for place_label in labels:
        yield from known.named(place_label, stem)
        upper = split_upper_place(stem)
        if upper and place_label == "Community":
            for subdistrict in known.named("Subdistrict", upper[0]):
                yield from (t for t in known.named(place_label, upper[1]) if subdistrict.uid in known.chain(t.uid))


def split_upper_place(text: str) -> tuple[str, str] | None:
    """Split 鹭湾街道和盛里社区 into subdistrict and rest; None if no subdistrict is named."""
    match = _WITH_UPPER_PLACE.match(normal_text(text))
    return (match[1], match[2]) if match else None


def within_named_community(known: KnownThings, labels: Sequence[str], text: str) -> list[Thing]:
    """Return what 和盛里社区示例花园 or 示例花园（和盛里社区） means, whatever community the row itself names.

    Args:
        known: what is defined.
        labels: the labels that may be meant.
        text: the cell.
    """
    match = _WITH_COMMUNITY.match(normal_text(text))
    if not match:
        return []
    found = match.groupdict()
    community, name = found["before"] or found["behind"], found["rest"] or found["name"]
    places = {t.uid for t in known.named("Community", community)}
    named = {t.uid: t for label in labels for t in known.named(label, name)}
    return [t for t in named.values() if places & set(known.chain(t.uid)[1:])]


def place_for_stub(
    known: KnownThings, label: str, text: str, *, around: Sequence[str] = (), day: date | None = None
) -> str | None:
    """Return the uid of the one place after which a body that nobody defines is named, or None."""
    if label not in _PLACES:
        return None
    found = {t.uid for t in known.listed(_places(known, label, text, around), day)}
    return found.pop() if len(found) == 1 else None
