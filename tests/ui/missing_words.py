"""Keys for which the tables of words need not be alike yet."""

from __future__ import annotations

MISSING_WORDS: frozenset[str] = frozenset()
"""What has words in English alone, and is said so in other languages until then."""

EARLY_WORDS: frozenset[str] = frozenset(
    """
    action.bookmark action.changes action.clear_filter action.confirm action.confirm_up_to action.correct
    action.dismiss action.link action.merge action.note action.open_session action.pick action.redo
    action.redo_named action.role_claim action.role_contact action.role_courtesy action.role_heading
    action.role_opinion action.role_prediction action.role_question action.save_session action.save_session_as
    action.speaker_left action.speaker_right action.split action.status_answered action.status_asked
    action.status_open action.status_settled action.undo_named action.unlink action.verdict_agreement
    action.verdict_back action.verdict_contradiction action.verdict_qualified action.verdict_unclear changes.gone
    changes.n_gone changes.n_new changes.n_verdict changes.new changes.note changes.title changes.verdict
    edit.bookmark edit.bookmark_back edit.compared edit.confirm edit.confirm_back edit.confirm_many edit.corrected
    edit.dismiss edit.dismiss_back edit.link edit.merge edit.note edit.role edit.speaker edit.split edit.status
    edit.unlink edit.verdict edit.verdict_back error.edit.no_such_finding error.edit.no_such_sentence
    findings.mark_any findings.menu findings.shown findings.shown_text help.bookmark help.changes help.clear_filter
    help.confirm help.confirm_up_to help.correct help.dismiss help.link help.merge help.note help.open_session
    help.pick help.redo help.save_session help.save_session_as help.split help.status_answered help.status_asked
    help.status_open help.status_settled help.unlink help.verdict_agreement help.verdict_back
    help.verdict_contradiction help.verdict_qualified help.verdict_unclear inspector.corrected inspector.more
    inspector.more_tip inspector.no_reason inspector.note inspector.note_field inspector.note_hint
    inspector.proposed inspector.reason inspector.reason_for inspector.reason_heard mark.bookmarked mark.by_hand
    mark.changed mark.confirmed mark.decided mark.dismissed mark.noted mark.undecided menu.review menu.role
    menu.speaker menu.status review_status.answered review_status.asked review_status.open review_status.settled
    said.bookmark_sign said.bookmarked said.by_hand said.by_hand_short said.changed said.confirmed said.decided
    said.decided_by said.dismissed said.note said.note_sign said.own_verdict said.was session.filter
    session.is_saved session.memory_alone session.nothing session.open_title session.save_title session.saved
    settings.advances settings.review settings.reviewer settings.reviewer_hint side.correct status.all_shown
    status.changes_tip status.choose_first status.choose_sentence status.confirmed_to_last status.confirmed_up_to
    status.correct_later status.correct_nothing status.corrected status.correcting status.decided
    status.last_decided status.link_known status.link_nothing status.linking status.linking_still
    status.merge_nothing status.nothing_to_confirm status.picked status.picked_none status.split_nothing
    window.title_session
    """.split()
)
"""What has words in other languages before English asks for it: those of a review and its decisions."""
