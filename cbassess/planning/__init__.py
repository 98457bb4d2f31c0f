"""From fired actions to a plan that fits the seller: order, quarters, forecast; and what could still change it."""

from cbassess.planning.building import build_plan
from cbassess.planning.information import value_of_information

__all__ = ["build_plan", "value_of_information"]
