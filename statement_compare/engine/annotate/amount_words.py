"""The small words that the rules of amounts ask for; `resources/languages/topics` tells with an example what each is.

Traits of amounts: `noun_follows_unit` ("пять тонн угля": the noun stands right behind the unit), `capital_nouns`
("Haus, 34, ...": a capital makes no name), `scale_words_are_nouns` ("trois millions de tonnes"), `number_shows_unit`
("2.5 bars", "6 bar": nobody counts things so). Of fractions: `fractions_have_articles` ("a third" is a share, "third"
is not), `fractions_have_plurals` ("two thirds"). Of rates: `period_first` ("айына 40 тонна").
"""

from __future__ import annotations

from functools import cache

from statement_compare.engine.annotate.figure_tables import (
    Phrase,
    beginnings,
    named,
    numbers,
    pattern,
    phrases_of,
)
from statement_compare.engine.annotate.quantity_words import Role
from statement_compare.engine.annotate.units import unit
from statement_compare.engine.language import keyed, own_words, words

_BOUNDS = ("just_over", "just_under", "at_least", "at_most", "about")
_BOUNDS_AFTER = ("at_least", "at_most", "about", "just_over")
# Signs before a figure that make it a bound; "+" behind one does.
SIGNS_OF_BOUNDS: dict[Phrase, str] = {
    **dict.fromkeys((("~",), ("≈",)), "about"),
    **dict.fromkeys(((">",), ("≥",), ("⩾",), (">", "=")), "at_least"),
    **dict.fromkeys((("<",), ("≤",), ("⩽",), ("<", "=")), "at_most"),
}
PLUS = "+"
# "30 x 40 m"; the second is the Cyrillic letter.
_SIGNS_OF_SIDES = frozenset({"x", "х", "×"})
_ROLES = (Role.LIMIT, Role.TARGET, Role.AVERAGE, Role.CHANGE)
_ASPECTS = ("high", "long", "wide", "deep", "thick", "across")


@cache
def amount_words(language: str) -> AmountWords:
    """The words that the rules of amounts ask for in a passage of a language; of all languages where it is not told."""
    return AmountWords(language)


class AmountWords:
    """The tables of one language, each read once."""

    def __init__(self, language: str) -> None:
        # Bounds and ranges.
        self.negators = own_words("figure_bounds", "negators", language)
        self.of_none = own_words("figure_bounds", "of_none", language)
        self.of_none_lasting = frozenset(phrases_of("figure_bounds", "of_none_lasting", language))
        self.of_none_of_whom = own_words("figure_bounds", "of_none_of_whom", language)
        self.of_none_ends = own_words("figure_bounds", "of_none_ends", language)
        self.modals = own_words("figure_bounds", "modals", language)
        self.forbidden = frozenset(phrases_of("figure_bounds", "forbidden", language))
        self.negated_endings = beginnings("figure_bounds", "negated_endings", language)
        self.ends_of_change = own_words("figure_bounds", "ends_of_change", language)
        self.ends_of_change_after = own_words("figure_bounds", "ends_of_change_after", language)
        self.starts_of_change = own_words("figure_bounds", "starts_of_change", language)
        self.passed_over = own_words("figure_bounds", "passed_over", language)
        self.range_to = own_words("figure_bounds", "range_to", language)
        self.limiting = frozenset(phrases_of("figure_bounds", "limiting", language))
        self.rated = own_words("figure_bounds", "rated", language)
        self.range_openers = own_words("figure_bounds", "range_openers", language)
        self.starts = own_words("figure_bounds", "starts", language)
        self.range_and = own_words("figure_bounds", "range_and", language)
        self.range_between = own_words("figure_bounds", "range_between", language)
        self.from_endings = beginnings("figure_bounds", "from_endings", language)
        self.range_until = own_words("figure_bounds", "range_until", language)
        self.range_from = own_words("figure_bounds", "range_from", language)

        # Parts of a whole.
        self.fraction_traits = words("fractions", "traits").get(language, frozenset())
        self.half = own_words("fractions", "half", language)
        self.quarters = own_words("fractions", "quarters", language)
        self.hyphened = own_words("fractions", "hyphened", language)
        self.indefinite = own_words("fractions", "indefinite", language)
        self.half_scales = numbers("fractions", "half_scales", language)
        self.divided_scales = numbers("fractions", "divided_scales", language)
        self.of_a_scale = phrases_of("fractions", "of_a_scale", language)
        self.of_a_unit = phrases_of("fractions", "of_a_unit", language)
        self.of_several = phrases_of("fractions", "of_several", language)
        self.as_much = own_words("fractions", "as", language)
        self.opened_by = own_words("fractions", "opened_by", language)
        self.share_ends = own_words("fractions", "share_ends", language)
        self.counting_on = own_words("fractions", "counting_on", language)
        self.counted_before = numbers("fractions", "counted_before", language)
        self.no_share_after = words("fractions", "no_share_after").get(language, frozenset())
        self.ordinal_fractions = words("fractions", "ordinals").get(language, frozenset())
        self.denominators = keyed("fractions", "denominators").get(language, {})
        self.denominator_endings = words("fractions", "denominator_endings").get(language, frozenset())
        self.numerators = keyed("fractions", "numerators").get(language, {})
        self.all_but = phrases_of("fractions", "all_but", language)
        self.ratio_joints = own_words("fractions", "ratio_joints", language)
        self.ratio_ends = own_words("fractions", "ratio_ends", language)
        self.ratio_own = words("fractions", "ratio_own").get(language, frozenset())
        self.any_ratio_own = own_words("fractions", "ratio_own", "")
        self.ratio_in = own_words("fractions", "ratio_in", language)
        self.ratio_out = own_words("fractions", "ratio_out", language)
        self.ratio_of = own_words("fractions", "ratio_of", language)
        self.ratio_of_units = own_words("fractions", "ratio_of_units", language)
        self.ratio_near = own_words("fractions", "ratio_near", language)
        self.ratio_breaks = own_words("fractions", "ratio_breaks", language)
        self.ratio_each = own_words("fractions", "ratio_each", language)
        self.ratio_every = own_words("fractions", "ratio_every", language)
        self.ratio_heads = words("fractions", "ratio_heads").get(language, frozenset())
        self.no_lone_one_before = own_words("fractions", "no_lone_one_before", language)
        self.no_lone_one_after = own_words("fractions", "no_lone_one_after", language)
        self.time_or_factor = own_words("fractions", "time_or_factor", language)
        self.after_factor = own_words("fractions", "after_factor", language)
        self.doubtful_once = own_words("fractions", "doubtful_once", language)
        self.no_once_after = own_words("fractions", "no_once_after", language)
        self.once_before_date = own_words("fractions", "once_before_date", language)
        self.times = own_words("fractions", "times", language)
        self.longer_by = own_words("fractions", "longer_by", language)

        # Units and what stands beside them.
        self.traits = words("amounts", "traits").get(language, frozenset())
        self.and_more = own_words("amounts", "and", language)
        self.plural_endings = beginnings("amounts", "plural_endings", language)
        self.possessives = beginnings("amounts", "possessives", language)
        self.percent_near = beginnings("amounts", "percent_near", language)
        self.percent_follows = beginnings("amounts", "percent_follows", language)
        self.percent_as_written = own_words("amounts", "percent_words", language)
        self.percent_phrases = phrases_of("amounts", "percent_phrases", language)
        self.per_mille_phrases = phrases_of("amounts", "per_mille_phrases", language)
        self.percentage_points = phrases_of("amounts", "percentage_points", language)
        self.basis_points = phrases_of("amounts", "basis_points", language)
        self.points_written = beginnings("amounts", "points_written", language)
        self.points = own_words("amounts", "points", language)
        self.of_after_unit = own_words("amounts", "of_after_unit", language)
        self.of_after_amount = own_words("amounts", "of_after_amount", language)
        self.of_after_scale = own_words("amounts", "of_after_scale", language)
        self.elided_of = beginnings("amounts", "elided_of", language)
        self.degrees = own_words("amounts", "degrees", language) | {"°"}
        self.degrees_on = own_words("amounts", "degrees_on", language)
        self.fahrenheit = own_words("amounts", "fahrenheit", language)
        self.celsius = own_words("amounts", "celsius", language)
        self.scales = (self.fahrenheit | self.celsius) - own_words("amounts", "scale_letters", language)
        self.power_beginnings = numbers("amounts", "power_beginnings", language)
        self.parts = own_words("amounts", "parts", language)
        self.parts_joints = own_words("amounts", "parts_joints", language)
        self.own_units = words("amounts", "own_units").get(language, frozenset())
        # Names of units that are other words elsewhere ("de"): those of all languages, to be refused in other ones.
        self.any_own_units = own_words("amounts", "own_units", "")
        self.per_hour = own_words("amounts", "per_hour", language)
        self.horsepower = phrases_of("amounts", "horsepower", language)
        self.scales_before_units = own_words("amounts", "scales_before_units", language)
        self.noun_ends = own_words("amounts", "noun_ends", language)
        self.told_over = own_words("amounts", "told_over", language) | {"(", "/"}
        self.shared_unit_joints = own_words("amounts", "shared_unit_joints", language) | {","}
        self.counted_in_millions = own_words("amounts", "counted_in_millions", language)
        self.inches = own_words("amounts", "inches", language)
        self.stones = own_words("amounts", "stones", language)
        self.sides_joints = own_words("amounts", "sides_joints", language) | _SIGNS_OF_SIDES
        self.named_in_words = own_words("amounts", "named_in_words", language)
        self.sure_namers = own_words("amounts", "sure_namers", language)

        # Rates.
        self.rate_traits = words("rates", "traits").get(language, frozenset())
        self.firm_rates = own_words("rates", "firm", language)
        self.each = own_words("rates", "each", language)
        self.of_measures = own_words("rates", "of_measures", language)
        self.rate_joints = self.firm_rates | self.each | self.of_measures | own_words("rates", "joints_only", language)
        self.rate_powers = numbers("rates", "powers", language)
        self.no_denominators = own_words("rates", "no_denominators", language)
        self.rate_ends = own_words("rates", "ends", language) | {"", ";", ".", ":", "("}
        self.quarter = own_words("rates", "quarter", language)
        self.far_rates = own_words("rates", "far", language)
        self.rate_articles = own_words("rates", "indefinite", language)
        self.before_times = own_words("rates", "before_times", language)
        self.in_period = own_words("rates", "in_period", language)
        self.no_period = own_words("rates", "no_period", language)
        self.periods_before_only = own_words("rates", "periods_before_only", language)
        self.periods_before = words("rates", "periods_before").get(language, frozenset())

        # Roles.
        self.cited = own_words("figure_roles", "cited", language)
        self.cited_adverbs = own_words("figure_roles", "cited_adverbs", language) | {"-", "‑"}
        self.too = own_words("figure_roles", "too", language)
        self.too_much = own_words("figure_roles", "too_much", language)
        self.made = pattern("figure_roles", "made", language)
        self.made_be = own_words("figure_roles", "made_be", language)
        self.made_for = own_words("figure_roles", "made_for", language)
        self.made_to = own_words("figure_roles", "made_to", language)
        self.made_do = phrases_of("figure_roles", "made_do", language)
        self.made_behind = pattern("figure_roles", "made_behind", language)
        self.capacity = phrases_of("figure_roles", "capacity", language)
        self.may_hold = pattern("figure_roles", "may_hold", language)
        self.rejecters_after = own_words("figure_roles", "rejecters_after", language)
        self.also_of_times = own_words("figure_roles", "also_of_times", language)
        self.reached = own_words("figure_roles", "reached", language)
        self.reached_after = own_words("figure_roles", "reached_after", language)
        self.passives = beginnings("figure_roles", "passives", language)
        self.by = own_words("figure_roles", "by", language)
        self.exceeding = beginnings("figure_roles", "exceeding", language)
        self.moves = own_words("figure_roles", "moves", language)
        self.past = own_words("figure_roles", "past", language)

        # Ages.
        self.age_after = phrases_of("ages", "age_after", language)
        self.no_age_after = phrases_of("ages", "no_age_after", language)
        self.years_of = phrases_of("ages", "years_of", language)
        self.age_before = own_words("ages", "age_before", language)
        self.age_hyphened = beginnings("ages", "hyphened", language)
        self.hyphened_years = own_words("ages", "hyphened_years", language)
        self.old = own_words("ages", "old", language)
        self.old_or_olds = self.old | own_words("ages", "olds", language)
        self.age_years = own_words("ages", "years", language)
        self.age_years_joints = own_words("ages", "years_joints", language)
        self.aged = own_words("ages", "aged", language)

        # Bounds by their words: a phrase behind the figure under its first word, one before it under its last.
        self.prefixes = by_word(
            [(phrase, name) for name in _BOUNDS for phrase in phrases_of("figure_bounds", name, language)]
            + list(SIGNS_OF_BOUNDS.items()),
            -1,
        )
        self.suffixes = by_word(
            [
                (phrase, name)
                for name in _BOUNDS_AFTER
                for phrase in phrases_of("figure_bounds", f"{name}_after", language)
            ]
            + [((PLUS,), "at_least")],
            0,
        )
        # Verbs and comparatives that a "not" shortly before them turns round.
        self.upper_when_negated = frozenset(phrases_of("figure_bounds", "upper_when_negated", language))
        self.lower_when_negated = frozenset(phrases_of("figure_bounds", "lower_when_negated", language))
        self.ordinal_tails = own_words("amounts", "ordinal_tails", language)
        self.below_nought = phrases_of("amounts", "below_nought", language)
        self.percent_words = beginnings("amounts", "percent", language)
        self.not_one = own_words("fractions", "not_one", language)
        self.every = {tuple(phrase.split()): many for phrase, many in numbers("fractions", "every", language).items()}
        self.coins = own_words("amounts", "coins", language)
        self.factors = numbers("fractions", "factors", language)
        self.several_times = numbers("fractions", "several_times", language)
        self.one_time = own_words("fractions", "one_time", language)
        # After a bare "once": it counts, and does not mean "formerly" or "as soon as".
        self.after_once = own_words("amounts", "after_once", language) | {"", ".", ",", ";"}
        self.period_adverbs = {word: unit(name) for word, name in named("rates", "periods", language).items()}
        # Words that make an area or a volume of the length after them ("square metres"), and of the length before them.
        self.powers = {word: int(power) for word, power in named("amounts", "powers", language).items()}
        self.powers_after = {word: int(power) for word, power in named("amounts", "powers_after", language).items()}
        self.role_patterns = tuple((role, pattern("figure_roles", role.value, language)) for role in _ROLES)
        self.change = pattern("figure_roles", Role.CHANGE.value, language)
        self.rejecters = phrases_of("figure_roles", "rejecters", language)
        self.skipped_adjectives = own_words("amounts", "skipped_adjectives", language)
        # Which way a length lies; "40 metres high" says nothing of "200 metres long".
        self.aspect_patterns = tuple((name, pattern("lengths", name, language)) for name in _ASPECTS)
        self.games = pattern("amounts", "games", language)


def by_word(bounds: list[tuple[Phrase, str]], at: int) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    """Phrases of bounds by their first (0) or last (-1) word, the longest first, so that none is tried in vain."""
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, name in sorted(bounds, key=lambda bound: len(bound[0]), reverse=True):
        found.setdefault(phrase[at], []).append((phrase, name))
    return {word: tuple(rows) for word, rows in found.items()}
