"""The shortest way to a goal: the least set of steps that reaches it, when, or what would have to give."""

from cbassess.planning.goals.building import build_goal
from cbassess.planning.goals.timetable import HORIZON

__all__ = ["HORIZON", "build_goal"]
