"""What the plan takes: hours and money added up, and never more than was said."""

from collections.abc import Iterable

from lobgids.advice.conclusions import Effort, Planned


def effort(items: Iterable[Planned]) -> Effort:
    """What these actions take together, as far as that is known."""
    plan = list(items)
    hours = [item.hours for item in plan if item.hours is not None]
    money = [item.money for item in plan if item.money is not None]
    return Effort(
        hours=sum(hours), money=sum(money), hours_unknown=len(plan) - len(hours), money_unknown=len(plan) - len(money)
    )


def by_role(plan: Iterable[Planned]) -> dict[str, Effort]:
    """What the actions take, by the role that takes the lead (empty: nobody yet), in the order of the plan."""
    items = list(plan)
    owners = dict.fromkeys(item.owner for item in items)
    return {owner: effort(item for item in items if item.owner == owner) for owner in owners}
