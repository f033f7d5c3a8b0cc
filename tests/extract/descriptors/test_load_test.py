"""Load tests with stated rates."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.load_test import DESCRIPTOR


def test_jmeter() -> None:
    text = """<jmeterTestPlan><hashTree>
  <ThreadGroup testname="buyers">
    <stringProp name="ThreadGroup.num_threads">200</stringProp>
    <stringProp name="ThreadGroup.ramp_time">60</stringProp>
  </ThreadGroup>
</hashTree></jmeterTestPlan>
"""
    assert facts_of(DESCRIPTOR, text, "perf/shop.jmx") == [
        "2 Trait load.profile group=buyers,num_threads=200,ramp_time=60,tool=jmeter",
    ]


def test_k6() -> None:
    text = """import http from 'k6/http';
export const options = { vus: 50, duration: '5m' };
"""
    assert facts_of(DESCRIPTOR, text, "load-tests/checkout.js") == [
        "2 Trait load.profile key=duration,tool=k6,value=5m",
        "2 Trait load.profile key=vus,tool=k6,value=50",
    ]


def test_near_miss() -> None:
    text = """const vus = 3;
"""
    assert facts_of(DESCRIPTOR, text, "perf-test/helper.js") == []


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """x
""",
            "a.jmx",
        )
