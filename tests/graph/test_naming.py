"""Ties of name: who is called after whom."""

from assessor.graph.naming import named_after, words

LAYERS = ("service", "controller", "dto", "create", "request", "exception", "not", "found")


OTHERS = [chr(97 + n // 5) * 3 + chr(97 + n % 5) * 3 for n in range(25)]
"""An application has other subjects, too."""


def ties(*names: str) -> list[tuple[str, str]]:
    return list(named_after(((name, name) for name in [*names, *OTHERS]), LAYERS))


def test_words_of_a_name() -> None:
    assert words("HTMLOrderItem_v2") == ["html", "order", "item"]
    assert words("order_line_items") == ["order", "line", "items"]
    assert words("0001_initial_orders2024") == ["initial", "orders"]


def test_services_messages_and_tables_are_named_after_their_subject() -> None:
    found = ties("Order", "OrderService", "CreateOrderRequest", "OrderNotFoundException", "orders")
    assert found == [(name, "Order") for name in ("CreateOrderRequest", "OrderNotFoundException", "OrderService", "orders")]
    assert ties("Category", "categories", "Address", "ADDRESSES") == [("ADDRESSES", "Address"), ("categories", "Category")]


def test_a_longer_subject_hangs_on_the_longest_one_inside_it() -> None:
    found = ties("Order", "OrderItem", "OrderItemOption", "OrderItemService", "Invoice")
    assert found == [("OrderItem", "Order"), ("OrderItemOption", "OrderItem"), ("OrderItemService", "OrderItem")]


def test_of_two_subjects_inside_the_first_counts() -> None:
    assert ties("Customer", "Order", "CustomerOrder") == [("CustomerOrder", "Customer")]


def test_layers_alone_and_the_word_of_the_whole_application_are_no_subject() -> None:
    assert ties("Service", "ServiceController") == []
    everywhere = [f"Acme{name}" for name in ("Order", "Invoice", "Stock", "Price", "User")]
    assert named_after([(name, name) for name in ("Acme", *everywhere)], LAYERS) == ()
