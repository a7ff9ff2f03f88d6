"""What becomes of a person's decisions when texts are compared once more: those whose sentences still stand stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum

from statement_compare.engine.model import Comparison, Link, Side, Span, Statement, Verdict
from statement_compare.session.review import UNDECIDED, Correction, Decision, Lost, Pair, Review, frozen, pair_of

# Two sentences at the same place in two versions are one sentence put right from here on: "bar- rels" / "barrels" is
# .98, "5,000 barrels" / "1,000 barrels" in a sentence of eight words .97, another sentence hardly .5.
_SAME_SENTENCE = 80.0


class ChangeKind(StrEnum):
    LAPSED = "lapsed"  # a confirmation of something else than is there now
    RETURNED = "returned"  # a dismissal of something else than is there now
    LOOK = "look"  # a verdict that a person gave to other words
    VERDICT = "verdict"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """A finding that is another than before; `pair` names it in the new comparison, or in the old where it is gone."""

    kind: ChangeKind
    pair: Pair
    before: Verdict | None = None
    after: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    review: Review
    changes: tuple[Change, ...]


def carried(
    review: Review,
    comparison: Comparison,
    corrections: Iterable[Correction] = (),
    *,
    lapses: bool = True,
    renews: bool = True,
) -> Carried:
    """The review of a new comparison with every decision whose sentences still stand, and what changed.

    `corrections` are those that the texts of `comparison` hold: a sentence that a person put right is the same one,
    however many of its words are others.

    What a person confirmed or dismissed was one verdict on certain words: where either is another one now, that lapses,
    and her note, status and bookmark stay. A verdict of her own stays, and needs another look where the words are
    others. Without `lapses`, all of it stays as it was, as older session files have it.

    A finding that a person confirmed, gave another verdict, noted, or linked by hand stays even where the new
    comparison does not propose it, with its reasons where the words are the same still: where they are others, nobody
    has judged them, and a verdict that she confirmed or gave lapses or needs another look, though she put them right
    herself. What is proposed is shown as it is judged now. A link that she took away stays away, whether it is proposed
    or not. What was decided of sentences that are gone is kept as `lost`. Who speaks is what a person said last.

    Without `renews`, what was shown of a link that is in `by_hand` stays so in place of what is proposed, one comes
    back that was taken away and not proposed for once, and who speaks stays, as older session files have it.
    """
    corrections = tuple(corrections)
    right_again = {(each.side, each.sentence) for each in (*review.corrections, *corrections)}
    left, right = (
        _corrected_sentences(before, after, {sentence for of, sentence in right_again if of is side})
        or same_sentences(before, after)
        for side, before, after in (
            (Side.LEFT, review.proposed.left, comparison.left),
            (Side.RIGHT, review.proposed.right, comparison.right),
        )
    )
    proposed = {pair_of(link) for link in comparison.links}
    moved = {pair: _moved(pair, left, right) for pair in {*review.decisions, *map(pair_of, review.comparison.links)}}
    former = {pair_of(link): link.verdict for link in review.comparison.links}
    now = {pair_of(link): link.verdict for link in comparison.links}
    words = _Words(review, comparison, corrections)
    decisions, lost = {}, list(review.lost)
    lapsed: dict[Pair, ChangeKind] = {}
    for pair, decision in review.decisions.items():
        target = moved[pair]
        if target is None:
            lost.append(Lost(*_texts(review, pair), decision))
        elif lapses:
            is_same = now.get(target, former.get(pair)) is former.get(pair)
            is_judged = not renews or target in proposed or words.are_equal(pair, target)
            # What was dismissed, put right, and is not proposed any more is still nothing.
            are_same = words.stand(pair, target) and (is_judged or decision.is_dismissed)
            stands, why = _standing(decision, are_same_words=are_same, is_same_verdict=is_same)
            if why is not None:
                lapsed[target] = why
            if not stands.is_empty:
                decisions[target] = stands
        else:
            is_same = _texts(review, pair) == _texts(Review(comparison), target)
            decisions[target] = _as_confirmed(decision, former.get(pair), now.get(target)) if is_same else decision
    by_hand: list[Link] = []
    undecided = review.linked.intersection(map(pair_of, review.by_hand)) - review.decisions.keys()
    lost += [Lost(*_texts(review, pair), UNDECIDED) for pair in sorted(undecided) if moved[pair] is None]
    # A link that is decided on or made by hand stays where it is not proposed, as the program judged it last.
    hiding: Set[Pair] = set() if renews else set(map(pair_of, review.by_hand))
    staying = review.decisions.keys() | review.linked | hiding
    for pair, target in moved.items():
        judged = review.proposed_link(pair) if pair in staying else None
        if target is not None and judged is not None and (target not in proposed or pair in hiding):
            by_hand.append(_placed(judged, target, review.proposed, comparison))
    linked, removed = (_all_moved(pairs, left, right) for pairs in (review.linked, review.removed))
    roles = {
        (side, there): role
        for (side, here), role in review.roles.items()
        if (there := (left if side is Side.LEFT else right).get(here)) is not None
    }
    after = Review(
        comparison,
        decisions=frozen(decisions),
        by_hand=tuple(sorted(by_hand, key=pair_of)),
        linked=linked if renews else frozenset(map(pair_of, by_hand)),
        removed=removed if renews else removed & proposed,
        roles=frozen(roles),
        speakers=_speakers(review, comparison) if renews else review.speakers,
        corrections=review.corrections,
        lost=tuple(lost),
    )
    return Carried(after, _changes(review, after, moved, lapsed))


def _speakers(review: Review, comparison: Comparison) -> Mapping[Side, str]:
    """Whom a person named as speakers, where she has said nothing else of these texts since, in their details."""
    sources = (
        (Side.LEFT, review.proposed.left.source, comparison.left.source),
        (Side.RIGHT, review.proposed.right.source, comparison.right.source),
    )
    # A text that is the same names whom it named, so another name is a person's. A new version may name somebody else
    # by itself: then her word stands, since nobody has said anything against it.
    said = {side for side, old, new in sources if old.text == new.text and old.speaker != new.speaker}
    return frozen({side: speaker for side, speaker in review.speakers.items() if side not in said})


def _placed(link: Link, target: Pair, before: Comparison, after: Comparison) -> Link:
    """A link between the sentences that its own ones are now; its reasons go where any of these has other words."""
    left = _Shift(before.left, after.left, link.left, target[0])
    right = _Shift(before.right, after.right, link.right, target[1])
    is_same = left.is_same and right.is_same
    reasons = tuple(replace(each, left=left.of(each.left), right=right.of(each.right)) for each in link.reasons)
    return replace(link, left=target[0], right=target[1], reasons=reasons if is_same else ())


class _Shift:
    """Where words of some sentences stand in another version of their text; `is_same`: the sentences say the same."""

    def __init__(self, before: Statement, after: Statement, ids: Sequence[int], there: Sequence[int]) -> None:
        spans = [(before.sentences[i].span, after.sentences[j].span) for i, j in zip(ids, there, strict=True)]
        self._spans = spans
        self.is_same = all(old.of(before.source.text) == new.of(after.source.text) for old, new in spans)

    def of(self, words: Span | None) -> Span | None:
        """Words of one sentence or of several that follow each other; None for those of none of these sentences."""
        if words is None:
            return None
        starts = [new.start - old.start for old, new in self._spans if old.start <= words.start < old.end]
        ends = [new.start - old.start for old, new in self._spans if old.start < words.end <= old.end]
        return Span(words.start + starts[0], words.end + ends[0]) if starts and ends else None


def _standing(decision: Decision, *, are_same_words: bool, is_same_verdict: bool) -> tuple[Decision, ChangeKind | None]:
    """What of a decision stands, and what to tell of the rest; `is_same_verdict` is asked of the proposed one."""
    if are_same_words and (is_same_verdict or decision.verdict is not None):
        return decision, None
    rest = replace(decision, is_confirmed=False, is_dismissed=False)
    if decision.verdict is not None:
        return replace(rest, needs_another_look=True), ChangeKind.LOOK
    if decision.is_confirmed:
        return rest, ChangeKind.LAPSED
    return rest, ChangeKind.RETURNED if decision.is_dismissed else None


class _Words:
    """Whether sentences still say what they said; also where a person put them right, or took that back."""

    def __init__(self, before: Review, after: Comparison, corrections: Iterable[Correction]) -> None:
        self._before = before.proposed
        self._after = after
        put_right = {(each.side, each.sentence, each.text) for each in corrections}
        taken_back = {(each.side, each.sentence, each.original) for each in before.corrections}
        self._mended = put_right | taken_back

    def stand(self, pair: Pair, target: Pair) -> bool:
        return all(is_equal or now in self._mended for is_equal, now in self._each(pair, target))

    def are_equal(self, pair: Pair, target: Pair) -> bool:
        """Whether they say the same to the letter, but for blanks."""
        return all(is_equal for is_equal, _ in self._each(pair, target))

    def _each(self, pair: Pair, target: Pair) -> Iterator[tuple[bool, tuple[Side, int, str]]]:
        """Of each sentence, whether it says the same, and what it says now."""
        befores, afters = (self._before.left, self._before.right), (self._after.left, self._after.right)
        for side, former, present, here, there in zip(Side, befores, afters, pair, target, strict=True):
            for i, j in zip(here, there, strict=True):
                text = present.sentences[j].text
                yield _flat(former.sentences[i].text) == _flat(text), (side, j, text)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _as_confirmed(decision: Decision, former: Verdict | None, present: Verdict | None) -> Decision:
    """A verdict that a person confirmed stays hers where another one is proposed now, of the same words."""
    is_other = decision.is_confirmed and decision.verdict is None and former is not None and present is not None
    return replace(decision, verdict=former) if is_other and former is not present else decision


def _corrected_sentences(before: Statement, after: Statement, corrected: set[int]) -> Mapping[int, int]:
    """Each sentence at its own place, where none but those that a person put right differ; else nothing."""
    if not corrected or len(before.sentences) != len(after.sentences):
        return {}
    pairs = zip(before.sentences, after.sentences, strict=True)
    is_same = all(a.id == b.id and (a.text == b.text or a.id in corrected) for a, b in pairs)
    return {each.id: each.id for each in before.sentences} if is_same else {}


def same_sentences(before: Statement, after: Statement) -> Mapping[int, int]:
    """Which sentence of a new version each sentence was: equal ones in order, and between them those put right."""
    from rapidfuzz.distance import LCSseq  # here, since the window opens without it

    old, new = ([_flat(each.text) for each in side.sentences] for side in (before, after))
    found: dict[int, int] = {}
    for step in LCSseq.opcodes(old, new):
        if step.tag == "equal":
            found.update(zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True))
    _pair_corrected(old, new, found)
    return {before.sentences[a].id: after.sentences[b].id for a, b in found.items()}


def _pair_corrected(old: Sequence[str], new: Sequence[str], found: dict[int, int]) -> None:
    """Between two equal sentences, those that are alike enough belong together, in their order."""
    from rapidfuzz import fuzz, process

    equal = [*sorted(found.items()), (len(old), len(new))]
    first, start = 0, 0
    for next_equal, end in equal:
        for here in range(first, next_equal):
            alike = process.extract_iter(old[here], new[start:end], scorer=fuzz.ratio, score_cutoff=_SAME_SENTENCE)
            first_alike = next(alike, None)
            if first_alike is not None:
                found[here] = start + first_alike[2]
                start = found[here] + 1
        first, start = next_equal + 1, end + 1


def _moved(pair: Pair, left: Mapping[int, int], right: Mapping[int, int]) -> Pair | None:
    there = tuple(left.get(i) for i in pair[0]), tuple(right.get(i) for i in pair[1])
    if None in there[0] or None in there[1]:
        return None
    return tuple(i for i in there[0] if i is not None), tuple(i for i in there[1] if i is not None)


def _all_moved(pairs: Iterable[Pair], left: Mapping[int, int], right: Mapping[int, int]) -> frozenset[Pair]:
    return frozenset(there for pair in pairs if (there := _moved(pair, left, right)) is not None)


def _texts(review: Review, pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    left, right = review.proposed.left, review.proposed.right
    return tuple(left.sentences[i].text for i in pair[0]), tuple(right.sentences[i].text for i in pair[1])


def _changes(
    before: Review, after: Review, moved: Mapping[Pair, Pair | None], lapsed: Mapping[Pair, ChangeKind]
) -> tuple[Change, ...]:
    """What lapsed comes first, as it undoes what a person had done."""
    former = {pair_of(link): link.verdict for link in before.comparison.links}
    present = {pair_of(link): link.verdict for link in after.comparison.links}
    origins = {target: pair for pair, target in moved.items() if target is not None and pair in former}
    ranks = list(ChangeKind)
    found = [
        Change(kind, pair, former[origins[pair]], present[pair])
        for pair, kind in sorted(lapsed.items(), key=lambda each: (ranks.index(each[1]), each[0]))
        if pair in origins and pair in present
    ]
    found += [
        Change(ChangeKind.VERDICT, pair, former[origins[pair]], verdict)
        for pair, verdict in present.items()
        if pair in origins and former[origins[pair]] is not verdict and pair not in lapsed
    ]
    found += [Change(ChangeKind.NEW, pair, None, verdict) for pair, verdict in present.items() if pair not in origins]
    found += [
        Change(ChangeKind.GONE, pair, verdict, None) for pair, verdict in former.items() if moved[pair] not in present
    ]
    return tuple(found)
