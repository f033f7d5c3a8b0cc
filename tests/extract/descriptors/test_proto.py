"""Services of gRPC."""

from facts_of import facts_of

from assessor.extract.descriptors.proto import DESCRIPTOR


def test_services() -> None:
    text = """syntax = "proto3";
package shop.v1;
service Orders {
  rpc Pay (Order) returns (Receipt);
  rpc Watch(Order) returns (stream Order) { option (x) = "y"; }
}
message Order { string rpc = 1; }
// service Old { rpc Pay (A) returns (B); }
"""
    assert facts_of(DESCRIPTOR, text, "api/orders.proto") == [
        "4 Trait contract.method contract=shop.v1.Orders,name=Pay,protocol=grpc",
        "5 Trait contract.method contract=shop.v1.Orders,name=Watch,protocol=grpc",
    ]


def test_near_misses() -> None:
    assert facts_of(DESCRIPTOR, "message Order {\n  rpc Pay (A)\n}\n", "a.proto") == []
