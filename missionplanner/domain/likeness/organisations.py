"""Judge whether two organisations, or two places, are one."""

from __future__ import annotations

from missionplanner.base.messages import N_, Message
from missionplanner.domain.likeness.facts import Likeness, OrganisationFacts, PlaceFacts
from missionplanner.domain.likeness.people import SAME_EMAIL, SAME_NAME, SAME_PHONE, SPELLING, Distance
from missionplanner.domain.likeness.vocabulary import GENERIC
from missionplanner.domain.likeness.words import Name

SHORT_NAME = Message(N_("one is the short name of the other"))
PART_OF_NAME = Message(N_("one name is part of the other"))
SAME_WEBSITE = Message(N_("same website"))
SAME_CITY = Message(N_("same city"))
OTHER_CITY = Message(N_("another city"))
SAME_ADDRESS = Message(N_("same address"))
OTHER_ADDRESS = Message(N_("another address"))

_SAME, _SPELT, _ACRONYM, _PART = 0.9, 0.76, 0.72, 0.55


def likeness(one: OrganisationFacts, other: OrganisationFacts, distance: Distance) -> Likeness:
    """Return how likely two organisations are one. Branches in different cities or countries never are."""
    score, reasons = _named(one, other, distance)
    same_email = bool(one.mailbox) and one.mailbox == other.mailbox
    same_site = bool(one.domain) and one.domain == other.domain
    same_phone = bool(one.phones) and not set(one.phones).isdisjoint(other.phones)
    proofs = ((same_email, SAME_EMAIL), (same_phone, SAME_PHONE), (same_site, SAME_WEBSITE))
    told = [word for holds, word in proofs if holds]
    if score == 0.0:
        both = same_phone and (same_email or same_site)
        score = 0.8 if both else 0.6 if told else 0.0
    elif told:
        score = min(0.99, max(score, 0.72) + 0.1 + 0.05 * len(told))
    if _apart(one.country, other.country):
        return Likeness(min(score, 0.4), (*told, *reasons))
    if one.town and other.town:
        if far(one, other):
            return Likeness(min(score, 0.55), (*told, *reasons, OTHER_CITY))
        score = min(0.99, score + 0.06) if score else score
        reasons = (*reasons, SAME_CITY)
    return Likeness(round(score, 3), (*told, *reasons))


def far(one: OrganisationFacts, other: OrganisationFacts) -> bool:
    """Tell whether two organisations cannot be one whatever they are called: quicker than comparing names."""
    return _apart(one.country, other.country) or (
        bool(one.town and other.town) and not (one.town in other.town or other.town in one.town)
    )


def _apart(one: str, other: str) -> bool:
    """Tell whether two countries are known and not one."""
    return bool(one and other) and one.casefold() != other.casefold()


def _named(
    one: OrganisationFacts, other: OrganisationFacts, distance: Distance
) -> tuple[float, tuple[Message, ...]]:
    """Return the best that any two of their names say."""
    best: tuple[float, tuple[Message, ...]] = (0.0, ())
    for mine in one.names:
        for theirs in other.names:
            found = compared(mine, theirs, distance)
            if found[0] > best[0]:
                best = found
    return best


def compared(mine: Name, theirs: Name, distance: Distance) -> tuple[float, tuple[Message, ...]]:
    """Return how two names compare, without regard to who bears them."""
    if mine.tokens == theirs.tokens or mine.joined == theirs.joined:
        return _SAME, (SAME_NAME,)
    for short, long in ((mine, theirs), (theirs, mine)):
        if _is_short(short, long):
            return _ACRONYM, (SHORT_NAME,)
    left, right = mine.tokens - theirs.tokens, theirs.tokens - mine.tokens
    if len(left) == len(right) and len(left) <= 2 and _spelt_alike(left, right, distance):
        return _SPELT, (SPELLING,)
    if (left or right) and left | right <= GENERIC:
        return _SPELT, (PART_OF_NAME,)
    if not left or not right:
        few = min(mine.tokens, theirs.tokens, key=len)
        return (_PART, (PART_OF_NAME,)) if any(len(word) > 3 for word in few) or len(few) > 1 else (0.0, ())
    return 0.0, ()


def _is_short(short: Name, long: Name) -> bool:
    """Tell whether a name of one word is made of the first letters of the other, which may bear it in front."""
    if len(short.ordered) != 1 or not 3 <= len(short.ordered[0]) <= 8:
        return False
    word = short.ordered[0]
    return word in (long.acronym, long.acronym[1:] if word == long.ordered[0] else "")


def _spelt_alike(left: frozenset[str], right: frozenset[str], distance: Distance) -> bool:
    rest = set(right)
    for word in left:
        near = next((each for each in rest if _near(word, each, distance)), None)
        if near is None:
            return False
        rest.discard(near)
    return True


def _near(one: str, other: str, distance: Distance) -> bool:
    """Tell whether a slip of the pen makes one word of another; figures never slip."""
    if one.isdigit() or other.isdigit() or abs(len(one) - len(other)) > 2:
        return False
    size = max(len(one), len(other))
    return distance(one, other) <= (2 if size >= 9 else 1 if size >= 5 else 0)


def places(one: PlaceFacts, other: PlaceFacts, distance: Distance) -> Likeness:
    """Return how likely two places are one. Houses of one chain in different streets or cities never are."""
    score, reasons = compared(one.words, other.words, distance)
    if one.town and other.town and one.town != other.town:
        return Likeness(min(score, 0.4), (*reasons, OTHER_CITY))
    if _apart(one.country, other.country):
        return Likeness(min(score, 0.4), reasons)
    if one.town and other.town:
        reasons = (*reasons, SAME_CITY)
        score = min(0.99, score + 0.04) if score else score
    where = _streets(one, other, distance)
    if where is False:
        return Likeness(min(score, 0.55), (*reasons, OTHER_ADDRESS))
    if where is True:
        score = min(0.99, score + 0.25) if score >= _PART else 0.45
        reasons = (*reasons, SAME_ADDRESS)
    if bool(one.phones) and not set(one.phones).isdisjoint(other.phones):
        return Likeness(min(0.99, max(score, 0.6) + 0.2), (SAME_PHONE, *reasons))
    return Likeness(round(score, 3), reasons)


def _streets(one: PlaceFacts, other: PlaceFacts, distance: Distance) -> bool | None:
    """Tell whether both stand in one street at one number; None where too little is known."""
    (mine, my_numbers), (theirs, their_numbers) = one.street, other.street
    if not mine or not theirs:
        return None
    left, right = mine - theirs, theirs - mine
    alike = (
        not left or not right or (len(left) == len(right) == 1 and _street_alike(min(left), min(right), distance))
    )
    if not alike:
        return False
    return None if not my_numbers or not their_numbers else bool(my_numbers & their_numbers)


def _street_alike(one: str, other: str, distance: Distance) -> bool:
    """Tell whether two words of streets are one, which may be cut: Etorb., Etorbidea."""
    short, long = sorted((one, other), key=len)
    return (len(short) >= 3 and long.startswith(short)) or _near(one, other, distance)
