"""What commits say about units: hand-made commits, the figures in full."""

from assessor.domain.architecture import Architecture, Dependency, Unit
from assessor.domain.history import CoChange, Commit, History, PackageHistory, UnitHistory
from assessor.graph.history import changes, history

DAY = 86_400
VALUES = {"history.least": 3.0, "history.bulk": 4.0, "history.together": 2.0, "history.degree": 0.3}


def unit(path: str, lines: int = 10, name: str = "") -> Unit:
    stem = path.removesuffix(".py").replace("/", ".")
    return Unit(name or stem, "module", path, 1, lines, "python", stem.rpartition(".")[0])


def commit(day: int, author: int, *paths: str, size: int = 0) -> Commit:
    return Commit(day * DAY, f"{day:04}", author, size or len(paths), tuple(sorted(paths)))


SHOP = Architecture(
    units=(unit("cart/basket.py"), unit("cart/price.py"), unit("cart/price.py", 3, "cart.price.Rate"), unit("mail/send.py")),
    dependencies=(Dependency("cart.basket", "cart.price", (("import", 1),), 1, "cart/basket.py", 1),),
    tables=(),
    accesses=(),
)


def test_figures_in_full() -> None:
    log = [
        commit(1000, 1, "cart/basket.py", "cart/price.py", "README.md"),
        commit(990, 1, "cart/basket.py", "mail/send.py"),
        commit(980, 2, "cart/basket.py", "cart/price.py"),
        commit(700, 2, "README.md"),
        commit(600, 1, "cart/basket.py", "cart/price.py", size=5),
        commit(500, 3, "mail/send.py", "cart/basket.py"),
    ]
    assert history(log, True, SHOP, VALUES) == History(
        commits=4,
        bulk=1,
        authors=3,
        active_authors=2,
        days=500,
        crossing=0.5,
        complete=True,
        units=(
            UnitHistory("cart.basket", 4, 3, 2, 0),
            UnitHistory("cart.price", 2, 2, 2, 0),
            UnitHistory("cart.price.Rate", 2, 2, 2, 0),
            UnitHistory("mail.send", 2, 2, 1, 10),
        ),
        packages=(PackageHistory("cart", 4, 2, 3, 2), PackageHistory("mail", 2, 0, 2, 1)),
        together=(
            CoChange("cart.basket", "cart.price", 2, 0.666667, True),
            CoChange("cart.basket", "mail.send", 2, 0.666667, False),
        ),
    )


def test_too_few_usable_commits_say_nothing() -> None:
    log = [commit(day, 0, "cart/basket.py") for day in (9, 8)]
    bulk = [commit(day, 0, "cart/basket.py", size=99) for day in (7, 6, 5)]
    elsewhere = [commit(day, 0, "docs/a.md") for day in (4, 3, 2)]
    assert history([*log, *bulk, *elsewhere], True, SHOP, VALUES) is None
    assert history([], True, SHOP, VALUES) is None
    assert changes(None) == {}


def test_rare_or_loose_pairs_are_left_out() -> None:
    pairs = [commit(20, 0, "cart/basket.py", "cart/price.py"), commit(19, 0, "mail/send.py", "cart/basket.py")]
    loose = [commit(10 - number, 0, "cart/price.py") for number in range(9)]
    found = history([*pairs, *loose, commit(1, 0, "cart/basket.py", "cart/price.py")], False, SHOP, VALUES)
    assert found is not None
    assert not found.complete
    assert found.together == (), "once with the mail, and twice in an average of seven with the price"


def test_changes_are_what_the_cut_is_told() -> None:
    log = [commit(day, 0, "mail/send.py", "cart/price.py") for day in range(9, 4, -1)]
    assert changes(history(log, True, SHOP, VALUES)) == {("cart.price", "mail.send"): 5.0}
