"""The picture of the overview's marks: what is drawn again in it is what would be drawn anew."""

from __future__ import annotations

import random

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from statement_compare.ui import theme
from statement_compare.ui.compare.inks import Inks
from statement_compare.ui.compare.mark_picture import MarkPicture, Notability

pytestmark = pytest.mark.usefixtures("qapp")

HEIGHT = 200


def image_of(
    picture: MarkPicture, left: Notability, right: Notability, inks: Inks, *, height: int = HEIGHT, ratio: float = 1.0
) -> QImage:
    return picture.take(left.copy(), right.copy(), QSize(14, height), ratio, inks).toImage()


def some(dice: random.Random, share: float, height: int = HEIGHT) -> Notability:
    return np.array([dice.randrange(4) if dice.random() < share else -1 for _ in range(height)], dtype=np.int64)


def with_others(dice: random.Random, marks: Notability, count: int) -> Notability:
    marks = marks.copy()
    for _ in range(count):
        marks[dice.choice((0, 1, len(marks) - 1, dice.randrange(len(marks))))] = dice.randrange(-1, 4)
    return marks


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("share", [0.05, 0.165, 0.9])
def test_after_any_changes_the_picture_is_the_one_that_is_drawn_anew(share: float, ratio: float) -> None:
    dice, inks, kept = random.Random(f"{share} {ratio}"), Inks(theme.LIGHT), MarkPicture()
    left, right = some(dice, share), some(dice, share)
    for _ in range(40):
        assert image_of(kept, left, right, inks, ratio=ratio) == image_of(MarkPicture(), left, right, inks, ratio=ratio)
        left, right = with_others(dice, left, dice.randrange(4)), with_others(dice, right, dice.randrange(9))


def test_another_mark_is_drawn_and_the_rest_of_the_picture_is_not() -> None:
    dice, inks, picture = random.Random(1), Inks(theme.LIGHT), MarkPicture()
    left, right = some(dice, 0.9), some(dice, 0.9)
    image_of(picture, left, right, inks)
    assert picture.drawn_pixels == HEIGHT
    image_of(picture, left, right, inks)
    assert picture.drawn_pixels == 0
    left[100] = (left[100] + 1) % 4
    image_of(picture, left, right, inks)
    assert 0 < picture.drawn_pixels < 12


def test_other_colours_and_another_size_give_another_picture() -> None:
    dice, picture = random.Random(2), MarkPicture()
    left, right = some(dice, 0.9), some(dice, 0.9)
    light, dark = Inks(theme.LIGHT), Inks(theme.DARK)
    image_of(picture, left, right, light)
    assert image_of(picture, left, right, dark) == image_of(MarkPicture(), left, right, dark)
    left, right = some(dice, 0.9, 90), some(dice, 0.9, 90)
    assert image_of(picture, left, right, dark, height=90) == image_of(MarkPicture(), left, right, dark, height=90)
