"""What is said of a state in which something went wrong, was stopped, or is not there yet."""

from __future__ import annotations

from pathlib import Path

from statement_compare.engine.text import hidden
from statement_compare.ui.document import State
from statement_compare.ui.strings import error_words, say


def problem_words(state: State, keys: str) -> str:
    """What went wrong or was stopped, "" for nothing; `keys` are those that compare again, "" for none."""
    problem = state.problem
    is_stop = problem is None or problem.key == "stopped"
    if state.is_stopped and state.comparison is not None:
        words = say("status.stopped" if is_stop else "status.broken_off", n=len(state.comparison.links))
        return words if problem is None or is_stop else f"{words} {error_words(problem)}"
    return "" if problem is None else error_words(problem, keys=keys)


def hint_words(state: State, keys: str) -> tuple[str, str]:
    """What a person must not overlook, for as long as it holds, and what a button beside it offers."""
    if state.is_stopped:
        return problem_words(state, keys), say("status.go_on")
    if state.problem is not None and state.problem.key == "not_taken":
        return problem_words(state, keys), ""
    if state.read_only_because is not None:
        return error_words(state.read_only_because), ""
    if state.outdated and state.review is not None:
        return _outdated_words(state), say("status.compare_new")
    return "", ""


def _outdated_words(state: State) -> str:
    """Which files say something else by now than what is shown."""
    names = [hidden.shown(Path(state.side(side).origin.path).name) for side in state.outdated]
    if len(names) == 2:
        return say("status.outdated_both", left=names[0], right=names[1])
    return say("status.outdated", name=names[0])


def waiting_words(state: State, keys: str) -> str:
    """What to say where there is no finding: what went wrong, what is being done, or what to do."""
    if state.problem is not None and state.problem.key in ("stopped", "not_taken"):
        return problem_words(state, keys)
    if state.problem is not None:
        return f"{say('error.compare')}: {problem_words(state, keys)}"
    return "" if state.is_comparing else say("inspector.waiting")  # what is done stands right above
