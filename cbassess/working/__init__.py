"""The plan that is worked: what was noted about steps, what the answers say of it, and the pace; pure.

folding     entries, in the order in which they were noted -> where each step stands
joining     steps of the plan and what was noted -> progress, with what is offered and what is asked
pacing      planned and finished hours -> the share that gets done
"""
