"""Labels as columns are the labels that they were made of."""

from azkz_desktop.timeline.marks import Label
from azkz_desktop.timeline.named import Labels

MADE = [
    Label(7, 0, "Visit", "label", 10.0, 20.0, 30.0, 13.0, 14.0, 18.0, 0),
    Label(3, 0, "Talks", "label-bold", 50.0, 20.0, 31.0, 13.0, None, 18.0, 1),
    Label(5, 2, "Summit", "label", 10.0, 80.0, 32.0, 13.0, 12.0, 70.0, 0),
]


def test_they_are_a_sequence_of_labels() -> None:
    labels = Labels.of(MADE)
    assert list(labels) == MADE
    assert labels[1] == MADE[1]
    assert labels[1:] == MADE[1:]
    assert len(labels) == 3
    assert labels.text == ["Visit", "Talks", "Summit"]
    assert labels.leader_x == [14.0, None, 12.0]
    assert Labels.of(labels) is labels


def test_those_of_a_lane_stand_together() -> None:
    labels = Labels.of(MADE)
    assert labels.ranks_of_lane(0) == [0, 1]
    assert labels.ranks_of_lane(1) == []
    assert labels.of_lane(0, {3, 5}) == [MADE[1]]
    assert labels.of_lane(2, {3, 5}) == [MADE[2]]


def test_there_may_be_none() -> None:
    assert list(Labels.of([])) == []
    assert not Labels.of([])
