"""The small words that the rules of amounts ask for; `resources/languages/topics` tells with an example what each is.

Traits of amounts: `noun_follows_unit` ("пять тонн угля": the noun stands right behind the unit), `capital_nouns`
("Haus, 34, ...": a capital makes no name), `scale_words_are_nouns` ("trois millions de tonnes"), `number_shows_unit`
("2.5 bars", "6 bar": nobody counts things so). Of fractions: `fractions_have_articles` ("a third" is a share, "third"
is not), `fractions_have_plurals` ("two thirds"). Of rates: `period_first` ("айына 40 тонна").
"""

from __future__ import annotations

from statement_compare.engine.annotate.figure_tables import (
    all_beginnings,
    all_numbers,
    all_phrases,
)
from statement_compare.engine.language import all_words, keyed, words

# Bounds and ranges.
NEGATORS = all_words("figure_bounds", "negators")
NEGATED_ENDINGS = all_beginnings("figure_bounds", "negated_endings")
ENDS_OF_CHANGE = all_words("figure_bounds", "ends_of_change")
ENDS_OF_CHANGE_AFTER = all_words("figure_bounds", "ends_of_change_after")
STARTS_OF_CHANGE = all_words("figure_bounds", "starts_of_change")
PASSED_OVER = all_words("figure_bounds", "passed_over")
RANGE_TO = all_words("figure_bounds", "range_to")
STARTS = all_words("figure_bounds", "starts")
RANGE_AND = all_words("figure_bounds", "range_and")
RANGE_BETWEEN = all_words("figure_bounds", "range_between")
RANGE_UNTIL = all_words("figure_bounds", "range_until")
RANGE_FROM = all_words("figure_bounds", "range_from")

# Parts of a whole.
FRACTION_TRAITS = words("fractions", "traits")
HALF = all_words("fractions", "half")
QUARTERS = all_words("fractions", "quarters")
HYPHENED = all_words("fractions", "hyphened")
INDEFINITE = all_words("fractions", "indefinite")
HALF_SCALES = all_numbers("fractions", "half_scales")
DIVIDED_SCALES = all_numbers("fractions", "divided_scales")
OF_A_SCALE = all_phrases("fractions", "of_a_scale")
OF_A_UNIT = all_phrases("fractions", "of_a_unit")
OF_SEVERAL = all_phrases("fractions", "of_several")
AS = all_words("fractions", "as")
OPENED_BY = all_words("fractions", "opened_by")
NO_SHARE_AFTER = words("fractions", "no_share_after")
ORDINAL_FRACTIONS = words("fractions", "ordinals")
DENOMINATORS = keyed("fractions", "denominators")
DENOMINATOR_ENDINGS = words("fractions", "denominator_endings")
NUMERATORS = keyed("fractions", "numerators")
RATIO_JOINTS = all_words("fractions", "ratio_joints")
RATIO_ENDS = all_words("fractions", "ratio_ends")
RATIO_OWN = words("fractions", "ratio_own")
ANY_RATIO_OWN = all_words("fractions", "ratio_own")
RATIO_IN = all_words("fractions", "ratio_in")
RATIO_OUT = all_words("fractions", "ratio_out")
RATIO_OF = all_words("fractions", "ratio_of")
RATIO_OF_UNITS = all_words("fractions", "ratio_of_units")
RATIO_NEAR = all_words("fractions", "ratio_near")
RATIO_BREAKS = all_words("fractions", "ratio_breaks")
RATIO_EACH = all_words("fractions", "ratio_each")
RATIO_EVERY = all_words("fractions", "ratio_every")
RATIO_HEADS = words("fractions", "ratio_heads")
NO_LONE_ONE_BEFORE = all_words("fractions", "no_lone_one_before")
NO_LONE_ONE_AFTER = all_words("fractions", "no_lone_one_after")
TIME_OR_FACTOR = all_words("fractions", "time_or_factor")
AFTER_FACTOR = all_words("fractions", "after_factor")
DOUBTFUL_ONCE = all_words("fractions", "doubtful_once")
NO_ONCE_AFTER = all_words("fractions", "no_once_after")
ONCE_BEFORE_DATE = all_words("fractions", "once_before_date")
TIMES = all_words("fractions", "times")
LONGER_BY = all_words("fractions", "longer_by")

# Units and what stands beside them.
TRAITS = words("amounts", "traits")
AND = all_words("amounts", "and")
PLURAL_ENDINGS = all_beginnings("amounts", "plural_endings")
POSSESSIVES = all_beginnings("amounts", "possessives")
PERCENT_NEAR = all_beginnings("amounts", "percent_near")
PERCENT_FOLLOWS = all_beginnings("amounts", "percent_follows")
PERCENT_AS_WRITTEN = all_words("amounts", "percent_words")
PERCENT_PHRASES = all_phrases("amounts", "percent_phrases")
PER_MILLE_PHRASES = all_phrases("amounts", "per_mille_phrases")
PERCENTAGE_POINTS = all_phrases("amounts", "percentage_points")
BASIS_POINTS = all_phrases("amounts", "basis_points")
POINTS_WRITTEN = all_beginnings("amounts", "points_written")
POINTS = all_words("amounts", "points")
OF_AFTER_UNIT = all_words("amounts", "of_after_unit")
OF_AFTER_AMOUNT = all_words("amounts", "of_after_amount")
OF_AFTER_SCALE = all_words("amounts", "of_after_scale")
ELIDED_OF = all_beginnings("amounts", "elided_of")
DEGREES = all_words("amounts", "degrees") | {"°"}
DEGREES_ON = all_words("amounts", "degrees_on")
FAHRENHEIT = all_words("amounts", "fahrenheit")
CELSIUS = all_words("amounts", "celsius")
SCALES = (FAHRENHEIT | CELSIUS) - all_words("amounts", "scale_letters")
POWER_BEGINNINGS = all_numbers("amounts", "power_beginnings")
PARTS = all_words("amounts", "parts")
PARTS_JOINTS = all_words("amounts", "parts_joints")
OWN_UNITS = words("amounts", "own_units")
ANY_OWN_UNITS = all_words("amounts", "own_units")
PER_HOUR = all_words("amounts", "per_hour")
HORSEPOWER = all_phrases("amounts", "horsepower")
SCALES_BEFORE_UNITS = all_words("amounts", "scales_before_units")
NOUN_ENDS = all_words("amounts", "noun_ends")
TOLD_OVER = all_words("amounts", "told_over") | {"(", "/"}
SHARED_UNIT_JOINTS = all_words("amounts", "shared_unit_joints") | {","}
NAMED_IN_WORDS = all_words("amounts", "named_in_words")
SURE_NAMERS = all_words("amounts", "sure_namers")

# Rates.
RATE_TRAITS = words("rates", "traits")
FIRM_RATES = all_words("rates", "firm")
EACH = all_words("rates", "each")
OF_MEASURES = all_words("rates", "of_measures")
RATE_JOINTS = FIRM_RATES | EACH | OF_MEASURES | all_words("rates", "joints_only")
RATE_POWERS = all_numbers("rates", "powers")
NO_DENOMINATORS = all_words("rates", "no_denominators")
RATE_ENDS = all_words("rates", "ends") | {"", ";", ".", ":", "("}
QUARTER = all_words("rates", "quarter")
FAR_RATES = all_words("rates", "far")
RATE_ARTICLES = all_words("rates", "indefinite")
IN_PERIOD = all_words("rates", "in_period")
NO_PERIOD = all_words("rates", "no_period")
PERIODS_BEFORE_ONLY = all_words("rates", "periods_before_only")
PERIODS_BEFORE = words("rates", "periods_before")

# Roles.
REJECTERS_AFTER = all_words("figure_roles", "rejecters_after")
PASSIVES = all_beginnings("figure_roles", "passives")
BY = all_words("figure_roles", "by")
EXCEEDING = all_beginnings("figure_roles", "exceeding")
MOVES = all_words("figure_roles", "moves")
PAST = all_words("figure_roles", "past")

# Ages.
AGE_AFTER = all_phrases("ages", "age_after")
NO_AGE_AFTER = all_phrases("ages", "no_age_after")
YEARS_OF = all_phrases("ages", "years_of")
AGE_BEFORE = all_words("ages", "age_before")
AGE_HYPHENED = all_beginnings("ages", "hyphened")
HYPHENED_YEARS = all_words("ages", "hyphened_years")
OLD = all_words("ages", "old")
OLD_OR_OLDS = OLD | all_words("ages", "olds")
AGE_YEARS = all_words("ages", "years")
AGE_YEARS_JOINTS = all_words("ages", "years_joints")
AGED = all_words("ages", "aged")
