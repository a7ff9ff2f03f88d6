"""Checking a bundle finds whatever was changed in it, also where every hash was made to fit, and names the place."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from bundles import (
    LEFT,
    OF_A_FINDING,
    RIGHT,
    STAMP,
    WITHOUT,
    by_hand,
    checked,
    compared,
    contents,
    members_of,
    rehashed,
    told,
    written,
)

from statement_compare.engine.bundle import load_models
from statement_compare.engine.model import CompareOptions
from statement_compare.engine.models import NO_MODELS
from statement_compare.engine.pipeline import compare
from statement_compare.engine.progress import Cancelled, Progress
from statement_compare.engine.readers import read_bytes
from statement_compare.session.edits import Relink
from statement_compare.session.evidence import members as names
from statement_compare.session.evidence import replay
from statement_compare.session.evidence.checking import check, findings, with_fingerprint
from statement_compare.session.evidence.container import ContainerError, pack
from statement_compare.session.evidence.differences import of_values
from statement_compare.session.evidence.members import MANIFEST, README, SESSION
from statement_compare.session.evidence.outcome import Standing
from statement_compare.session.evidence.replay import models_at_hand
from statement_compare.session.evidence.words import TABLES, finding_words, result_words
from statement_compare.session.evidence.writing import bundle_of, in_order
from statement_compare.session.recent import Origin
from statement_compare.session.store_rows import kept

KEPT = "replay/comparison-1.json"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A bundle with one comparison and edits of its findings."""
    comparison, sides = compared()
    return bundle_of(written(tmp_path_factory.mktemp("small") / "a.stcmp", comparison, sides, OF_A_FINDING)).data


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A bundle in which nobody decided anything."""
    comparison, sides = compared()
    return bundle_of(written(tmp_path_factory.mktemp("plain") / "a.stcmp", comparison, sides, ())).data


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A bundle with an edit of every kind."""
    return bundle_of(contents(tmp_path_factory.mktemp("whole") / "a.stcmp")).data


def is_seen(data: bytes) -> bool:
    """Whether checking finds something, at the first of which it stops."""
    try:
        found = findings(data, models_at_hand())
        return any(each.standing in (Standing.DIFFERS, Standing.UNCHECKED) for each in found)
    except ContainerError:
        return True


def changed(bundle: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The bundle with another member, and all hashes made to fit it."""
    members = members_of(bundle)
    content = change(members[name])
    assert content != members[name]
    return rehashed({**members, name: content})


def swapped(old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda content: content.replace(old.encode(), new.encode(), 1)


def test_a_bundle_as_it_was_made_is_the_same_in_everything(whole: bytes) -> None:
    found = checked(whole)
    assert {each.standing for each in found.findings} == {Standing.SAME}
    assert (found.is_same, found.is_replayed) == (True, True)
    assert found.fingerprint == hashlib.sha256(members_of(whole)[MANIFEST]).hexdigest()
    assert [finding_words(each) for each in found.findings] == [
        "the zip holds 16 files, and nothing besides",
        "15 files have the sizes and the SHA-256 that the manifest names",
        "13 edits of the session were made again; findings decided: 2",
        "14 files were written again and came out the same, byte for byte",
        "ministry.txt was read again and gave the same text: 100 characters",
        "answer.txt was read again and gave the same text: 104 characters",
        "comparison 1 was made again by the same models and gave the same: 3 pairs",
        "comparison 2 was made again by the same models and gave the same: 3 pairs",
        "1 link made by hand was judged again, with the same result",
    ]
    assert result_words(found) == "All is the same: the bundle is as it was made."


def test_packing_members_again_with_their_own_hashes_changes_nothing(small: bytes) -> None:
    assert rehashed(members_of(small)) == small


def test_one_changed_byte_anywhere_in_the_file_is_found(small: bytes) -> None:
    chance = random.Random(18)
    for at in sorted(chance.sample(range(len(small)), 600)):
        byte = chance.choice([small[at] ^ (1 << chance.randrange(8)), chance.randrange(256)])
        if byte != small[at]:
            assert is_seen(small[:at] + bytes([byte]) + small[at + 1 :]), (at, byte)


def test_one_changed_character_in_any_member_is_found_though_all_hashes_fit(small: bytes) -> None:
    chance = random.Random(19)
    members = members_of(small)
    for name, content in members.items():
        for at in chance.sample(range(len(content)), min(len(content), 24)):
            byte = chance.choice(b'0aZ "{,\n\xff')
            if byte != content[at]:
                again = rehashed({**members, name: content[:at] + bytes([byte]) + content[at + 1 :]})
                assert again == small or is_seen(again), (name, at, byte)


@pytest.mark.parametrize("name", [MANIFEST, README])
def test_a_changed_letter_outside_of_the_hashes_is_found(small: bytes, name: str) -> None:
    members = members_of(small)
    text = members[name]
    for word in (b"ministry", b"0.1.0", b"statement-compare"):
        assert is_seen(rehashed({**members, name: text.replace(word, word[:-1] + b"x", 1)})), word


def test_a_changed_verdict_is_named_by_its_place(small: bytes) -> None:
    lines = told(checked(changed(small, KEPT, swapped('"verdict": "contradiction"', '"verdict": "unclear"'))))
    assert "L1-R1: verdict unclear in the bundle, contradiction here" in lines
    assert "comparison.json: links.L1-R1.verdict: contradiction in the bundle, unclear when written again" in lines


def test_of_several_comparisons_the_one_that_differs_is_named(whole: bytes) -> None:
    lines = told(checked(changed(whole, KEPT, swapped('"verdict": "contradiction"', '"verdict": "unclear"'))))
    assert lines == ["comparison 1: L1-R1: verdict unclear in the bundle, contradiction here"]


def test_a_finding_that_was_taken_out_and_one_that_was_put_in_are_named(plain: bytes) -> None:
    def with_another(content: bytes) -> bytes:
        kept = json.loads(content)
        kept["links"] = [*kept["links"][1:], {**kept["links"][0], "left": [2], "right": [1]}]
        return json.dumps(kept, ensure_ascii=False).encode() + b"\n"

    lines = told(checked(changed(plain, KEPT, with_another)))
    assert "L3-R2: verdict contradiction in the bundle, no pair here" in lines
    assert "L1-R1: no pair in the bundle, verdict contradiction here" in lines


def test_a_changed_word_of_a_document_is_found_by_reading_it_again(small: bytes) -> None:
    data = changed(small, "documents/1.txt", swapped("5,000", "9,000"))
    lines = told(checked(data))
    assert any(line.startswith("ministry.txt: the SHA-256 of its bytes is ") for line in lines)
    assert (
        "ministry.txt read again: line 1: “The port paid 5,000 euros for the survey.” in the bundle, "
        "“The port paid 9,000 euros for the survey.” here" in lines
    )


def test_a_changed_extracted_text_is_found(small: bytes) -> None:
    lines = told(checked(changed(small, "documents/2.text.txt", swapped("1,000", "7,000"))))
    changed_to, expected = (f"“The port paid {figure} euros for the survey.”" for figure in ("7,000", "1,000"))
    assert lines == [f"documents/2.text.txt: line 1: {changed_to} in the bundle, {expected} when written again"]


def test_a_text_and_document_that_were_both_changed_do_not_fit_the_comparison(small: bytes) -> None:
    members = members_of(small)
    for name in ("documents/1.txt", "documents/1.text.txt"):
        members[name] = members[name].replace(b"March", b"April")
    lines = told(checked(rehashed(members)))
    assert any("read again: line 3" in line for line in lines)


def test_a_changed_line_of_the_report_is_named(small: bytes) -> None:
    (line,) = told(checked(changed(small, "report.html", swapped("the second is net", "the second is not"))))
    assert line.startswith("report.html: line ")
    assert "the second is not" in line
    assert "the second is net" in line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ada Okoye", "Bob Okoye"),
        ("03:04:05", "03:04:06"),
        ("the second is net", "the first is net"),
        ("asked", "open"),
    ],
)
def test_a_decision_that_was_changed_where_it_was_logged_does_not_fit_the_rest(
    small: bytes, old: str, new: str
) -> None:
    found = {each.where for each in checked(changed(small, SESSION, swapped(old, new))).findings if each.where}
    assert "history.txt" in found


def test_a_note_that_was_written_over_later_cannot_be_changed_either(small: bytes) -> None:
    (line,) = told(checked(changed(small, SESSION, swapped("ask\\nthe port", "ask\\nthe fort"))))
    assert line.startswith("history.txt: line ")


@pytest.mark.parametrize("name", ["decisions.json", "report.json"])
def test_a_decision_that_was_changed_where_it_is_shown_does_not_follow_from_the_log(small: bytes, name: str) -> None:
    (line,) = told(checked(changed(small, name, swapped("Ada Okoye", "Bob Okoye"))))
    assert line.startswith(f"{name}: ")
    assert "Bob Okoye in the bundle, Ada Okoye when written again" in line


def test_a_hand_made_link_with_another_verdict_is_found_though_all_else_fits(tmp_path: Path) -> None:
    comparison, sides = compared()
    link = replace(by_hand(comparison, ((1,), (2,))), confidence=0.77)
    made = written(tmp_path / "a.stcmp", comparison, sides, (Relink(added=(link,)),))
    assert told(checked(bundle_of(made).data)) == [
        "L2-R3, linked by hand and judged again: confidence 0.77 in the bundle, 0.0 here"
    ]


def test_what_is_missing_and_what_was_added_is_named(small: bytes) -> None:
    members = members_of(small)
    fewer = pack(in_order({name: content for name, content in members.items() if name != "history.txt"}))
    assert "history.txt: the manifest names it, and it is missing" in told(checked(fewer))
    more = pack(in_order({**members, "notes.txt": b"more"}))
    assert "notes.txt: the manifest does not name it" in told(checked(more))
    listed = json.loads(members[MANIFEST])
    listed["members"].append({"name": "notes.txt", "sha256": hashlib.sha256(b"more").hexdigest(), "size": 4})
    named = rehashed({**members, "notes.txt": b"more", MANIFEST: json.dumps(listed, indent=1).encode() + b"\n"})
    assert "notes.txt: no bundle of this session has it" in told(checked(named))


def test_members_in_another_order_and_bytes_behind_the_end_are_found(small: bytes) -> None:
    members = members_of(small)
    assert "the zip itself was changed: its files stand in another order" in told(
        checked(pack(list(reversed(members.items()))))
    )
    assert told(checked(small + b"\0")) == [
        f"the zip itself was changed: from byte {len(small)} on it is not as the program writes it"
    ]


def test_a_blank_more_in_a_file_that_is_read_the_same_is_found(small: bytes) -> None:
    for name in (SESSION, KEPT, MANIFEST, "replay/document-1.json", "decisions.json"):
        assert is_seen(changed(small, name, lambda content: content[:-1] + b" \n")), name


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (SESSION, b""),
        (SESSION, b"null"),
        (SESSION, b"[" * 200_000),
        (SESSION, b'{"program":' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}"),
        (KEPT, b"[" * 200_000),
        (KEPT, b"{}"),
        (KEPT, b'{"left": NaN}'),
        ("replay/document-1.json", b'{"text": 4}'),
        (MANIFEST, b"{"),
        (MANIFEST, b"[" * 200_000),
        (MANIFEST, b'{"form": "1"}'),
        (MANIFEST, b'{"form": 1, "kind": "x", "members": [{"name": [], "sha256": 1, "size": true}]}'),
        (README, b"\xff\xfe"),
        ("report.html", b""),
        ("documents/1.txt", b""),
        ("documents/1.txt", b"PK\3\4 no document"),
        ("documents/1.txt", bytes(1000)),
    ],
)
def test_members_that_make_no_sense_are_told_and_break_nothing(small: bytes, name: str, content: bytes) -> None:
    found = checked(rehashed({**members_of(small), name: content}))
    assert not found.is_same
    assert all(len(line) < 1000 for line in map(finding_words, found.findings))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda s: s["documents"].pop(), "document that is not there"),
        (lambda s: s["comparisons"][0]["left"].update(document=-3), "document that is not there"),
        (lambda s: s["comparisons"].clear(), "belongs to no edit"),
        (lambda s: s["comparisons"].append(s["comparisons"][0]), "belongs to no edit"),
        (lambda s: s["comparisons"][0]["options"].update(languages=["../../x", ""]), "a language is none"),
        (lambda s: s["comparisons"][0].update(member="../../etc/passwd"), "it is missing"),
        (lambda s: s["edits"][0].update(kind="delete"), "no edit is of the kind"),
        (lambda s: s["edits"][0].update(at="yesterday"), "is no time"),
        (lambda s: s["edits"][0]["body"].update(pair=[[9], [9]]), "are no link"),
        (lambda s: s["edits"][0]["body"].update(more=1), "has no field"),
        (lambda s: s["edits"].append({"kind": "compared", "at": "", "reviewer": "", "body": {}}), "is missing"),
    ],
)
def test_a_log_that_names_what_is_not_there_is_told(
    small: bytes, change: Callable[[dict[str, object]], object], words: str
) -> None:
    session = json.loads(members_of(small)[SESSION])
    change(session)
    found = checked(rehashed({**members_of(small), SESSION: json.dumps(session).encode()}))
    assert words in " ".join(told(found))
    assert found.findings[-1].key == "replay.none"
    assert not found.is_replayed


def test_a_bundle_of_a_newer_form_is_refused_in_words(small: bytes) -> None:
    newer = changed(small, MANIFEST, swapped('"form": 1', '"form": 2'))
    with pytest.raises(ContainerError, match=r"newer version of the program \(form 2\)"):
        checked(newer)


@pytest.mark.parametrize("name", [MANIFEST, README])
def test_a_zip_without_what_makes_it_a_bundle_is_refused(small: bytes, name: str) -> None:
    members = members_of(small)
    del members[name]
    with pytest.raises(ContainerError, match="no evidence bundle"):
        checked(pack(list(members.items())))


def test_another_version_and_other_libraries_are_told_and_are_no_difference(tmp_path: Path) -> None:
    comparison, sides = compared()
    signature = comparison.signature
    older = replace(signature, version="0.0.9", libraries=tuple((name, "1.0") for name, _ in signature.libraries))
    data = bundle_of(written(tmp_path / "a.stcmp", replace(comparison, signature=older), sides, ())).data
    found = checked(data)
    assert found.is_same
    notes = [finding_words(each) for each in found.of(Standing.NOTE)]
    assert notes[0] == (f"version is 0.0.9 in the bundle, {signature.version} here: what differs may come of that")
    assert len(notes) == 1 + len(signature.libraries)


def test_a_model_that_is_not_at_hand_leaves_the_bundle_unchecked(tmp_path: Path) -> None:
    options = CompareOptions(languages=("en", "en"), model="/models/mine")
    comparison, sides = compared(options=options)
    data = bundle_of(written(tmp_path / "a.stcmp", comparison, sides, ())).data
    found = checked(data)
    assert (found.is_same, found.is_replayed, told(found)) == (False, False, [])
    (unchecked,) = found.of(Standing.UNCHECKED)
    assert "judged by mine, which is not at hand" in finding_words(unchecked)
    assert result_words(found) == "Not all of it could be checked."
    text = changed(data, KEPT, swapped('"role": "claim"', '"role": "opinion"'))
    assert "L1: role: opinion in the bundle, claim here" in told(checked(text))


def test_a_fingerprint_that_was_told_is_held_against_the_bundles_own(small: bytes) -> None:
    found = checked(small)
    assert with_fingerprint(found, "") is found
    assert with_fingerprint(found, found.fingerprint).is_same
    other = with_fingerprint(found, "0" * 64)
    assert not other.is_same
    (line,) = told(other)
    assert line.startswith(f"the fingerprint is {found.fingerprint}, not {'0' * 64} as you gave it: ")
    assert line.endswith("this is another bundle than you were told of")


def test_a_long_value_is_shown_from_shortly_before_the_place_that_differs() -> None:
    one = "The port paid 5,000 euros for the survey. " * 9
    (found,) = of_values({"text": one}, {"text": one[:300] + "X" + one[301:]})
    assert found.where == "text"
    assert found.bundle.startswith(f"…{one[280:301]}")
    assert found.here.startswith(f"…{one[280:300]}X")
    assert max(len(found.bundle), len(found.here)) < 90


def test_checking_can_be_cancelled(small: bytes) -> None:
    with pytest.raises(Cancelled):
        check(small, models_at_hand(), Progress(is_cancelled=lambda: True))


def test_more_than_a_session_has_is_refused_before_it_is_read(small: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, limit in (("MOST_OF_JSON", 100), ("_MOST_EDITS", 9), ("_MOST_COMPARISONS", 0)):
        with monkeypatch.context() as patched:
            patched.setattr(names, name, limit)
            found = checked(small)
            assert [each.key for each in found.findings][-2:] == ["member.unreadable", "replay.none"], name


def test_documents_of_all_formats_are_read_again(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Statement of the port")
    document.add_paragraph("The port paid 5,000 euros for the survey. Nobody was told.")
    document.save(str(tmp_path / "a.docx"))
    mail = b"From: port@example.org\nSubject: Survey\nMIME-Version: 1.0\nReceived: x\n\nThe port paid 5,000 euros.\n"
    texts = {
        "a.docx": (tmp_path / "a.docx").read_bytes(),
        "b.html": "<html><body><p>Порт заплатил 5 000 евро.</p></body></html>".encode("koi8-r"),
        "c.md": b"# Survey\n\nThe port paid *5,000* euros.\n",
        "d.rtf": rb"{\rtf1\ansi The port paid 5,000 euros.\par}",
        "e.eml": mail,
        "f.txt": "Порт заплатил 5 000 евро. Никто не пострадал, сообщили в порту.".encode("cp1251"),
    }
    for name, data in texts.items():
        comparison, sides = compared(left=data, name=name)
        found = checked(bundle_of(written(tmp_path / f"{name}.stcmp", comparison, sides, ())).data)
        assert told(found) == [], name
        assert found.is_same, name


# Two quotations of Windows-1252 among the UTF-8 of the rest: more than one broken character in a thousand.
PASTED_TOGETHER = "The mayor said “we didn’t pay” – and the café closed. ".encode() * 8 + b"It said \x93no\x94. "


@pytest.mark.parametrize(
    ("name", "data", "encoding"),
    [
        ("a.txt", PASTED_TOGETHER, ""),
        ("a.md", PASTED_TOGETHER, ""),
        # Three bytes that the code page which it declares does not have.
        ("a.html", b'<meta charset="windows-1252"><p>The caf\xe9 of the port paid 5,000 euros.\x81\x8d\x8f</p>', ""),
        # What a person chose, where it is found without being told and where it is not.
        ("a.txt", "Порт заплатил 5 000 евро за осмотр причала.".encode("cp1251"), "cp1251"),
        ("a.txt", "The port paid 5,000 € for the survey.".encode("cp858"), "cp858"),
        ("a.txt", "The port paid 5,000 € for the survey.".encode(), "utf-8"),
        ("a.rtf", rb"{\rtf1\ansi " + "Завод выплатил 5 миллионов тенге.".encode("cp1251") + rb"\par}", "cp1251"),
        ("a.rtf", rb"{\rtf1\ansi The plant paid 5 million tenge.\par}", "cp1251"),
    ],
)
def test_a_document_is_read_again_as_it_was_read_whoever_knew_its_encoding(
    tmp_path: Path, name: str, data: bytes, encoding: str
) -> None:
    sources = read_bytes(data, name=name, encoding=encoding), read_bytes(RIGHT.encode(), name="answer.txt")
    left, right = (
        kept(source, Origin(path=source.path), read)
        for source, read in zip(sources, (data, RIGHT.encode()), strict=True)
    )
    comparison = compare(*sources, WITHOUT, NO_MODELS)
    found = checked(bundle_of(written(tmp_path / "a.stcmp", comparison, (left, right), ())).data)
    assert told(found) == []
    assert (found.is_same, found.is_replayed) == (True, True)


def test_a_changed_word_among_broken_bytes_is_found_and_named(tmp_path: Path) -> None:
    comparison, sides = compared(left=PASTED_TOGETHER)
    made = bundle_of(written(tmp_path / "a.stcmp", comparison, sides, ())).data
    found = checked(changed(made, "documents/1.txt", swapped("mayor", "major")))
    assert not found.is_same
    assert "major" in " ".join(told(found))


def test_documents_are_read_where_files_of_strangers_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    comparison, sides = compared(left=b"<html><body><p>The port paid 5,000 euros for the survey.</p></body></html>")
    data = bundle_of(written(tmp_path / "a.stcmp", comparison, sides, ())).data
    asked = []
    read = replay.readers.extract

    def watched(*args: object) -> object:
        asked.append(args[1])
        return read(*args)

    monkeypatch.setattr(replay.readers, "extract", watched)
    assert checked(data).is_same
    assert asked == ["html"]


def test_the_thorough_model_says_the_same_again_and_a_changed_figure_of_its_is_found(tmp_path: Path) -> None:
    models = load_models()
    options = CompareOptions()
    comparison, sides = compared(options=options, models=models)
    link = by_hand(comparison, ((1,), (2,)), CompareOptions(languages=("en", "en")), models)
    data = bundle_of(written(tmp_path / "a.stcmp", comparison, sides, (Relink(added=(link,)),))).data
    found = checked(data, lambda _: models)
    assert found.is_same, told(found)
    assert [each.key for each in found.findings][-2:] == ["comparison.same", "links.same"]
    first = comparison.links[0].entailment
    assert first is not None
    figure = f'"contradiction": {round(first.forward.contradiction, 4)}'
    other_figure = swapped(figure, '"contradiction": 0.4242')
    other_model = swapped("statement-thorough sha256:", "statement-thorough sha256:0")
    lines = told(checked(changed(data, KEPT, lambda kept: other_model(other_figure(kept))), lambda _: models))
    assert any(line.startswith("L1-R1: entailment.forward.contradiction 0.4242 in the bundle, ") for line in lines)
    assert any("another model judges, and may judge otherwise" in line for line in lines)


def test_each_word_is_there_in_each_language_with_the_same_places() -> None:
    import string

    def places(words: str | tuple[str, ...]) -> set[str | None]:
        forms = (words,) if isinstance(words, str) else words
        return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}

    english = TABLES["en"]
    for language, table in TABLES.items():
        assert table.keys() == english.keys(), language
        assert {key: places(words) for key, words in table.items()} == {key: places(w) for key, w in english.items()}


def test_findings_are_told_in_each_language(small: bytes) -> None:
    found = checked(changed(small, KEPT, swapped('"verdict": "contradiction"', '"verdict": "unclear"')))
    first = next(each for each in found.findings if each.key == "link.field")
    assert finding_words(first, "ru") == "L1-R1: verdict: в пакете unclear, здесь contradiction"
    assert finding_words(first, "kk") == "L1-R1: verdict: жинақта unclear, мұнда contradiction"
    assert all(finding_words(each, language) for each in found.findings for language in TABLES)
    assert STAMP.reviewer not in LEFT + RIGHT
    assert WITHOUT.model == "none"
