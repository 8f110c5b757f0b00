"""What the first search of a reader moves, at most."""

import pytest
from bench.search_sizes import measure


@pytest.mark.parametrize(("providers", "most"), [(1_000, 60_000), (10_000, 100_000)])
def test_the_first_search_is_small(providers: int, most: int) -> None:
    sizes = measure(providers)
    assert sizes.worst <= most, sizes
