"""Steps laid into weeks in pieces: a case by hand, and what holds for any."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cbassess.planning.splitting import Job, Pieces, Room, in_pieces

ROOM = Room(first=0, hours=(2.0, 8.0, 8.0, 8.0), places=(2, 2, 2, 2), money=(100.0,) * 4)
OFFICE = Job(hours=6.0, cost=50.0, lead=3, earliest=0, needs=())


def test_a_step_is_put_aside_for_one_that_cannot_wait() -> None:
    """The office needs three weeks, so it starts in the first; the second belongs to what the third builds on."""
    jobs = (
        Job(hours=8.0, cost=0.0, lead=1, earliest=0, needs=()),
        Job(hours=10.0, cost=0.0, lead=1, earliest=0, needs=(0,)),
        OFFICE,
        Job(hours=2.0, cost=0.0, lead=1, earliest=0, needs=(2,)),
    )
    pieces = in_pieces(jobs, ROOM)
    assert pieces == ({1: 8.0}, {2: 4.0, 3: 6.0}, {0: 2.0, 2: 4.0}, {3: 2.0})


def test_what_cannot_be_done_is_given_up() -> None:
    too_slow = Job(hours=1.0, cost=0.0, lead=1, earliest=0, needs=(0,))
    assert in_pieces((Job(hours=6.0, cost=50.0, lead=4, earliest=0, needs=()), too_slow), ROOM) is None
    assert in_pieces((OFFICE, OFFICE, OFFICE), ROOM) is None  # the money is there twice
    assert in_pieces((Job(hours=26.5, cost=0.0, lead=1, earliest=0, needs=()),), ROOM) is None


def test_weeks_are_named_as_the_room_names_them() -> None:
    room = Room(first=13, hours=(4.0, 4.0), places=(1, 1), money=(0.0, 0.0))
    assert in_pieces((Job(hours=3.0, cost=0.0, lead=1, earliest=14, needs=()),), room) == ({14: 3.0},)


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Job], Room]:
    weeks = draw(st.integers(1, 6))
    jobs: list[Job] = []
    for number in range(draw(st.integers(1, 5))):
        needs = draw(st.sets(st.integers(0, number - 1), max_size=2)) if number else set()
        hours = float(draw(st.integers(0, 12)))
        jobs.append(
            Job(hours, float(draw(st.integers(0, 5))), draw(st.integers(1, 4)), draw(st.integers(0, 3)), tuple(needs))
        )
    each = {"min_size": weeks, "max_size": weeks}
    return jobs, Room(
        first=0,
        hours=draw(st.lists(st.sampled_from((0.0, 2.0, 5.0, 8.0)), **each)),
        places=draw(st.lists(st.integers(0, 3), **each)),
        money=sorted(draw(st.lists(st.sampled_from((0.0, 5.0, 12.0)), **each))),
    )


@given(cases())
def test_hours_places_money_and_order_are_kept(case: tuple[list[Job], Room]) -> None:
    jobs, room = case
    pieces = in_pieces(jobs, room)
    if pieces is None:
        return
    for job, weeks in zip(jobs, pieces, strict=True):
        assert abs(sum(weeks.values()) - job.hours) < 1e-6
        assert min(weeks) >= job.earliest
        assert all(min(weeks) >= _finished(jobs, pieces, need) for need in job.needs)
    for week, free in enumerate(room.hours):
        at_work = [weeks[week] for weeks in pieces if week in weeks]
        assert sum(at_work) <= free + 1e-6
        assert len(at_work) <= room.places[week]
        spent = sum(job.cost for job, weeks in zip(jobs, pieces, strict=True) if min(weeks) <= week)
        assert spent <= room.money[week] + 1e-6


def _finished(jobs: list[Job], pieces: Pieces, number: int) -> int:
    return max(min(pieces[number]) + jobs[number].lead, max(pieces[number]) + 1)
