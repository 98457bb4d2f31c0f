"""From fired actions to a plan that fits the seller: order, quarters, forecast."""

from cbassess.planning.building import build_plan

__all__ = ["build_plan"]
