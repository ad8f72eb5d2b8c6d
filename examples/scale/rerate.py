"""What every account pays next month under today's and tomorrow's price list, by Dask: a scheduler and two workers.

    python3 rerate.py ROWS [--kill] [--picture FILE]

Each partition makes its accounts, pipes them through `prorata settle --lines`, once a price list, and hands back sums
alone. --kill ends a worker by force when a third is done. Prints the sums as JSON. PRORATA names the command.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

from distributed import Client, as_completed

from accounts import accounts
from picture import picture
from totals import add, pays

HERE = os.path.dirname(os.path.abspath(__file__))
TODAY, TOMORROW = "easemob-cn", os.path.join(HERE, "tomorrow.json")
PARTITION = 20_000
BIN = 500  # minor units of change that fall into one bar of the picture


def settle(requests, price_list):
    """One core a partition: the workers share the machine, not the command's own threads."""
    command = [os.environ["PRORATA"], "settle", "--lines", "--strict", "--jobs", "1", "--catalog", price_list]
    return subprocess.run(command, input=requests, stdout=subprocess.PIPE, check=True).stdout


def rerate(first, last):
    requests = accounts(first, last).encode()
    before, after = settle(requests, TODAY), settle(requests, TOMORROW)
    plans, changes = {}, {}
    for old, new in zip(before.splitlines(), after.splitlines(), strict=True):
        old, new = json.loads(old), json.loads(new)
        assert old["id"] == new["id"]
        plan, due, due_then = old["account"]["plan"], pays(old), pays(new)
        add(plans, {plan: [1, due, due_then]})
        add(changes, {f"{plan} {(due_then - due) // BIN}": [1]})
    return plans, changes, {"bytes": [2 * len(requests), len(before) + len(after)]}


class Cluster:
    """A scheduler and two workers on this machine, as processes of their own."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.file = os.path.join(self.folder.name, "scheduler.json")
        self.processes = [self.start("scheduler", "--port", "0")]
        while not os.path.exists(self.file):
            time.sleep(0.05)
        self.processes += [self.worker(), self.worker()]
        return self

    def worker(self):
        return self.start("worker", "--nthreads", "1", "--no-nanny", "--local-directory", self.folder.name)

    def start(self, part, *options):
        command = [sys.executable, "-m", f"distributed.cli.dask_{part}", "--scheduler-file", self.file]
        environment = {**os.environ, "PYTHONPATH": HERE, "PYTHONWARNINGS": "ignore"}
        return subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--no-dashboard", *options], env=environment, stderr=subprocess.DEVNULL
        )

    def __exit__(self, *_):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait()
        self.folder.cleanup()


def run(rows, kill):
    with Cluster() as cluster, Client(scheduler_file=cluster.file) as client:
        client.wait_for_workers(2)
        start = time.monotonic()
        firsts = range(0, rows, PARTITION)
        lasts = [min(first + PARTITION, rows) for first in firsts]
        plans, changes, sizes, done = {}, {}, {}, 0
        for future in as_completed(client.map(rerate, firsts, lasts)):
            for sums, more in zip((plans, changes, sizes), future.result()):
                add(sums, more)
            done += 1
            if kill and done == len(lasts) // 3:
                cluster.processes[1].send_signal(signal.SIGKILL)
        seconds = time.monotonic() - start
        workers = len(client.scheduler_info()["workers"])
    return {"plans": dict(sorted(plans.items())), "workersLeft": workers, "seconds": seconds, **sizes}, changes


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=int)
    parser.add_argument("--kill", action="store_true")
    parser.add_argument("--picture")
    given = parser.parse_args()
    result, changes = run(given.rows, given.kill)
    if given.picture:
        with open(given.picture, "w", encoding="utf-8") as file:
            file.write(picture(changes, BIN))
    print(json.dumps(result))
