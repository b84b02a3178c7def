"""Bundles and receipts lost, doubled, late and reordered: the office never claims too much (G4)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from ouderapp.exchange.decide import Answer, Seen, Standing, decide
from ouderapp.exchange.manifest import Bundle, Head
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.plan import Made, Series, plan_of
from ouderapp.exchange.refusals.order import Gap
from tests.exchange import example

FIRST = read_manifest(example.MANIFEST, Bundle)
POLICIES = ("a" * 64, "b" * 64)


@dataclass
class Laptop:
    """A worker's numbers: what changed so far, what was made, what was confirmed."""

    series: Series = Series("e" * 32, 0, 0, False)
    outbox: dict[int, Made] = field(default_factory=dict)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    lsn: int = 0
    policy: str = POLICIES[0]

    def make(self) -> Bundle:
        made = list(self.outbox.values())
        plan = plan_of(self.series, made, policy=self.policy, schema=1, to_lsn=self.lsn)
        manifest = f"{plan.seq:064x}"
        self.series = replace(self.series, last_seq=plan.seq)
        self.outbox[plan.seq] = Made(plan.seq, "made", manifest, self.policy, 1)
        self.spans[plan.seq] = plan.base_lsn, plan.to_lsn
        numbers = {name: getattr(plan, name) for name in vars(plan)}
        return Bundle(**(vars(FIRST) | numbers | {"epoch_id": "e" * 32, "policy": self.policy}))

    def confirm(self, seq: int) -> None:
        base = max(self.series.base_lsn, self.spans[seq][1])
        self.series = replace(self.series, base_lsn=base)
        for number, made in self.outbox.items():
            if number <= seq and self.spans[number][1] <= self.spans[seq][1]:
                self.outbox[number] = replace(made, state="confirmed")


@dataclass
class Counter:
    """The office's numbers, and the changes that it really holds."""

    head: Head | None = None
    seen: dict[int, Seen] = field(default_factory=dict)
    holds: set[int] = field(default_factory=set)
    parked: list[Bundle] = field(default_factory=list)

    def take(self, bundle: Bundle) -> int:
        """Take one in; gives the number that its receipt confirms, 0 for none."""
        manifest = f"{bundle.seq:064x}"
        try:
            decision = decide(Standing(self.head, seen=self.seen), bundle, manifest)
        except Gap:
            self.parked.append(bundle)
            return 0
        if decision.answer is Answer.ACCEPT:
            self.holds |= set(range(bundle.base_lsn + 1, bundle.to_lsn + 1))
            self.head = Head(bundle.epoch_id, manifest, bundle.seq, bundle.to_lsn)
        self.seen[bundle.seq] = Seen(manifest, bundle.prev_seq, bundle.prev)
        assert self.head is not None
        return self.head.seq if decision.answer is Answer.LATE else bundle.seq

    def retry(self) -> list[int]:
        waiting, self.parked = self.parked, []
        return [self.take(bundle) for bundle in sorted(waiting, key=lambda one: one.seq)]


def live(random: Random) -> tuple[Laptop, Counter]:
    """Some months with everything that can go wrong on the way."""
    laptop, office = Laptop(), Counter()
    on_the_way: list[Bundle] = []
    receipts: list[int] = []
    for _ in range(random.randrange(5, 40)):
        act = random.randrange(6)
        if act == 0:
            laptop.lsn += random.randrange(5)
        elif act == 1:
            on_the_way.append(laptop.make())
        elif act == 2 and on_the_way:
            bundle = random.choice(on_the_way)
            receipts.append(office.take(bundle))
            receipts += office.retry()
        elif act == 3 and on_the_way:
            on_the_way.remove(random.choice(on_the_way))
        elif act == 4 and receipts:
            seq = random.choice(receipts)
            if seq:
                laptop.confirm(seq)
        elif act == 5 and random.random() < 0.2:
            laptop.policy = random.choice(POLICIES)
    return laptop, office


def test_what_is_confirmed_is_held(rounds: Callable[[int, int], int]) -> None:
    for seed in range(rounds(1_000, 100_000)):
        laptop, office = live(Random(seed))

        confirmed = set(range(1, laptop.series.base_lsn + 1))
        held_up_to = office.head.to_lsn if office.head else 0
        assert confirmed <= office.holds, seed
        assert office.holds == set(range(1, held_up_to + 1)), seed


def test_one_bundle_that_arrives_makes_up_for_all_that_did_not(
    rounds: Callable[[int, int], int],
) -> None:
    for seed in range(rounds(1_000, 100_000)):
        laptop, office = live(Random(seed))
        last = laptop.make()

        assert office.take(last) == last.seq, seed
        assert office.holds == set(range(1, laptop.lsn + 1)), seed
