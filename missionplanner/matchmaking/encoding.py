"""Write a timetable as clauses: who meets when, how often everybody waits, and what follows from both.

After the formulation “imp12+” of Bofill and others, JAIR 74 (2022), section 4: besides the rules themselves,
exactly as many busy slots of a participant as meetings, and at most two busy participants for each table of a
slot. Both follow from the rules; a solver does not see it. Days, limits of a day and interpreters are ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from missionplanner.matchmaking.problem import LONGEST_STRETCH, SHORTEST_REST, Places, Problem, bits
from missionplanner.matchmaking.windows import applies, windows_of

_PAIRWISE = 6
"""Up to so many literals, two at a time are forbidden by themselves."""
_COUNTED = 20_000
"""Up to so many literals times the bound, a bound is written by counting instead of sorting.

A solver sees through counters: on the hardest published timetable it is done in two fifths of the time. They grow
with that product, sorting networks hardly more than with the literals.
"""


class Impossible(Exception):
    """Tell that a problem has no timetable, seen while writing it."""


@dataclass
class Encoding:
    """Be a problem in clauses. ``taken[i][t]`` says that meeting i is in slot t.

    ``waits[p]`` are participant p's breaks in unary: the n-th says that there are more than n.
    """

    problem: Problem
    taken: list[dict[int, int]]
    clauses: list[list[int]] = field(default_factory=list)
    waits: list[list[int]] = field(default_factory=list)
    busy: list[dict[int, int]] = field(default_factory=list)
    chosen: dict[int, dict[int, int]] = field(default_factory=dict)
    """Of each meeting that needs one: which variable says that an interpreter takes it."""
    top: int = 0

    def new(self) -> int:
        """Return a variable that was not used yet."""
        self.top += 1
        return self.top

    def read(self, model: Sequence[int]) -> Places:
        """Return the timetable of a model."""
        true = {literal for literal in model if literal > 0}
        return tuple(next((slot for slot, literal in one.items() if literal in true), None) for one in self.taken)

    def read_voices(self, model: Sequence[int], places: Places) -> tuple[int | None, ...]:
        """Return the interpreter of each meeting in a model."""
        true = {literal for literal in model if literal > 0}
        found: list[int | None] = [None] * len(places)
        for one, choices in self.chosen.items():
            if places[one] is not None:
                found[one] = next(voice for voice, literal in choices.items() if literal in true)
        return tuple(found)


def encode(problem: Problem, domains: Sequence[int], fairness: int | None) -> Encoding:
    """Write a problem with all its meetings held in these slots. Raises Impossible.

    A domain of 0 leaves a meeting out. ``fairness`` None leaves breaks as different as they come.
    """
    made = Encoding(problem, [])
    for domain in domains:
        made.taken.append({slot: made.new() for slot in bits(domain)})
    for literals in made.taken:
        if literals:
            _exactly_one(made, list(literals.values()))
    _add_orders(made)
    for party in range(len(problem.parties)):
        _add_busy(made, party)
    _add_tables(made)
    _add_interpreters(made)
    for party in range(len(problem.parties)):
        made.waits.append(_waits(made, party))
    if fairness is not None:
        _add_fairness(made, fairness)
    if applies(problem) and all(domains):
        _add_windows(made, windows_of(problem, domains))
    return made


def narrowed(problem: Problem) -> tuple[int, ...]:
    """Return the domains without the slots that the order of meetings rules out. Raises Impossible."""
    domains = list(problem.domains)
    changed = True
    while changed:
        changed = False
        for earlier, later in problem.precedences:
            if not (domains[earlier] and domains[later]):
                continue
            first, last = bits(domains[earlier])[0], domains[later].bit_length() - 1
            low = domains[later] & ~((1 << first + 1) - 1)
            high = domains[earlier] & ((1 << last) - 1)
            if not (low and high):
                raise Impossible
            changed = changed or (low, high) != (domains[later], domains[earlier])
            domains[later], domains[earlier] = low, high
    return tuple(domains)


def _exactly_one(made: Encoding, literals: list[int]) -> None:
    made.clauses.append(literals)
    _at_most(made, literals, 1)


def _at_most(made: Encoding, literals: list[int], most: int) -> None:
    from pysat.card import CardEnc, EncType

    if most >= len(literals):
        return
    if most == 1 and len(literals) <= _PAIRWISE:
        made.clauses.extend([-one, -other] for n, one in enumerate(literals) for other in literals[:n])
        return
    kind = EncType.totalizer if _is_small(literals, most) else EncType.cardnetwrk
    if most == 1:
        kind = EncType.seqcounter
    written = CardEnc.atmost(lits=literals, bound=most, top_id=made.top, encoding=kind)
    made.top = max(made.top, written.nv)
    made.clauses.extend(written.clauses)


def _exactly(made: Encoding, literals: list[int], count: int) -> None:
    from pysat.card import CardEnc, EncType

    if len(literals) < count:
        raise Impossible
    if len(literals) == count:
        made.clauses.extend([one] for one in literals)
        return
    kind = EncType.seqcounter if _is_small(literals, count) else EncType.cardnetwrk
    written = CardEnc.equals(lits=literals, bound=count, top_id=made.top, encoding=kind)
    made.top = max(made.top, written.nv)
    made.clauses.extend(written.clauses)


def _is_small(literals: Sequence[int], bound: int) -> bool:
    return len(literals) * bound <= _COUNTED


def _add_orders(made: Encoding) -> None:
    for earlier, later in made.problem.precedences:
        for slot, literal in made.taken[later].items():
            if made.taken[earlier]:
                sooner = [other for each, other in made.taken[earlier].items() if each < slot]
                made.clauses.append([-literal, *sooner])


def _add_busy(made: Encoding, party: int) -> None:
    """Say in which slots a participant is busy: at most one meeting each, exactly as many as there are."""
    mine = [made.taken[one] for one in made.problem.of_party[party] if made.taken[one]]
    busy: dict[int, int] = {}
    for slot in range(len(made.problem.slots)):
        literals = [one[slot] for one in mine if slot in one]
        if literals:
            busy[slot] = variable = made.new()
            made.clauses.append([-variable, *literals])
            made.clauses.extend([-one, variable] for one in literals)
            _at_most(made, literals, 1)
    made.busy.append(busy)
    if mine:
        _exactly(made, list(busy.values()), len(mine))
    limit = made.problem.parties[party].max_per_day
    if limit is not None:
        for day in made.problem.days:
            _at_most(made, [busy[slot] for slot in bits(day) if slot in busy], limit)


def _add_tables(made: Encoding) -> None:
    """Bound the meetings of each slot, through groups of which only one can be there at a time."""
    groups = _groups(made)
    for slot, time in enumerate(made.problem.slots):
        present = []
        for group in groups:
            literals = [made.taken[one][slot] for one in group if slot in made.taken[one]]
            if not literals:
                continue
            if len(literals) == 1:
                present.append(literals[0])
                continue
            variable = made.new()
            present.append(variable)
            made.clauses.extend([-one, variable] for one in literals)
        if time.tables < 1:
            made.clauses.extend([-one] for one in present)
        else:
            _at_most(made, present, time.tables)
        _at_most(made, [busy[slot] for busy in made.busy if slot in busy], 2 * time.tables)


def _groups(made: Encoding) -> list[list[int]]:
    """Share the meetings out among participants, the busiest first: each group is never twice in a slot."""
    left = {number for number, one in enumerate(made.taken) if one}
    of_party = [set(some) for some in made.problem.of_party]
    groups = []
    while left:
        group = max(of_party, key=lambda some: len(some & left)) & left
        groups.append(sorted(group))
        left -= group
    return groups


def _add_interpreters(made: Encoding) -> None:
    """Give each meeting that needs one an interpreter who is free and rested."""
    at_work: dict[tuple[int, int], list[int]] = {}
    for number, (wanted, literals) in enumerate(zip(made.problem.meetings, made.taken, strict=True)):
        if wanted.interpreters is None or not literals:
            continue
        chosen = made.chosen[number] = {one: made.new() for one in wanted.interpreters}
        made.clauses.append(list(chosen.values()))
        for one, choice in chosen.items():
            away = made.problem.interpreters[one].unavailable
            for slot, literal in literals.items():
                if away >> slot & 1:
                    made.clauses.append([-choice, -literal])
                    continue
                both = made.new()
                made.clauses.append([-choice, -literal, both])
                at_work.setdefault((one, slot), []).append(both)
    speaking: dict[tuple[int, int], int] = {}
    for key, some in at_work.items():
        _at_most(made, some, 1)
        speaking[key] = variable = made.new()
        made.clauses.extend([-both, variable] for both in some)
    for one, interpreter in enumerate(made.problem.interpreters):
        for stretch in _too_long(made.problem):
            left = [slot for slot in stretch if not interpreter.working >> slot & 1]
            if left and all((one, slot) in speaking for slot in left):
                made.clauses.append([-speaking[one, slot] for slot in left])


def _too_long(problem: Problem) -> list[range]:
    """Return the shortest runs of slots that nobody can interpret without a break."""
    found = []
    for first, begun in enumerate(problem.slots):
        for number in range(first + 1, len(problem.slots)):
            slot, previous = problem.slots[number], problem.slots[number - 1]
            if slot.day != previous.day or slot.start - previous.end >= SHORTEST_REST:
                break
            if slot.end - begun.start > LONGEST_STRETCH:
                found.append(range(first, number + 1))
                break
    return found


def _waits(made: Encoding, party: int) -> list[int]:
    """Count the breaks of a participant in unary, as far as there can be any."""
    breaks = [literal for day in made.problem.days for literal in _breaks(made, party, bits(day))]
    meetings = sum(1 for one in made.problem.of_party[party] if made.taken[one])
    most = min(meetings - 1, len(breaks), _most_breaks(made, meetings))
    if most <= 0:
        made.clauses.extend([-literal] for literal in breaks)
        return []
    if len(breaks) == 1:
        return breaks
    outputs = _totalled(made, breaks, most + 1)
    made.clauses.extend([-literal] for literal in outputs[most:])
    return outputs[:most]


def _most_breaks(made: Encoding, meetings: int) -> int:
    """Return how many breaks so many meetings can have in all days together."""
    slots = len(made.problem.slots)
    return min(slots - meetings, sum((day.bit_count() - 1) // 2 for day in made.problem.days))


def _breaks(made: Encoding, party: int, slots: Sequence[int]) -> list[int]:
    """Say where a break of one day ends: busy in a slot, idle in the one before, busy in an earlier one."""
    busy = made.busy[party]
    found: list[int] = []
    begun: int | None = None
    for slot, following in zip(slots, slots[1:], strict=False):
        now, after = busy.get(slot), busy.get(following)
        begun = _begun(made, begun, now)
        if begun is None or after is None or begun == now:
            continue
        ends = made.new()
        idle = [] if now is None else [now]
        made.clauses.append([-begun, -after, ends, *idle])
        made.clauses.extend(([-ends, begun], [-ends, after], *([-ends, -one] for one in idle)))
        found.append(ends)
    return found


def _begun(made: Encoding, before: int | None, now: int | None) -> int | None:
    """Say that a participant was busy in this slot or an earlier one of the day."""
    if before is None or now is None:
        return now if before is None else before
    either = made.new()
    made.clauses.extend(([-before, either], [-now, either], [-either, before, now]))
    return either


def _totalled(made: Encoding, literals: list[int], most: int) -> list[int]:
    """Return sorted outputs: the n-th is true exactly when more than n literals are, up to ``most``."""
    if len(literals) == 1:
        return literals
    half = len(literals) // 2
    left, right = _totalled(made, literals[:half], most), _totalled(made, literals[half:], most)
    outputs = [made.new() for _ in range(min(most, len(left) + len(right)))]
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            if 0 < i + j <= len(outputs):
                least = [-one for one in (left[i - 1 : i] + right[j - 1 : j])]
                made.clauses.append([*least, outputs[i + j - 1]])
            if i + j < len(outputs):
                made.clauses.append([*left[i : i + 1], *right[j : j + 1], -outputs[i + j]])
    return outputs


def _add_windows(made: Encoding, windows: Sequence[Sequence[int]]) -> None:
    """Say that who does not wait has its meetings in one of its windows; implied, but a solver does not see it."""
    for some, busy, waits, mine in zip(windows, made.busy, made.waits, made.problem.of_party, strict=True):
        if len(mine) < 2:
            continue
        waiting = waits[:1]
        if not (waiting or some):
            raise Impossible
        chosen = {window: made.new() for window in some}
        made.clauses.append([*waiting, *chosen.values()])
        for slot, literal in busy.items():
            made.clauses.append(
                [-literal, *waiting, *(one for window, one in chosen.items() if window >> slot & 1)]
            )
            for window, one in chosen.items():
                within = bool(window >> slot & 1)
                if within or window >> slot + 1 & 1 or window << 1 >> slot & 1:
                    made.clauses.append([-one, literal if within else -literal])


def _add_fairness(made: Encoding, most: int) -> None:
    """Keep all numbers of breaks within ``most`` of the least: nobody above it where somebody has none."""
    if any(not waits for waits in made.waits):
        made.clauses.extend([-literal] for waits in made.waits for literal in waits[most:])
        return
    levels = min(len(waits) for waits in made.waits)
    before: int | None = None
    for level in range(levels + 1):
        at_least = made.new() if level < levels else None
        if at_least is not None:
            made.clauses.extend([-at_least, waits[level]] for waits in made.waits)
            if before is not None:
                made.clauses.append([-at_least, before])
        for waits in made.waits:
            over = waits[level + most : level + most + 1]
            if over:
                made.clauses.append([*([at_least] if at_least is not None else []), -over[0]])
        before = at_least
