"""The accounts of a made-up seller, each a request to settle the coming month: always the same ones.

    python3 accounts.py FIRST LAST     prints those from FIRST to before LAST, one a line
"""

import sys

# Of 100 customers so many hold this plan and use so many minutes a month, at least and at most.
CUSTOMERS = [
    ("free", 60, 0, 12_000),
    ("basic", 25, 40_000, 260_000),
    ("premium", 11, 200_000, 900_000),
    ("flagship", 4, 900_000, 2_600_000),
]


def _mixed(number):
    """A number that looks like chance and is not: the finaliser of splitmix64."""
    number = (number * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return number ^ (number >> 31)


def account(index):
    """The request for one account, as a line."""
    chance = _mixed(index + 1)
    part, chance = chance % 100, chance // 100
    for plan, share, least, most in CUSTOMERS:
        if part < share:
            break
        part -= share
    used = least + chance % (most - least)
    # Every tenth has a pack left over from summer.
    packs = ',"packs":[{"pack":"pack-25k","purchasedOn":"2026-07-15","remainingMinutes":18000}]' if index % 10 == 0 else ""
    return (
        f'{{"id":{index},"on":"2026-12-01","account":{{"plan":"{plan}"{packs}}},'
        f'"through":"2027-01-01","usage":[{used}]}}\n'
    )


def accounts(first, last):
    return "".join(map(account, range(first, last)))


if __name__ == "__main__":
    first, last = map(int, sys.argv[1:])
    for start in range(first, last, 10_000):
        sys.stdout.write(accounts(start, min(start + 10_000, last)))
