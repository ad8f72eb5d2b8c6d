"""What accounts pay over the coming month, summed by plan. Sums add up whatever way the accounts were divided.

    python3 totals.py < answers        of one price list
    python3 totals.py --merge < sums   of several such outputs
"""

import json
import sys


def pays(answer):
    """Minor units: the month's overage and the renewal, as the events of a settlement charge them."""
    due = 0
    for event in answer["events"]:
        if event["kind"] == "month_closed":
            due += event["overage"]["amount"]
        elif event["kind"] == "charged":
            due += event["amount"]
    return due


def add(totals, more):
    for plan, row in more.items():
        sums = totals.setdefault(plan, [0] * len(row))
        for i, number in enumerate(row):
            sums[i] += number
    return totals


def totals(lines):
    """By plan: accounts, minor units."""
    by_plan = {}
    for line in lines:
        answer = json.loads(line)
        add(by_plan, {answer["account"]["plan"]: [1, pays(answer)]})
    return by_plan


if __name__ == "__main__":
    if sys.argv[1:] == ["--merge"]:
        result = {}
        for line in sys.stdin:
            add(result, json.loads(line))
    else:
        result = totals(sys.stdin)
    print(json.dumps(dict(sorted(result.items()))))
