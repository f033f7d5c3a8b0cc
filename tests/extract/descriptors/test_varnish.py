"""Varnish."""

from facts_of import facts_of

from assessor.extract.descriptors.varnish import DESCRIPTOR


def test_backends() -> None:
    text = """vcl 4.0;
backend web {
    .host = "app01.intra";  # the shop
    .port = "8080";
    .probe = { .url = "/ping"; }
}
backend images { .host = "img"; }
backend broken { .port = "81"; }
"""
    assert facts_of(DESCRIPTOR, text, "etc/varnish/default.vcl") == [
        "1 Trait server.varnish",
        "2 Connection app01.intra:8080 http app01.intra 8080",
        "2 Trait proxy.backend backend=app01.intra:8080,name=web",
        "7 Connection img:80 http img 80",
        "7 Trait proxy.backend backend=img:80,name=images",
    ]


def test_another_language() -> None:
    assert not DESCRIPTOR.matches("src/model.vclx")
