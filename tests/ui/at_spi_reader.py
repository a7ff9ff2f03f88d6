"""A screen reader's ears: finds the program on the accessibility bus, and tells what it says and what happens there.

Runs with the Python of the system, which has the bindings of AT-SPI, and knows nothing of the program. Reads one
command a line as JSON and answers each with one line:

    {"do": "walk", "leave_out": ["menu bar"]}      the tree below the program's windows
    {"do": "find", "role": R, "name": N}           the first element of a role whose name begins so, among those that
                                                   are shown; null where none is
    {"do": "focus", "role": R, "name": N}          gives it the keyboard
    {"do": "key", "sym": K, "held": ["Control"]}   presses a key, as X calls it by number
    {"do": "listen", "wanted": {"type", "role", "name"}, "seconds": S}
                                                   what has happened since the last time, until what is wanted has
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - only after its version was asked for

HELD = {"Shift": 50, "Control": 37, "Alt": 64}  # keycodes of every keyboard that X makes up for itself
HEARD = (
    "object:state-changed:focused",
    "object:state-changed:checked",
    "object:property-change:accessible-name",
    "object:text-caret-moved",
    "object:text-selection-changed",
    "object:announcement",
    "object:selection-changed",
    "window:activate",
)
events = []


def hear(event):
    try:
        source, told = event.source, event.any_data
        events.append(
            {
                "type": event.type,
                "role": source.get_role_name(),
                "name": source.get_name(),
                "on": bool(event.detail1),
                "at": event.detail1,
                "told": told if isinstance(told, str) else "",
            }
        )
    except GLib.Error:
        pass  # what it came from is gone by now


def turn(seconds=0.0):
    """Let events in."""
    end = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while True:
        while context.pending():
            context.iteration(False)
        if time.monotonic() >= end:
            return
        time.sleep(0.005)


def children(node):
    return [child for i in range(node.get_child_count()) if (child := node.get_child_at_index(i)) is not None]


def windows(process):
    desktop = Atspi.get_desktop(0)
    return [window for app in children(desktop) if app.get_process_id() == process for window in children(app)]


def told(node):
    """What a reader can ask of an element."""
    states = node.get_state_set()
    result = {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "interfaces": node.get_interfaces(),
        "states": [state.value_nick for state in WANTED_STATES if states.contains(state)],
    }
    if "Text" in result["interfaces"]:
        text = node.get_text_iface()
        marks = [Atspi.Text.get_selection(text, i) for i in range(Atspi.Text.get_n_selections(text))]
        result["text"] = Atspi.Text.get_text(text, 0, -1)
        result["caret"] = Atspi.Text.get_caret_offset(text)
        result["selections"] = [[each.start_offset, each.end_offset] for each in marks]
    if "Table" in result["interfaces"]:
        table = node.get_table_iface()
        columns = range(Atspi.Table.get_n_columns(table))
        result["rows"], result["columns"] = Atspi.Table.get_n_rows(table), len(columns)
        result["headers"] = [Atspi.Table.get_column_description(table, i) for i in columns]
    if "Value" in result["interfaces"]:
        result["value"] = Atspi.Value.get_current_value(node.get_value_iface())
    return result


WANTED_STATES = (
    Atspi.StateType.SHOWING,
    Atspi.StateType.FOCUSABLE,
    Atspi.StateType.FOCUSED,
    Atspi.StateType.SELECTED,
    Atspi.StateType.CHECKED,
    Atspi.StateType.EDITABLE,
    Atspi.StateType.ENABLED,
)


def walked(node, leave_out):
    result = told(node)
    below = [child for child in children(node) if child.get_role_name() not in leave_out]
    result["children"] = [walked(child, leave_out) for child in below]
    return result


def found(nodes, role, name):
    for node in nodes:
        if not node.get_state_set().contains(Atspi.StateType.SHOWING):
            continue
        if node.get_role_name() == role and node.get_name().startswith(name):
            return node
        if (below := found(children(node), role, name)) is not None:
            return below
    return None


def press_key(sym, held):
    codes = [HELD[name] for name in held]
    for code in codes:
        Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
    Atspi.generate_keyboard_event(sym, None, Atspi.KeySynthType.SYM)
    for code in reversed(codes):
        Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)


def listen(wanted, seconds):
    end = time.monotonic() + seconds
    seen = 0
    while time.monotonic() < end:
        turn(0.02)
        for event in events[seen:]:
            if all(str(event[key]).startswith(value) for key, value in wanted.items()):
                end = 0
        seen = len(events)
    heard = list(events)
    events.clear()
    return heard


def answer(process, command):
    turn()
    what = command["do"]
    if what == "walk":
        return [walked(window, command["leave_out"]) for window in windows(process)]
    if what == "listen":
        return listen(command["wanted"], command["seconds"])
    if what == "key":
        press_key(command["sym"], command["held"])
        return True
    node = found(windows(process), command["role"], command["name"])
    if node is None:
        return None
    if what == "focus":
        return node.get_component_iface().grab_focus()
    return told(node)


def main():
    process = int(sys.argv[1])
    Atspi.init()
    listener = Atspi.EventListener.new(hear)
    for kind in HEARD:
        listener.register(kind)
    for line in sys.stdin:
        try:
            result = answer(process, json.loads(line))
        except GLib.Error as error:  # an element that went while it was asked
            result = {"gone": str(error)}
        print(json.dumps(result), flush=True)


main()
