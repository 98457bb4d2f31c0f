"""Two waves, and more, of one seller: what moved and why; pure.

sides       a wave with the packs under which it can be judged
scoring     readiness under the rules of one pack over the questions of another
shapley     a movement, shared out among what brought it
splitting   your answers, the rules, the questions
moving      which answers moved a trend
fates       what became of the steps
pairing     the whole comparison
coursing    readiness over three waves and more
"""

from cbassess.comparing.coursing import course
from cbassess.comparing.pairing import compare
from cbassess.comparing.sides import Side

__all__ = ["Side", "compare", "course"]
