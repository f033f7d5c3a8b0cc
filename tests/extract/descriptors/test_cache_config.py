"""Caches and clusters inside the process."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.cache_config import DESCRIPTOR


def test_ehcache() -> None:
    text = """<ehcache>
  <diskStore path="java.io.tmpdir"/>
  <cacheManagerPeerProviderFactory class="net.sf.ehcache.distribution.RMICacheManagerPeerProviderFactory"/>
  <cache name="orders" overflowToDisk="true"/>
</ehcache>
"""
    assert facts_of(DESCRIPTOR, text, "ehcache.xml") == [
        "1 Trait cache.embedded tool=ehcache",
        "2 Trait cache.disk path=java.io.tmpdir",
        "3 Trait cache.clustered by=cacheManagerPeerProviderFactory,tool=ehcache",
    ]


def test_a_disk_to_which_no_cache_spills_is_none() -> None:
    text = """<ehcache>
  <diskStore path="java.io.tmpdir"/>
  <cache name="orders" overflowToDisk="false"><persistence strategy="none"/></cache>
</ehcache>
"""
    assert facts_of(DESCRIPTOR, text, "ehcache.xml") == ["1 Trait cache.embedded tool=ehcache"]


def test_hazelcast() -> None:
    text = """<hazelcast><network><join>
  <multicast enabled="true"/>
  <tcp-ip enabled="false"><member>hz01:5701</member></tcp-ip>
</join></network></hazelcast>
"""
    assert facts_of(DESCRIPTOR, text, "hazelcast.xml") == [
        "1 Trait cache.embedded tool=hazelcast",
        "2 Trait discovery.multicast tool=hazelcast",
        "3 Connection tcp://hz01:5701 tcp hz01 5701",
        "3 Setting hazelcast.member tcp://hz01:5701 cache",
    ]


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """x
""",
            "ehcache.xml",
        )
