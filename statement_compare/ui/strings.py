"""Every word the window shows: one table a language, looked up by key, with plural forms and places to fill."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from statement_compare.engine.colours import TITLES
from statement_compare.engine.model import Comparison, Link, Reason, ReasonKind, Role, Side, Verdict
from statement_compare.engine.report.wording import KINDS, reason_message
from statement_compare.engine.report_formats import REPORTS
from statement_compare.engine.text import hidden
from statement_compare.errors import StatementCompareError

SIGNS: Final = {
    Verdict.AGREEMENT: "=",
    Verdict.QUALIFIED: "~",
    Verdict.CONTRADICTION: "≠",
    Verdict.UNCLEAR: "?",
}
UNANSWERED_SIGN: Final = "∅"
SIDE_LETTERS: Final = {Side.LEFT: "L", Side.RIGHT: "R"}

_ISOLATES: Final = re.compile("([\u2068\u2069])")

# A tuple holds plural forms, in the order in which the language's plural rule numbers them.
ENGLISH: Final[Mapping[str, str | tuple[str, ...]]] = {
    "product": "Statement Compare",
    "window.title": "{left} – {right}",
    "window.title_one": "{one} – Statement Compare",
    # menus and actions
    "menu.file": "&File",
    "menu.edit": "&Edit",
    "menu.go": "&Go",
    "menu.view": "&View",
    "menu.sides": "&Sides",
    "menu.help": "&Help",
    "menu.recent": "Recent pairs",
    "menu.recent_none": "No pairs yet",
    "menu.left_side": "Left side",
    "menu.right_side": "Right side",
    "menu.encoding": "Encoding",
    "menu.language": "Language",
    "menu.theme": "Theme",
    "action.open_left": "Open left…",
    "action.open_right": "Open right…",
    "action.undo": "Undo",
    "action.paste": "Paste as a text",
    "action.report": "Save report…",
    "action.sample": "Open the sample pair",
    "action.close_pair": "Close the pair",
    "action.forget": "Forget recent pairs…",
    "action.quit": "Quit",
    "action.copy": "Copy the chosen finding",
    "action.copy_text": "Copy the selected text",
    "action.select_all": "Select the whole text",
    "action.find": "Find in both…",
    "action.find_next": "Find next",
    "action.find_previous": "Find previous",
    "action.what_if": "Try other words (what if)",
    "action.settings": "Settings…",
    "action.next": "Next finding",
    "action.previous": "Previous finding",
    "action.next_contradiction": "Next contradiction",
    "action.previous_contradiction": "Previous contradiction",
    "action.other_side": "Other side",
    "action.findings_focus": "Go to the list of findings",
    "action.texts_focus": "Go to the texts",
    "action.unanswered": "Unanswered sentences",
    "action.swap": "Swap sides",
    "action.compare_again": "Read and compare again",
    "action.stop": "Stop",
    "action.details_left": "About the left side…",
    "action.details_right": "About the right side…",
    "action.lines": "Each line is one sentence",
    "action.zoom_in": "Larger text",
    "action.zoom_out": "Smaller text",
    "action.zoom_reset": "Normal size of text",
    "action.findings": "List of findings",
    "action.inspector": "Reason below the texts",
    "action.overview": "Overview bar",
    "action.scroll_locked": "Scroll both sides together",
    "action.hidden_characters": "Show invisible characters",
    "action.projector": "Projector view",
    "action.full_screen": "Full screen",
    "action.theme_system": "As the system",
    **{f"action.theme_{theme}": title for theme, title in TITLES.items()},
    "action.theme_contrast": "More contrast",
    "action.shortcuts": "Keyboard shortcuts…",
    "action.legend": "Signs and colours…",
    "action.about": "About Statement Compare",
    # what an action does, for the status bar and the shortcuts page
    "help.open_left": "Choose a file for the left side; two files fill both sides.",
    "help.open_right": "Choose a file for the right side.",
    "help.undo": "Bring back the text that was replaced or closed last; once more, and it is as it was.",
    "help.paste": "Paste into the side that is empty, or else into the side that you are in.",
    "help.report": "Save this comparison as a page, a table or JSON.",
    "help.forget": "Empty the list of recent pairs and delete the pasted texts that are kept for them.",
    "help.what_if": "Change a sentence of the chosen finding for a try and see what would be said; "
    "the statements stay as they are.",
    "help.legend": "What = ~ ≠ ? ∅ stand for.",
    "help.sample": "Two short statements made up for trying the program.",
    "help.next": "By severity, as in the list; at the last one, once more starts over.",
    "help.other_side": "Move from a sentence to the sentence that it is compared with.",
    "help.compare_again": "Read both files anew, as they may have changed, and compare them.",
    "help.lines": "Do not cut lines into sentences: each line that is not empty is one sentence.",
    "help.swap": "Left becomes right and right becomes left.",
    "help.hidden_characters": "Write what shows nothing or turns the direction of words by its number, as in ‹U+202E›; "
    "what is compared stays the same.",
    "help.projector": "Large text and nothing but the two sides and the reason.",
    "help.unanswered": "What one side says and the other never takes up.",
    # toolbar
    "bar.open_left": "Open left",
    "bar.open_right": "Open right",
    "bar.swap": "Swap",
    "bar.find": "Find in both…",
    "bar.report": "Report…",
    "bar.unanswered": "Unanswered {n}",
    "bar.findings": "Findings {n}",
    "bar.place": "{verdict} {position} of {total}",
    "bar.place_short": "{sign} {position} / {total}",
    "bar.no_place": ("{n} finding", "{n} findings"),
    "bar.no_finding": "No finding",
    "bar.no_findings": "No findings",
    # verdicts and kinds
    "verdict.agreement": "Agreement",
    "verdict.qualified": "Qualified",
    "verdict.contradiction": "Contradiction",
    "verdict.unclear": "Unclear",
    "verdict.may_contradict": "May contradict",
    "verdict.unanswered": "Unanswered",
    "verdicts.agreement": ("{n} agreement", "{n} agreements"),
    "verdicts.qualified": ("{n} qualified", "{n} qualified"),
    "verdicts.contradiction": ("{n} contradiction", "{n} contradictions"),
    "verdicts.unclear": ("{n} unclear", "{n} unclear"),
    **{f"kind.{kind}": words.title for kind, words in KINDS.items()},
    "role.claim": "Claim",
    "role.question": "Question",
    "role.opinion": "Opinion",
    "role.prediction": "Prediction",
    "role.courtesy": "Courtesy",
    "role.contact": "Contact",
    "role.heading": "Heading",
    "side.left": "Left",
    "side.right": "Right",
    # findings
    "findings.title": "Findings",
    "findings.all": "All {n}",
    "findings.kind_any": "Every reason",
    "findings.filter": "Filter by words",
    "findings.filter_hint": "Filter…",
    "findings.none": "Nothing in these two texts speaks of the same matter.",
    "findings.filtered": "No finding passes this filter.",
    "findings.show_all": "Show all",
    "findings.waiting": "Findings appear here once both sides are open.",
    "findings.chip_tip": "Show only: {words}",
    "findings.all_tip": "Show all findings",
    "findings.denied_one": "{place} denies the charges in general; 1 claim has no other answer.",
    "findings.denied": "{place} denies the charges in general; {n} claims have no other answer.",
    "findings.unanswered_none": "Each side takes up everything the other says.",
    "findings.heard": "{verdict}, {kind}. Left: {left}. Right: {right}. {position} of {total}.",
    "findings.heard_plain": "{verdict}. Left: {left}. Right: {right}. {position} of {total}.",
    "findings.heard_unanswered": "Unanswered, {side}: {text} {position} of {total}.",
    # inspector
    "inspector.name": "Reason for the chosen finding",
    "inspector.choose": "Choose a finding to see why it was called so.",
    "inspector.waiting": "Both texts are compared as soon as they are here. To try it: File › Open the sample pair.",
    "inspector.heading": "{sign} {verdict} · {kinds}",
    "inspector.heading_plain": "{sign} {verdict}",
    "inspector.confidence": "Verdict confidence",
    "inspector.no_confidence": "–",
    "inspector.similarity": "Wording in common",
    "inspector.percent": "{n} %",
    "inspector.by_rule": "{kinds} rule",
    "inspector.by_rules": "{kinds} rules",
    "inspector.by_model": "Judged by the language model",
    "inspector.by_words": "Judged by the words in common",
    "inspector.model_agrees": "model agrees",
    "inspector.model_unsure": "model is unsure",
    "inspector.model_differs": "model sees {verdict}",
    "inspector.no_model": "no model asked",
    "inspector.forward": "L → R",
    "inspector.backward": "R → L",
    "inspector.forward_is": "Left read as premise, right as hypothesis",
    "inspector.backward_is": "Right read as premise, left as hypothesis",
    "inspector.outcomes": "entails {entailment}, neutral {neutral}, contradicts {contradiction}",
    "inspector.outcomes_tip": "{direction}: {outcomes}.",
    "inspector.outcomes_are": "How likely the hypothesis follows from the premise (=), is left open by it (?) or "
    "cannot be true beside it (≠), as the language model reads them.",
    "inspector.gauge_tip": "How many of the verdicts shown at this figure hold. It says nothing about the wording.",
    "inspector.similarity_tip": "How much of the wording both sides share. It pairs sentences and never judges them.",
    "inspector.unanswered": "{sign} Unanswered · {side}",
    "inspector.unanswered_why": "The other side has no sentence that takes this up.",
    "inspector.unanswered_near": "No answer was found; {place} comes nearest.",
    "inspector.unanswered_unread": "No answer was found; no language model has read this with what the other side "
    "says.",
    "inspector.unanswered_denied": "{place} denies the charges in general.",
    "inspector.no_finding": "No finding · {side}",
    "inspector.no_finding_why": "This is no claim, so nothing on the other side was taken for its answer.",
    "inspector.nearest": "{place} is nearest to it by its wording, and was not taken for an answer.",
    "inspector.unclear_why": "They speak of the same matter; no rule found a figure, date, name or negation that "
    "decides.",
    "inspector.unclear_why_model": "Neither the rules nor the language model can tell whether both can hold.",
    "inspector.unclear_why_leans": "The language model leans towards {verdict}, but not surely enough to call it so.",
    "inspector.by_none": "No rule decided",
    "inspector.what_if": "What if",
    "inspector.what_if_start": "What if…",
    "inspector.what_if_start_tip": "Try other words on either side and see what would be said then",
    "inspector.what_if_end": "Back to the original",
    "inspector.what_if_end_tip": "Show the sentences as they stand in the statements (Esc)",
    "inspector.what_if_note": "the statements are not changed",
    "inspector.what_if_was": "was {sign} {verdict}",
    "inspector.what_if_tip": "An experiment: what is typed here changes neither the statements nor the comparison nor "
    "a report. The two texts are judged by themselves, without the sentences around them.",
    "inspector.what_if_heard": "What if – the statements are not changed",
    "inspector.what_if_field": "{side}, {tag}, other words to try",
    "inspector.what_if_judging": "Judging…",
    "inspector.what_if_empty": "Both sides need some words to be judged.",
    "inspector.what_if_long": "This is too long to be judged as one pair: at most {n} characters a side.",
    "inspector.what_if_failed": "This pair could not be judged: {problem}",
    "inspector.what_if_nothing": "Choose a finding to try other words in it.",
    "inspector.filtered": "The chosen finding does not pass the filter.",
    # status bar
    "status.sentences": "Sentences",
    "status.pairs": "Pairs",
    "status.unanswered": "Unanswered",
    "status.last": "That was the last one. Once more starts at the top.",
    "status.first": "That was the first one. Once more goes to the end.",
    "status.no_contradiction": "There is no contradiction.",
    "status.contradictions_filtered": "No contradiction passes the filter.",
    "status.no_finding": "There is no finding to go to.",
    "status.found": ("{n} place: {left} left, {right} right", "{n} places: {left} left, {right} right"),
    "status.found_short": "{left} + {right}",
    "status.found_at": "{position} of {n}",
    "status.not_found": "“{text}” is in neither text.",
    "status.saved": "Saved: {path}",
    "status.copied": "Copied.",
    "status.nothing_to_copy": "Nothing is selected in the texts.",
    "status.nothing_to_paste": "There is no text to paste.",
    "status.no_model": "Words and rules alone",
    "status.pairing": "Pairing: {words}",
    "pairing.english": "English encoder",
    "pairing.multilingual": "multilingual encoder",
    "pairing.both": "English and multilingual encoder",
    "pairing.words": "words alone",
    "status.pairing_tip": "The sentences of this pair were brought together by: {pairing}.",
    "status.pairing_models": "Model: {names}.",
    "status.forgotten": "The recent pairs and the texts kept for them are gone.",
    "status.model_loading": "Loading the model…",
    "status.judging": "Judging: {words}",
    "judging.fast": "fast model",
    "judging.thorough": "thorough model",
    "judging.own": "own model",
    "judging.unmeasured": "own model, not measured",
    "judging.multilingual": "multilingual model",
    "judging.rules": "rules alone",
    "status.judging_tip": "The pairs were judged by: {judging}.",
    "status.unmeasured_tip": "Another model’s table weighs its answers, and how sure its verdicts are is not known; "
    "statement-compare models add FOLDER, on the command line, measures it.",
    "status.refining": "Checking again with the thorough model…",
    "status.refining_tip": "These are the verdicts of the fast model. {stopping}",
    "status.refining_stop": "{keys} stops and keeps them.",
    "status.refined_same": "Checked again: every verdict stays.",
    "status.refined": ("Checked again: {n} verdict changed.", "Checked again: {n} verdicts changed."),
    "status.part": "{stage}, part {part}",
    "status.stopped": (
        "Judging was stopped. The {n} pair judged so far stays; the rest is not judged.",
        "Judging was stopped. The {n} pairs judged so far stay; the rest is not judged.",
    ),
    "status.broken_off": (
        "Judging broke off. The {n} pair judged so far stays; the rest is not judged.",
        "Judging broke off. The {n} pairs judged so far stay; the rest is not judged.",
    ),
    "status.go_on": "Go on judging",
    "settings.preset_short_strict": "Strict",
    "settings.preset_short_lenient": "Lenient",
    "status.preset_tip": "Contradictions: {words}. Edit › Settings changes it.",
    "status.model_tip": "What brings the sentences of both sides together",
    "status.zoom": "{n} %",
    # sides
    "side.links": "Links between both sides",
    "field.clear": "Clear: {name}",
    "side.sentences": ("{n} sentence", "{n} sentences"),
    "side.hidden": ("{n} invisible character", "{n} invisible characters"),
    "side.notes": ("{n} note", "{n} notes"),
    "side.noted": "{side}: {words}",
    "side.pasted": "pasted text",
    "side.empty_left": "Left side",
    "side.empty_right": "Right side",
    "side.empty_ways": "Drop a file here, paste text{pasting} or open one{opening}",
    "side.keys": " ({keys})",
    "side.no_sentences": "There is no sentence in this text.",
    "side.link_tip": "{verdict} · {place}",
    "side.heard": "{text} {side}, {position} of {total}.",
    "side.heard_verdict": "{verdict}. {rest}",
    "side.heard_clashes": "Marked words: {words}.",
    "side.heard_empty": "{side}, empty",
    "side.heard_text": "{side}: {title}, {details}",
    "side.guessed": "{encoding} (guessed)",
    "side.reading": "Reading {name}…",
    "side.comparing": "Comparing…",
    "side.auto": "Guess",
    "side.auto_is": "{automatic} ({found})",
    "stage.read": "Reading",
    "stage.segment": "Cutting into sentences",
    "stage.align": "Pairing the sentences",
    "stage.encode": "Pairing the sentences",
    "stage.entail": "Reading the pairs together",
    "stage.judge": "Judging the pairs",
    "stage.other": "Working",
    # errors
    "error.title": "This cannot be read",
    "error.compare": "The comparison did not come to an end",
    "error.worker_crashed": "The part of the program that reads and compares has stopped. A new one is running; "
    "try again. If it happens again, this file holds what was seen: {log}",
    "error.worker_fault": "The program met a fault of its own here, and does without this. "
    "This file holds what was seen: {log}",
    "error.worker_not_started": "No process could be started to read and compare. Close other programs and try again.",
    "error.out_of_memory": "There is not enough memory for this. Close other programs, or compare shorter texts.",
    "error.refining_stopped": "Stopped. The verdicts of the fast model stay.",
    "error.not_taken": "“{name}” was not opened: {reason} What was open stays.",
    "error.stopped": "Stopped. Press {keys} to compare.",
    "error.session_file": "This is a saved session, which this version cannot open yet. "
    "Open the two texts that it was made from.",
    "error.unwritable": "“{path}” could not be written: {reason}.",
    "notice.settings_damaged": "The settings file was damaged. The settings start afresh; "
    "the old file is kept at {path}",
    "notice.settings_refused": "Some settings made no sense and are back at their defaults: {names}",
    "notice.not_saved": "{path} could not be written: {reason}",
    # dialogs
    "dialog.ok": "OK",
    "dialog.cancel": "Cancel",
    "dialog.close": "Close",
    "dialog.reset": "Back to defaults",
    "open.title_left": "Open the left side",
    "open.title_right": "Open the right side",
    "open.filter": "Statements ({patterns});;All files (*)",
    "report.title": "Save the report",
    "report.unnamed": "text",
    **{f"report.{each.name}": each.title for each in REPORTS},
    "settings.title": "Settings",
    "settings.look": "Look",
    "settings.theme": "Theme",
    "settings.zoom": "Size of the texts",
    "settings.colours": "Colours",
    "settings.colour_reset": "Back to the theme's colours",
    "settings.colour_pick": "Choose a colour for: {name}",
    "settings.shade_ink": "Sign",
    "settings.shade_tint": "Sentence",
    "settings.shade_words": "Words",
    "settings.judging": "Judging",
    "settings.preset": "Contradictions",
    "settings.preset_strict": "Strict – only the sure ones",
    "settings.preset_normal": "Normal",
    "settings.preset_lenient": "Lenient – more of them, and more false ones",
    # Single pairs of the development set with the thorough model: docs/verdicts.md.
    "settings.preset_strict_figures": (
        "On 220 test pairs all contradictions shown held, and 52 of 100 were found; in whole statements fewer."
    ),
    "settings.preset_normal_figures": (
        "On 220 test pairs 90 of 100 contradictions shown held, and 76 of 100 were found; in real disputes one in four."
    ),
    "settings.preset_lenient_figures": (
        "On 220 test pairs 83 of 100 contradictions shown held, and 90 of 100 were found; in whole statements fewer."
    ),
    "settings.model": "Language model",
    "settings.model_fast": "Fast",
    "settings.model_thorough": "Thorough – better verdicts, some seconds later",
    "settings.model_none": "None – words and rules alone",
    "settings.model_other": "Other…",
    "settings.model_own": "Own: {name}",
    "settings.model_title": "Choose a model's folder",
    "settings.model_checking": "Looking into “{name}”…",
    "settings.model_wrong": "{problem}. What was chosen before stays.",
    "settings.model_unmeasured": "This model has not been measured: the thorough model’s table weighs its answers, and "
    "how sure its verdicts are is not known. On the command line, statement-compare models add FOLDER measures it.",
    "settings.model_absent": "This model does not come with this version: rules alone judge.",
    "settings.start": "At start",
    "settings.reopen": "Open the last pair where it was left",
    "settings.reopen_note": "Pasted texts are kept in the data folder until another pair replaces them in the list "
    "of recent pairs; File › Forget recent pairs deletes them at once.",
    "settings.percent": " %",
    "shortcuts.title": "Keyboard shortcuts",
    "shortcuts.search": "Find an action or a key",
    "shortcuts.action": "Action",
    "shortcuts.keys": "Keys",
    "shortcuts.change": "New key for “{name}”:",
    "shortcuts.press": "Press the keys",
    "shortcuts.add": "Add",
    "shortcuts.only": "Use only this",
    "shortcuts.none": "No key",
    "shortcuts.default": "Default",
    "shortcuts.conflict": "{keys} belongs to “{name}” and would be taken from it.",
    "about.title": "About Statement Compare",
    "about.version": "Version {version}",
    "about.what": "It compares two texts and shows where they agree, where they contradict each other and in which "
    "words, and what one says and the other never takes up.",
    "about.truth": "It does not establish what is true: a contradiction says that both cannot hold, not which of them "
    "does. Every verdict is for a person to check.",
    "about.private": "Nothing leaves this computer. The program has no code that could send anything.",
    "about.models": "Models",
    "about.licences": "Licences",
    "legend.title": "Signs and colours",
    "legend.agreement": "Both sides say the same.",
    "legend.qualified": "The same claim, which one side softens, narrows or bounds.",
    "legend.contradiction": "Both cannot be true; the words that clash are underlined.",
    "legend.unclear": "The same matter, and nothing decides whether both can hold.",
    "legend.unanswered": "The other side never takes it up; a dotted line is under it.",
    "legend.note": "The colours can be changed under Edit › Settings.",
    "forget.title": "Forget recent pairs",
    "forget.text": "Empty the list of recent pairs?",
    "forget.more": "Pasted texts that are kept for them are deleted. Files stay as they are, and so does what is open.",
    "forget.do": "Forget",
    "about.licence_own": "Statement Compare: MIT licence.",
    "about.licence_libraries": "Qt and PySide6: LGPL 3. RapidFuzz, onnxruntime, sentencex, selectolax "
    "and charset-normalizer: MIT. NumPy, pypdfium2, lxml, babel, pint and snowballstemmer: BSD. "
    "tokenizers: Apache 2.0.",
    "details.title_left": "About the left side",
    "details.title_right": "About the right side",
    "details.title": "Title",
    "details.speaker": "Who speaks",
    "details.date": "Date",
    "details.date_hint": "year-month-day, such as 2021-11-01",
    "details.date_wrong": "This is no date. Write year-month-day, such as 2021-11-01.",
    "details.file": "File",
    "details.encoding": "Encoding",
    "details.notes": "Notes of the reader",
    "crash.title": "Something went wrong",
    "crash.text": "The program met a fault it does not know. Your texts are safe: files are never changed, and pasted "
    "texts are kept. It is best to close the program and open it again.",
    "crash.where": "What was seen is written to {path}",
    # languages by their ISO 639-1 code
    "language.en": "English",
    "language.ru": "Russian",
    "language.kk": "Kazakh",
    "language.de": "German",
    "language.fr": "French",
    "language.es": "Spanish",
    "language.it": "Italian",
    "language.uk": "Ukrainian",
}


def _english_plural(n: int) -> int:
    return 0 if n == 1 else 1


_LANGUAGES: Final[Mapping[str, tuple[Mapping[str, str | tuple[str, ...]], Callable[[int], int]]]] = {
    "en": (ENGLISH, _english_plural),
}


def say(key: str, language: str = "en", **places: object) -> str:
    """The words of `key` with its places filled; where `n` is among them and there are plural forms, the right one.

    Raises KeyError for a key that no table has.
    """
    table, plural = _LANGUAGES.get(language, _LANGUAGES["en"])
    words = table[key] if key in table else ENGLISH[key]
    if isinstance(words, tuple):
        number = places.get("n")
        words = words[plural(number) if isinstance(number, int) else -1]
    return words.format(**{name: _steady(grouped(value)) for name, value in places.items()})


def _steady(value: object) -> object:
    """What fills a place, such as a stranger's file name, without power over the direction of the words around it.

    Isolation that the program itself puts around words of a text stays.
    """
    if not isinstance(value, str):
        return value
    return "".join(part if part in ("\u2068", "\u2069") else hidden.shown(part) for part in _ISOLATES.split(value))


def grouped(value: object) -> object:
    """A whole number as it is read most easily, such as "273,296"; anything else as it is."""
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else value


def has(key: str) -> bool:
    return key in ENGLISH


def verdict_word(verdict: Verdict) -> str:
    return say(f"verdict.{verdict.value}")


def kind_word(kind: ReasonKind) -> str:
    return say(f"kind.{kind.value}")


def role_word(role: Role) -> str:
    return say(f"role.{role.value}")


def side_word(side: Side) -> str:
    return say(f"side.{side.value}")


def language_word(code: str) -> str:
    """The name of a language, or its code where no name is known."""
    return say(f"language.{code}") if has(f"language.{code}") else code


def stage_words(stage: str) -> str:
    """What the worker is doing, such as "Judging the pairs"."""
    return say(f"stage.{stage}") if has(f"stage.{stage}") else say("stage.other")


def link_word(link: Link) -> str:
    """The verdict in words; an unclear one that leans says so."""
    return say("verdict.may_contradict") if link.may_contradict else verdict_word(link.verdict)


def kinds_of(link: Link) -> tuple[ReasonKind, ...]:
    """The kinds of a link's reasons, each once, in their order."""
    return tuple(dict.fromkeys(reason.kind for reason in link.reasons))


def card_title(link: Link) -> str:
    """What heads a card: the kind for a contradiction, for the others the verdict."""
    kinds = kinds_of(link)
    if link.verdict is Verdict.CONTRADICTION and kinds:
        return kind_word(kinds[0])
    return link_word(link)


def place(link: Link) -> str:
    """Sentence numbers of both sides as a person counts them: "L2 – R4", "L2, 3 – R4"."""
    return " – ".join(
        letter + ", ".join(str(i + 1) for i in ids)
        for letter, ids in ((SIDE_LETTERS[Side.LEFT], link.left), (SIDE_LETTERS[Side.RIGHT], link.right))
        if ids
    )


def reason_sentence(comparison: Comparison, reason: Reason) -> str:
    """One sentence that says why, with a capital and a full stop."""
    words = reason_message(reason, comparison.left.source.text, comparison.right.source.text).strip()
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".!?…" else ".")


def note_words(entry: str) -> str:
    """What a reader noted about a file, as a sentence."""
    # The readers' package is large; most files have no notes, and the window then opens without it.
    from statement_compare.engine.readers import notes

    return hidden.shown(notes.line(entry))


def error_words(error: StatementCompareError, **more: str) -> str:
    """An error in the window's language where its key is known, else as it came."""
    key = f"error.{error.key}"
    if not has(key):
        return hidden.shown(error.message)
    try:
        return say(key, **{**error.params, **more})
    except KeyError:
        return hidden.shown(error.message)
